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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in a folder, started by the application itself.
 *
 * <p>When the application was killed its server lives on: the next start finds it by its {@code postmaster.pid} and
 * adopts it. When the machine went down, PostgreSQL recovers from its write-ahead log by itself.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

    private final FileLock lock;
    private final @Nullable EmbeddedPostgres started;
    private final @Nullable ProcessHandle adopted;
    private final int port;
    private final String password;

    private EmbeddedServer(
            FileLock lock,
            @Nullable EmbeddedPostgres started,
            @Nullable ProcessHandle adopted,
            int port,
            String password) {
        this.lock = lock;
        this.started = started;
        this.adopted = adopted;
        this.port = port;
        this.password = password;
    }

    static EmbeddedServer in(Path folder) {
        try {
            Files.createDirectories(folder);
            var lock = lockOf(folder);
            var password = OwnerPassword.in(folder);
            var data = folder.resolve("cluster").toAbsolutePath();
            var running = RunningPostmaster.of(data);
            if (running.isPresent()) {
                log.info(
                        "Adopting the database server that a killed process left running on port {}",
                        running.get().port());
                return new EmbeddedServer(
                        lock, null, running.get().process(), running.get().port(), password.value());
            }
            var server = start(folder, data, password);
            return new EmbeddedServer(lock, server, null, server.getPort(), password.value());
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

    private static EmbeddedPostgres start(Path folder, Path data, OwnerPassword password) throws IOException {
        var output =
                ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setConnectConfig("password", password.value())
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "reject")
                .setLocaleConfig("pwfile", password.file().toString())
                .setLocaleConfig("locale", "C")
                // The library is made for tests and switches these off; this data must survive a power cut.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("work_mem", "64MB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("wal_buffers", "64MB")
                .setServerConfig("effective_cache_size", "2GB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                .start();
    }

    /** JDBC URL of the owner. */
    String url() {
        return "jdbc:postgresql://localhost:%d/postgres?user=postgres&password=%s".formatted(port, password);
    }

    @Override
    public void close() {
        try (var channel = lock.channel()) {
            if (started != null) {
                started.close();
            } else if (adopted != null) {
                adopted.destroy();
                adopted.onExit().join();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
