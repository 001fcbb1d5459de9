package io.dunlin.bench;

import io.dunlin.DunlinApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.SpringApplication;

/**
 * Measures the work of the ledger against its floors on the embedded server.
 *
 * <p>Arguments: {@code --items=100000,1000000} (how many), {@code --runs=3}. Prints a table and writes
 * {@code bench/target/results.json}.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var sizes = List.of(value(arguments, "items", "100000,1000000").split(","));
        var runs = Integer.parseInt(value(arguments, "runs", "3"));
        var folder = Files.createTempDirectory("dunlin-bench");
        try (var application = SpringApplication.run(
                DunlinApplication.class,
                "--server.port=0",
                "--spring.main.keep-alive=false",
                "--dunlin.database.folder=" + folder.resolve("postgres"))) {
            var rows = new ArrayList<Row>();
            for (var size : sizes) {
                var items = Integer.parseInt(size);
                var file = folder.resolve("items-" + items + ".csv");
                var changed = folder.resolve("items-" + items + "-changed.csv");
                Receivables.write(file, changed, items);
                rows.addAll(
                        new LedgerWork(application, folder.resolve("postgres"), file, changed, items).measure(runs));
            }
            rows.forEach(row -> System.out.println(row.text()));
            var target = Path.of(System.getProperty("dunlin.bench.results", "bench/target/results.json"));
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(
                    target,
                    "[" + String.join(",\n ", rows.stream().map(Row::json).toList()) + "]\n");
        } finally {
            delete(folder);
        }
    }

    private static String value(String[] arguments, String name, String otherwise) {
        for (var argument : arguments) {
            if (argument.startsWith("--" + name + "=")) {
                return argument.substring(name.length() + 3);
            }
        }
        return otherwise;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
