package io.dunlin.testing;

import io.dunlin.DunlinApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The application in a process of its own, to be killed without warning. */
public final class ChildApplication implements AutoCloseable {
    public static final String EMAIL = "claire@example.org";
    public static final String PASSWORD = "correct horse 7";

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");

    private final Process process;
    private final String address;

    private ChildApplication(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Returns when it is ready. Its nodes are taken for dead after two seconds. */
    public static ChildApplication start(String databaseUrl) {
        var command = List.of(
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
                "--dunlin.jobs.polling=200ms");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DUNLIN_DATABASE_URL", databaseUrl);
        builder.environment().put("DUNLIN_ADMIN_EMAIL", EMAIL);
        builder.environment().put("DUNLIN_ADMIN_PASSWORD", PASSWORD);
        try {
            var process = builder.start();
            var address = new CompletableFuture<String>();
            Thread.ofVirtual().start(() -> follow(process, address));
            return new ChildApplication(process, address.join());
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
    private static void follow(Process process, CompletableFuture<String> address) {
        var said = new StringBuilder();
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

    /** A browser in which the administrator is signed in. */
    public Browser signedIn() {
        var browser = new Browser(address);
        browser.get("/sign-in");
        browser.post("/sign-in", "email", EMAIL, "password", PASSWORD);
        return browser;
    }

    /** As {@code kill -9}: nothing is put in order. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
