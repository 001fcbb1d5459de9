package io.dunlin.database;

import java.nio.file.Path;

/** An application that does nothing but hold its database: for tests that kill it. */
final class EmbeddedServerMain {
    private EmbeddedServerMain() {}

    public static void main(String[] arguments) throws Exception {
        var server = EmbeddedServer.in(Path.of(arguments[0]), () -> {});
        System.out.println("ready " + server.url());
        // Until the parent closes the pipe, if it lets us live so long.
        System.in.read();
        server.close();
    }
}
