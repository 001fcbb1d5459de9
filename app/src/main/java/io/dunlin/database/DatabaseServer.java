package io.dunlin.database;

import java.nio.file.Path;

/** The server the data lives on: one that Dunlin runs itself and stops with the application, or one run by others. */
sealed interface DatabaseServer extends AutoCloseable {
    /** JDBC URL with the owner's user and password. */
    String ownerUrl();

    @Override
    default void close() {}

    static DatabaseServer embedded(Path folder) {
        return new Embedded(EmbeddedServer.in(folder, () -> System.exit(1)));
    }

    static DatabaseServer external(String url) {
        return new External(url);
    }

    record Embedded(EmbeddedServer server) implements DatabaseServer {
        @Override
        public String ownerUrl() {
            return server.url();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    record External(String ownerUrl) implements DatabaseServer {}
}
