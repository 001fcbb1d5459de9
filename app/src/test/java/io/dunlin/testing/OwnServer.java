package io.dunlin.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL of the test's own, which goes away without warning and comes back on the same folder and port. */
public final class OwnServer implements AutoCloseable {
    private final Path folder;
    private EmbeddedPostgres running;

    private OwnServer(Path folder, EmbeddedPostgres running) {
        this.folder = folder;
        this.running = running;
    }

    public static OwnServer in(Path folder) {
        return new OwnServer(folder, start(folder, 0));
    }

    private static EmbeddedPostgres start(Path folder, int port) {
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("cluster"))
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("shared_buffers", "128MB")
                // The library switches off what makes a commit last.
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on");
        if (port > 0) {
            server.setPort(port);
        }
        try {
            return server.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** JDBC URL with the owner's user. */
    public String url() {
        return running.getJdbcUrl("postgres", "postgres") + "&password=owner";
    }

    /** As {@code pg_ctl stop -m immediate}: every session is cut off where it is, and the next start recovers from the log. */
    public void stop() {
        try {
            var file = Files.readAllLines(folder.resolve("cluster/postmaster.pid"));
            var server = ProcessHandle.of(Long.parseLong(file.getFirst())).orElseThrow();
            new ProcessBuilder("kill", "-QUIT", Long.toString(server.pid()))
                    .start()
                    .onExit()
                    .join();
            server.onExit().join();
            // Only lets go of the library's lock on the folder.
            running.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void startAgain() {
        running = start(folder, running.getPort());
    }

    @Override
    public void close() {
        try {
            running.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
