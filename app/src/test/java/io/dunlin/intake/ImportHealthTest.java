package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.testing.Browser;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportHealthTest extends RunningApplication {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_overview_says_who_imported_what_and_warns_of_old_items() throws Exception {
        var browser = signedIn(newTenant().administrator());
        // As the company counts its days.
        var today = LocalDate.now(clock().withZone(ZoneId.of("Europe/Paris")));
        importAsOf(today.minusDays(8), "old.csv", browser);
        assertThat(browser.get("/overview").body())
                .contains("old.csv", "User ADMINISTRATOR", "1 row rejected")
                .contains("8 days ago. Payments since then are missing.")
                .contains("data is 8 days old");

        importAsOf(today.minusDays(7), "new.csv", browser);
        assertThat(browser.get("/overview").body())
                .contains("new.csv", "old.csv", "data is 7 days old")
                .doesNotContain("Payments since then are missing");
    }

    private void importAsOf(LocalDate day, String name, Browser browser) throws Exception {
        var file = Files.writeString(folder.resolve(name), """
                client_code;item_number;invoice_date;due_date;amount
                C1;A%s;2026-01-02;2026-02-02;10
                C1;B;2026-01-03;never;20
                """.formatted(name));
        browser.get("/imports/new");
        var mapping = browser.redirect(browser.upload("/imports", file, "subject", "ITEMS"));
        var fields = new ArrayList<>(List.of("asOf", day.toString()));
        fields.addAll(List.of(Browser.form(browser.get(mapping).body())));
        var started = browser.redirect(browser.post(mapping, fields.toArray(String[]::new)));
        Wait.until("the file is imported", () -> browser.get(started).body().contains("See the overview"));
    }
}
