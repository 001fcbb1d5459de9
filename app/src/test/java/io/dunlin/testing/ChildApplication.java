package io.dunlin.testing;

import io.dunlin.DunlinApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The application in a process of its own, to be killed without warning. */
public final class ChildApplication implements AutoCloseable {
    public static final String EMAIL = "claire@example.org";
    public static final String PASSWORD = "correct horse 7";

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");

    private final Process process;
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final StringBuffer said = new StringBuffer();

    private ChildApplication(Process process) {
        this.process = process;
    }

    /** Returns when it is ready. Its nodes are taken for dead after two seconds. */
    public static ChildApplication start(String databaseUrl) {
        return start(
                Map.of(
                        "DUNLIN_DATABASE_URL", databaseUrl,
                        "DUNLIN_ADMIN_EMAIL", EMAIL,
                        "DUNLIN_ADMIN_PASSWORD", PASSWORD),
                List.of());
    }

    /** As {@link #start(String)}, with a database of its own in the folder, and nobody who can sign in yet. */
    public static ChildApplication startOn(Path data, String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add("--dunlin.database.folder=" + data.resolve("postgres"));
        return start(Map.of(), all);
    }

    private static ChildApplication start(Map<String, String> environment, List<String> settings) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                DunlinApplication.class.getName(),
                "--server.port=0",
                "--dunlin.jobs.heartbeat=500ms",
                "--dunlin.jobs.polling=200ms"));
        command.addAll(settings);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var application = new ChildApplication(builder.start());
            Thread.ofVirtual().start(application::follow);
            application.address.join();
            return application;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As in production: without the tests' own beans. */
    private static String classPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Reads all it says, for a full pipe would stop it. */
    private void follow() {
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                var found = ADDRESS.matcher(line);
                if (found.find()) {
                    address.complete(found.group());
                }
            }
        } catch (IOException ended) {
            said.append(ended);
        }
        address.completeExceptionally(new IllegalStateException("The application ended before it was ready: " + said));
    }

    /** All that it has written to its console. */
    public String said() {
        return said.toString();
    }

    /** A browser that nobody has signed in with. */
    public Browser browser() {
        return new Browser(address.join());
    }

    /** A browser in which the administrator is signed in. */
    public Browser signedIn() {
        var browser = browser();
        browser.get("/sign-in");
        browser.post("/sign-in", "email", EMAIL, "password", PASSWORD);
        return browser;
    }

    /** As {@code kill -9}: nothing is put in order. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As {@code Ctrl C}: puts all in order, and returns when it has ended. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
