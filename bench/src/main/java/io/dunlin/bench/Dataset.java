package io.dunlin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A file of items to measure with.
 *
 * @param changed the same with every 50th row changed: what was open is paid, what was paid was paid a day earlier
 * @param rows without the header
 */
record Dataset(Path items, Path changed, int rows, LocalDate asOf) {
    /** A made-up one of the present day. */
    static Dataset madeUp(Path folder, int rows, LocalDate asOf) throws IOException {
        var file = folder.resolve("items-" + rows + ".csv");
        Receivables.write(file, rows, asOf);
        return of(file, folder, asOf);
    }

    /** A given one, with the columns of {@link Receivables}. */
    static Dataset of(Path items, Path folder, LocalDate asOf) throws IOException {
        var changed = folder.resolve("changed-" + items.getFileName());
        var rows = 0;
        try (var lines = Files.newBufferedReader(items);
                var target = Files.newBufferedWriter(changed)) {
            target.write(lines.readLine() + "\n");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                rows++;
                target.write((rows % 50 == 0 ? paid(line, asOf) : line) + "\n");
            }
        }
        return new Dataset(items, changed, rows, asOf);
    }

    private static String paid(String line, LocalDate asOf) {
        var cells = line.split(",", -1);
        cells[7] = "0.00";
        cells[8] = cells[8].isEmpty()
                ? asOf.toString()
                : LocalDate.parse(cells[8]).minusDays(1).toString();
        return String.join(",", cells);
    }
}
