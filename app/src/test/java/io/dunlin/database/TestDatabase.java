package io.dunlin.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for each test class, copied from a migrated template in milliseconds.
 *
 * <p>The server is started once per test run. Tests work as the role {@code dunlin_app}: a superuser would see through the
 * row policies.
 */
public final class TestDatabase {
    private static final String TEMPLATE = "dunlin_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    public static TestDatabase create() {
        var name = "dunlin_test_" + NUMBER.incrementAndGet();
        asOwner("create database " + name + " template " + TEMPLATE);
        return new TestDatabase(name);
    }

    /** JDBC URL with the owner's user: what {@code --database-url} takes. */
    public String url() {
        return ownerUrlOf(name);
    }

    /** A connection as the application. */
    public DataSource application() {
        return application(url());
    }

    private static PGSimpleDataSource application(String url) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser("dunlin_app");
        source.setPassword(Migrations.derivedPassword("owner", "dunlin_app"));
        // A session time zone far from UTC and from the JVM's finds every hidden conversion.
        source.setOptions("-c timezone=Pacific/Auckland");
        return source;
    }

    /** A connection as the owner: for what the application may not see or do. */
    public DataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(url());
        return source;
    }

    static String ownerUrl() {
        return ownerUrlOf(TEMPLATE);
    }

    private static String ownerUrlOf(String database) {
        return ownerUrlOf(SERVER, database);
    }

    private static String ownerUrlOf(EmbeddedPostgres server, String database) {
        return "jdbc:postgresql://localhost:%d/%s?user=postgres&password=owner".formatted(server.getPort(), database);
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + TEMPLATE);
            }
            Migrations.run(server.getDatabase("postgres", TEMPLATE), application(ownerUrlOf(server, TEMPLATE)));
            return server;
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("The test database did not start", failure);
        }
    }

    static void asOwner(String statement) {
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var executing = connection.createStatement()) {
            executing.execute(statement);
        } catch (SQLException failure) {
            throw new UncheckedIOException(new IOException(failure));
        }
    }
}
