package io.dunlin.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A session of the database's owner: sees the rows of all tenants, and can hold a table so that others wait. */
public final class OwnerSession implements AutoCloseable {
    /** The driver closes a connection that nobody knows any more, and with it goes what it holds. */
    private static final Set<OwnerSession> HOLDING = ConcurrentHashMap.newKeySet();

    private final Connection connection;

    /** @param url with the owner's user and password */
    public OwnerSession(String url) {
        try {
            connection = DriverManager.getConnection(url);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** First value of the first row as text; empty where there is none. */
    public String ask(String query) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    public void tell(String command) {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException failure) {
            throw new IllegalStateException(command, failure);
        }
    }

    /** Nobody writes the table until {@link #letGo}; reading goes on. */
    public void hold(String table) {
        HOLDING.add(this);
        try {
            connection.setAutoCommit(false);
            tell("lock table " + table + " in share mode");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Nobody changes the rows until {@link #letGo}; reading goes on. */
    public void holdRow(String table, String condition) {
        HOLDING.add(this);
        try {
            connection.setAutoCommit(false);
            tell("select from %s where %s for update".formatted(table, condition));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void letGo() {
        HOLDING.remove(this);
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        HOLDING.remove(this);
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
