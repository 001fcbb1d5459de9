package io.dunlin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.testing.Wait;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    private Path folder;

    @Test
    void data_survives_a_stop_and_a_start() throws Exception {
        try (var server = EmbeddedServer.in(folder, () -> {})) {
            write(server.url(), "kept");
        }
        try (var server = EmbeddedServer.in(folder, () -> {})) {
            assertThat(read(server.url())).isEqualTo("kept");
        }
    }

    @Test
    void what_is_committed_is_on_the_disk() throws Exception {
        try (var server = EmbeddedServer.in(folder, () -> {});
                var connection = DriverManager.getConnection(server.url());
                var statement = connection.createStatement();
                var settings = statement.executeQuery("""
                        select string_agg(name || ' ' || setting, ', ' order by name) from pg_settings
                        where name in ('fsync', 'full_page_writes', 'synchronous_commit')
                        """)) {
            settings.next();
            assertThat(settings.getString(1)).isEqualTo("fsync on, full_page_writes on, synchronous_commit on");
        }
    }

    @Test
    void a_server_whose_application_was_killed_is_adopted() throws Exception {
        var url = startAndKillApplication("kept");
        var orphan = RunningPostmaster.of(cluster()).orElseThrow();

        try (var server = EmbeddedServer.in(folder, () -> {})) {
            assertThat(server.url()).isEqualTo(url);
            assertThat(read(server.url())).isEqualTo("kept");
        }

        assertThat(orphan.process().isAlive()).as("stopped with its new owner").isFalse();
    }

    @Test
    void a_server_that_was_killed_too_recovers() throws Exception {
        startAndKillApplication("kept");
        var orphan = RunningPostmaster.of(cluster()).orElseThrow().process();
        kill(orphan);

        try (var server = EmbeddedServer.in(folder, () -> {})) {
            assertThat(read(server.url())).isEqualTo("kept");
        }
    }

    @Test
    void a_server_that_dies_under_the_living_application_is_started_again_on_its_port() throws Exception {
        try (var server = EmbeddedServer.in(folder, () -> {})) {
            write(server.url(), "kept");
            var first = RunningPostmaster.of(cluster()).orElseThrow().process();
            kill(first);
            Wait.until("it answers again", () -> answers(server.url()));
            assertThat(read(server.url())).isEqualTo("kept");

            // Again, for it is watched again.
            kill(RunningPostmaster.of(cluster()).orElseThrow().process());
            Wait.until("it answers again", () -> answers(server.url()));
            assertThat(read(server.url())).isEqualTo("kept");
        }
        assertThat(RunningPostmaster.of(cluster()))
                .as("the last one is stopped")
                .isEmpty();
    }

    @Test
    void a_second_application_on_the_folder_is_refused() throws Exception {
        var application = start();
        try {
            readyUrl(application);

            assertThatThrownBy(() -> EmbeddedServer.in(folder, () -> {}))
                    .hasMessage(
                            "Another Dunlin is running on the folder %s. Stop it, or choose another one with --data FOLDER.",
                            folder);
        } finally {
            application.getOutputStream().close();
            application.waitFor();
        }
    }

    @Test
    void a_second_server_in_the_same_application_is_refused_too() {
        try (var first = EmbeddedServer.in(folder, () -> {})) {
            assertThat(first.url()).isNotEmpty();
            assertThatThrownBy(() -> EmbeddedServer.in(folder, () -> {}))
                    .hasMessageStartingWith("Another Dunlin is running");
        }
    }

    private static void kill(ProcessHandle server) {
        server.destroyForcibly();
        server.onExit().join();
    }

    private static boolean answers(String url) {
        try (var connection = DriverManager.getConnection(url)) {
            return connection.isValid(1);
        } catch (SQLException away) {
            return false;
        }
    }

    private String startAndKillApplication(String value) throws Exception {
        var application = start();
        var url = readyUrl(application);
        write(url, value);
        // SIGKILL: no shutdown hook runs.
        application.destroyForcibly();
        application.waitFor();
        return url;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedServerMain.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String readyUrl(Process application) throws IOException {
        var output = application.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ")) {
                return line.substring("ready ".length());
            }
        }
        throw new IllegalStateException("The application ended before its server was ready");
    }

    private Path cluster() {
        return folder.resolve("cluster");
    }

    private static void write(String url, String value) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("create table note (text text)");
            statement.execute("insert into note values ('" + value + "')");
        }
    }

    private static String read(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var notes = statement.executeQuery("select text from note")) {
            notes.next();
            return notes.getString(1);
        }
    }
}
