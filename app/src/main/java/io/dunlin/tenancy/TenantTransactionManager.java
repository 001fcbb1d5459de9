package io.dunlin.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Tells PostgreSQL the tenant at the start of every transaction; the row policies do the rest.
 *
 * <p>Without a tenant (sign-in, sessions, the job queue) the setting is empty and no row of a tenant table is visible.
 */
public final class TenantTransactionManager extends JdbcTransactionManager {
    public TenantTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var tenant = CurrentTenant.find().map(TenantId::toString).orElse("");
        try (var statement = connection.createStatement()) {
            // SET LOCAL, not set_config(): only the statement is passed on to the workers of a Citus cluster. The value
            // is a number.
            statement.execute("set local dunlin.tenant = '" + tenant + "'");
        }
    }

    /**
     * With the connection all of the transaction is gone, and there is nothing to roll back: what is told is the failure that
     * showed the loss, not that the pool has taken the connection away since.
     */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (TransactionException failure) {
            if (!isLost(status)) {
                throw failure;
            }
        }
    }

    private static boolean isLost(DefaultTransactionStatus status) {
        try {
            return status.getTransaction() instanceof JdbcTransactionObjectSupport transaction
                    && transaction.getConnectionHolder().getConnection().isClosed();
        } catch (SQLException unknown) {
            return false;
        }
    }
}
