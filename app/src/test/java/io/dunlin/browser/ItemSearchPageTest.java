package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search over items is built, run, saved and opened again; a column is chosen, and the file has it. */
class ItemSearchPageTest extends RunningApplication {
    private static final String ITEMS = """
            Customer code,Customer name,Invoice number,Invoice date,Due date,Amount,Currency,Purchase order
            C-1,Brasserie Kerveno,F-1,2026-01-05,2026-02-05,100.00,EUR,PO-1
            C-2,Maison Le Goff,F-2,2026-01-05,2026-02-05,2000.00,EUR,
            C-2,Maison Le Goff,F-4,2026-01-05,2026-12-31,2500.00,USD,PO-4
            C-3,Hôtel Saint-Cyr,A-3,2026-01-05,2026-02-05,-30000.00,EUR,
            """;

    @Test
    void a_search_over_items_is_built_saved_and_taken_out_with_a_column(@TempDir Path folder) throws IOException {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var subscriber = newTenant();
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(1440, 900);
            SignIn.as(page, address(), subscriber.administrator(), PASSWORD);
            page.navigate(address() + "/items");
            assertThat(page.locator("main")).containsText("No items yet.");
            Uploads.of(page, address(), Files.writeString(folder.resolve("items.csv"), ITEMS));

            build(page);
            save(page);
            chooseAColumnAndExport(page);
            look(page, "en");
            var french = chromium.newPage(1440, 900);
            SignIn.as(french, address(), newUser(subscriber.tenant(), Role.CREDIT_MANAGER, "fr"), PASSWORD);
            look(french, "fr");

            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void build(Page page) {
        page.navigate(address() + "/overview");
        page.click("nav a[href='/items']");
        assertThat(page.locator("#items tbody tr")).hasCount(4);
        page.click("a[href*='build=1']");
        assertThat(page.locator("#criteria-title")).hasText("Items where");
        assertThat(page.locator("#criteria-count")).containsText("4 of 4 items match");
        assertThat(page.locator("[value='item 0']")).hasCount(0);
        choose(page, "0-0", "item.openAmount");
        page.locator("#criteria-0-0-value").fill("1000");
        assertThat(page.locator("#criteria-count")).containsText("2 of 4 items match");
        assertThat(page.locator("#criteria-count")).containsText("found in");
        page.click("[value='row 0']");
        choose(page, "0-1", "customer.name");
        // Another number in between: while a count is on its way the last one is shown pale.
        page.locator("#criteria-0-1-value").fill("nobody");
        assertThat(page.locator("#criteria-count")).not().containsText("2 of 4 items match");
        page.locator("#criteria-0-1-value").fill("goff");
        assertThat(page.locator("#criteria-count")).containsText("2 of 4 items match");
        assertThat(Accessibility.problems(page)).isEmpty();
        page.click("#criteria-search");
        assertThat(page).hasURL(Pattern.compile(".*/items\\?c=.*"));
        assertThat(page.locator("#items tbody tr")).hasCount(2);
        assertThat(page.locator("#items tfoot tr.part")).hasCount(2);
    }

    private static void choose(Page page, String path, String value) {
        page.selectOption("#criteria-" + path + "-what", value);
        assertThat(page.locator("[name='" + path + ".what-was']")).hasValue(value);
    }

    private void save(Page page) {
        page.click("a[href*='build=1']");
        page.click(".criteria .views-menu > summary");
        page.fill("#criteria-name", "Large ones of Le Goff");
        page.click("#criteria-save .btn-primary");
        assertThat(page).hasURL(Pattern.compile(".*/items\\?c=search.*"));
        assertThat(page.locator("#items-filters")).containsText("Large ones of Le Goff");
        assertThat(page.locator("#items tbody tr")).hasCount(2);

        page.navigate(address() + "/customers?build=1");
        page.click(".criteria .views-menu > summary");
        assertThat(page.locator(".criteria .view-list")).not().containsText("Large ones of Le Goff");
        page.navigate(address() + "/items?build=1");
        page.click(".criteria .views-menu > summary");
        page.click(".criteria .view-list a");
        assertThat(page).hasURL(Pattern.compile(".*/items\\?c=search.*"));
    }

    private void chooseAColumnAndExport(Page page) throws IOException {
        page.navigate(page.url() + "&columns=number,customer.receivable,openAmount,currency&sort=openAmount&dir=desc");
        assertThat(page.locator("#items thead")).containsText("Receivable (customer)");
        var file = page.waitForDownload(() -> page.click("#items a[href*='export.csv']"));
        assertThat(Files.readString(file.path()).lines().skip(1))
                .first()
                .asString()
                .startsWith("F-4,")
                .endsWith(",2500.0000,USD");
    }

    /** In both languages, widths and themes. */
    private void look(Page page, String language) {
        for (var width : List.of(1440, 390)) {
            page.setViewportSize(width, 900);
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Theme.show(page, scheme);
                page.navigate(address() + "/items?status=all");
                Picture.keep(page, "items-" + language + "-" + width + "-" + scheme);
                assertThat(Layout.problems(page)).isEmpty();
                assertThat(Accessibility.problems(page)).isEmpty();
            }
        }
        page.setViewportSize(1440, 900);
        page.navigate(address() + "/items?build=1&c=item.kind.oneOf(INVOICE),item.daysOverdue.between(30,)");
        assertThat(page.locator("#criteria-count")).isVisible();
        Picture.keep(page, "items-builder-" + language);
        assertThat(Accessibility.problems(page)).isEmpty();
    }
}
