package io.dunlin.bench;

import io.dunlin.DunlinApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.SpringApplication;

/**
 * Measures the work of the ledger against its floors on the embedded server.
 *
 * <p>Arguments: {@code --items=100000,1000000} (how many, of a made-up ledger), {@code --data=FOLDER --as-of=2025-06-30} (the
 * {@code items.csv} of a folder instead), {@code --runs=3}. Prints a table and writes {@code bench/target/results.json}.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var runs = Integer.parseInt(value(arguments, "runs", "3"));
        var folder = Files.createTempDirectory("dunlin-bench");
        try (var application = SpringApplication.run(
                DunlinApplication.class,
                "--server.port=0",
                "--spring.main.keep-alive=false",
                "--dunlin.database.folder=" + folder.resolve("postgres"))) {
            var floors = new Floors(folder.resolve("postgres"));
            var rows = new ArrayList<Row>();
            for (var data : datasets(arguments, folder)) {
                rows.addAll(new LedgerWork(application, floors, data).measure(runs));
            }
            rows.forEach(row -> System.out.println(row.text()));
            growth(rows).forEach(System.out::println);
            write(rows);
        } finally {
            delete(folder);
        }
    }

    private static List<Dataset> datasets(String[] arguments, Path folder) throws IOException {
        var given = value(arguments, "data", "");
        if (!given.isEmpty()) {
            var day = LocalDate.parse(value(arguments, "as-of", "2025-06-30"));
            return List.of(Dataset.of(Path.of(given).resolve("items.csv"), folder, day));
        }
        var datasets = new ArrayList<Dataset>();
        for (var size : value(arguments, "items", "100000,1000000").split(",")) {
            datasets.add(Dataset.madeUp(folder, Integer.parseInt(size), LocalDate.now(ZoneOffset.UTC)));
        }
        return datasets;
    }

    /** How the time for one item grows from the smallest to the largest size. */
    private static List<String> growth(List<Row> rows) {
        return rows.stream()
                .filter(row ->
                        row.rows() == rows.stream().mapToInt(Row::rows).min().orElse(0))
                .flatMap(small -> rows.stream()
                        .filter(large -> large.name().equals(small.name()) && large.rows() > small.rows())
                        .max(Comparator.comparingInt(Row::rows))
                        .stream()
                        .map(large -> String.format(
                                Locale.ROOT,
                                "%-28s time for one item from %,d to %,d rows: x %.2f",
                                small.name(),
                                small.rows(),
                                large.rows(),
                                large.seconds() / large.rows() / (small.seconds() / small.rows()))))
                .toList();
    }

    private static void write(List<Row> rows) throws IOException {
        var target = Path.of(System.getProperty("dunlin.bench.results", "bench/target/results.json"));
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(
                target, "[" + String.join(",\n ", rows.stream().map(Row::json).toList()) + "]\n");
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
