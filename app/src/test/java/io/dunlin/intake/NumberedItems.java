package io.dunlin.intake;

import io.dunlin.testing.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Files of numbered items, 50 of each customer; every fifth is partly paid, every seventh wholly. Each costs 100. */
final class NumberedItems {
    private NumberedItems() {}

    /** @param series told apart from the customers of other files */
    static Path file(Path folder, String series, int count) throws IOException {
        var file = folder.resolve(series + ".csv");
        try (var rows = Files.newBufferedWriter(file)) {
            rows.write("Customer code,Customer name,Invoice number,Invoice date,Due date,Amount,Open amount\n");
            for (var item = 0; item < count; item++) {
                var issued = LocalDate.of(2026, 1, 1).plusDays(item % 300);
                rows.write("C-%05d,%s Kerveno %d,F-%07d,%s,%s,100.00,%s\n"
                        .formatted(item / 50, series, item / 50, item, issued, issued.plusDays(30), open(item)));
            }
        }
        return file;
    }

    private static String open(int item) {
        if (item % 7 == 0) {
            return "0.00";
        }
        return item % 5 == 0 ? "40.00" : "100.00";
    }

    /** Uploads the file and starts its import as proposed; returns the address of the import. */
    static String start(Browser browser, Path file) {
        browser.get("/imports/new");
        var mapping = browser.redirect(browser.upload("/imports", file, "subject", "ITEMS"));
        return browser.redirect(
                browser.post(mapping, Browser.form(browser.get(mapping).body())));
    }
}
