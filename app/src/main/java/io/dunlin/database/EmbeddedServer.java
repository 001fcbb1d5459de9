package io.dunlin.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in a folder, started by the application itself.
 *
 * <p>When the application was killed its server lives on: the next start finds it by its {@code postmaster.pid} and
 * adopts it. When the machine went down, PostgreSQL recovers from its write-ahead log by itself. When only the server was
 * killed, it is started again on the same port.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration FIRST_START = Duration.ofMinutes(2);
    private static final Duration LATER_START = Duration.ofSeconds(10);
    private static final Duration BETWEEN_STARTS = Duration.ofMillis(500);

    /** A statement that ran when the server died may run on to its end, and nobody else may start before that. */
    private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(10);

    private final Path folder;
    private final FileLock lock;
    private final OwnerPassword password;
    private final Runnable onLoss;
    private final int port;
    private Postmaster postmaster;
    private boolean closed;

    private EmbeddedServer(Path folder, FileLock lock, OwnerPassword password, Postmaster postmaster, Runnable onLoss) {
        this.folder = folder;
        this.lock = lock;
        this.password = password;
        this.onLoss = onLoss;
        this.postmaster = postmaster;
        port = postmaster.port();
    }

    /** @param started null: adopted */
    private record Postmaster(
            ProcessHandle process, int port, @Nullable EmbeddedPostgres started) {
        void stop() throws IOException {
            if (started != null) {
                started.close();
            } else {
                process.destroy();
                process.onExit().join();
            }
        }
    }

    /** @param onLoss what to do when the server has died and cannot be started again */
    static EmbeddedServer in(Path folder, Runnable onLoss) {
        try {
            Files.createDirectories(folder);
            var lock = lockOf(folder);
            var password = OwnerPassword.in(folder);
            var server = new EmbeddedServer(folder, lock, password, start(folder, password, null, FIRST_START), onLoss);
            server.watch(server.postmaster);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException("The database in " + folder + " did not start", failure);
        }
    }

    private static FileLock lockOf(Path folder) throws IOException {
        var channel =
                FileChannel.open(folder.resolve("dunlin.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "Another Dunlin is running on the folder %s. Stop it, or choose another one with --data FOLDER."
                            .formatted(folder.toAbsolutePath()));
        }
        return lock;
    }

    /** @param port null: any that is free */
    private static Postmaster start(Path folder, OwnerPassword password, @Nullable Integer port, Duration wait)
            throws IOException {
        var data = folder.resolve("cluster").toAbsolutePath();
        var running = RunningPostmaster.of(data).orElse(null);
        if (running != null) {
            log.info("Adopting the database server that runs on port {}", running.port());
            return new Postmaster(running.process(), running.port(), null);
        }
        var builder = PostmasterSettings.of(folder, data, password).setPGStartupWait(wait);
        if (port != null) {
            builder.setPort(port);
        }
        var started = builder.start();
        // The library's own process is the one that has started the server, and has ended.
        var server = RunningPostmaster.of(data).orElseThrow(() -> new IOException("It ended at once"));
        return new Postmaster(server.process(), started.getPort(), started);
    }

    private void watch(Postmaster running) {
        running.process()
                .onExit()
                .thenRunAsync(
                        this::startAgain,
                        task -> Thread.ofPlatform()
                                .name("database-watch")
                                .daemon()
                                .start(task));
    }

    private void startAgain() {
        var end = System.nanoTime() + LONGEST_ABSENCE.toNanos();
        while (System.nanoTime() < end) {
            if (isHandled()) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_STARTS.toNanos());
        }
        log.error(
                "The database server died and did not start again: {} says why. Dunlin ends",
                folder.resolve("server.log"));
        onLoss.run();
    }

    /** Whether there is nothing left to do: it runs again, or its end was ours. */
    private synchronized boolean isHandled() {
        if (closed) {
            return true;
        }
        try {
            log.error("The database server has died and is started again");
            // Also lets go of the library's lock on the folder.
            postmaster.stop();
            postmaster = start(folder, password, port, LATER_START);
            log.info("The database server runs again");
            watch(postmaster);
            return true;
        } catch (IOException | RuntimeException failure) {
            log.warn("The database server does not start yet", failure);
            return false;
        }
    }

    /** JDBC URL of the owner. */
    String url() {
        return "jdbc:postgresql://localhost:%d/postgres?user=postgres&password=%s".formatted(port, password.value());
    }

    @Override
    public synchronized void close() {
        closed = true;
        try (var channel = lock.channel()) {
            postmaster.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
