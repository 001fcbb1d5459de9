package io.dunlin.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dunlin.database.TestDatabase;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.TenantTransactionManager;
import io.dunlin.tenancy.Tenants;
import java.time.ZoneId;
import java.util.Currency;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own with one tenant and one company in euro, without a Spring context. Stores are made with {@code new} on {@link #sql()}. */
public final class TestLedger implements AutoCloseable {
    private final TestDatabase database = TestDatabase.create();
    private final HikariDataSource pool;
    private final TransactionTemplate transaction;
    private final DSLContext sql;
    private final SettableClock clock;
    private final TenantId tenant;
    private final Company company;

    public TestLedger(String today) {
        clock = new SettableClock(today);
        var config = new HikariConfig();
        config.setDataSource(StatementWatch.on(database.application()));
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        pool = new HikariDataSource(config);
        transaction = new TransactionTemplate(new TenantTransactionManager(pool));
        sql = DSL.using(new DefaultConfiguration()
                .set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(pool)))
                .set(SQLDialect.POSTGRES));
        tenant = newTenant("Estuaire");
        company = inTenant(() -> {
            var companies = new Companies(sql, clock);
            return companies.get(
                    companies.create("EST", "Estuaire Foods", Currency.getInstance("EUR"), ZoneId.of("Europe/Paris")));
        });
    }

    public TenantId newTenant(String name) {
        return new Tenants(sql, transaction, clock, event -> {}).create(name, Currency.getInstance("EUR"));
    }

    /** Runs the work in a transaction of the tenant. */
    public <T> T inTenant(Supplier<T> work) {
        return as(tenant, work);
    }

    public <T> T as(TenantId whose, Supplier<T> work) {
        return CurrentTenant.call(whose, () -> transaction.execute(status -> work.get()));
    }

    public TestDatabase database() {
        return database;
    }

    /** The application's connections, watched. */
    public DataSource dataSource() {
        return pool;
    }

    public DSLContext sql() {
        return sql;
    }

    public TransactionTemplate transaction() {
        return transaction;
    }

    public SettableClock clock() {
        return clock;
    }

    public TenantId tenant() {
        return tenant;
    }

    public Company company() {
        return company;
    }

    @Override
    public void close() {
        pool.close();
    }
}
