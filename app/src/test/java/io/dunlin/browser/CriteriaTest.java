package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search is built, counted, run, saved and opened again; at the width of a phone by keyboard. */
class CriteriaTest extends RunningApplication {
    private static final String ITEMS = """
            Customer code,Customer name,Invoice number,Invoice date,Due date,Amount
            C-1,Brasserie Kerveno,F-1,2026-01-05,2026-02-05,100.00
            C-2,Maison Le Goff,F-2,2026-01-05,2026-02-05,2000.00
            C-3,Hôtel Saint-Cyr,F-3,2026-01-05,2026-02-05,30000.00
            """;

    @Test
    void a_search_is_built_counted_saved_and_opened_again(@TempDir Path folder) throws IOException {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var subscriber = newTenant();
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(1440, 900);
            SignIn.as(page, address(), subscriber.administrator(), PASSWORD);
            Uploads.of(page, address(), Files.writeString(folder.resolve("items.csv"), ITEMS));

            build(page);
            assertThat(Accessibility.problems(page)).isEmpty();
            searchSaveAndOpen(page);
            look(page, "en");
            byKeyboardOnAPhone(page);
            var french = chromium.newPage(1440, 900);
            SignIn.as(french, address(), newUser(subscriber.tenant(), Role.CREDIT_MANAGER, "fr"), PASSWORD);
            look(french, "fr");

            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void build(Page page) {
        page.navigate(address() + "/customers");
        page.click("a[href*='build=1']");
        assertThat(page.locator("#criteria-count")).containsText("3 of 3 customers match");
        choose(page, "0-0", "what", "customer.receivable");
        page.locator("#criteria-0-0-value").fill("1000");
        assertThat(page.locator("#criteria-count")).containsText("2 of 3 customers match");
        assertThat(page.locator("#criteria-count")).containsText("found in");

        page.click("[value='item 0']");
        choose(page, "0-1-0", "what", "item.number");
        choose(page, "0-1-0", "how", "endsWith");
        page.locator("#criteria-0-1-0-value").fill("3");
        assertThat(page.locator("#criteria-count")).containsText("1 of 3 customers matches");
        page.click("#criteria-0-1-HAS_NO_ITEM");
        assertThat(page.locator("#criteria-count")).containsText("1 of 3 customers matches");
        assertThat(page.locator("#criteria-0-1-0-value")).hasValue("3");
        assertThat(page.locator("#criteria-0-0-value")).hasValue("1000");
    }

    /** Until the row shows what goes with it. */
    private static void choose(Page page, String path, String field, String value) {
        page.selectOption("#criteria-" + path + "-" + field, value);
        assertThat(page.locator("[name='" + path + "." + field + "-was']")).hasValue(value);
    }

    private void searchSaveAndOpen(Page page) {
        page.click("#criteria-search");
        assertThat(page).hasURL(Pattern.compile(".*/customers\\?c=.*"));
        assertThat(page.locator("tr[data-key]")).hasCount(1);
        assertThat(page.locator("#customers")).containsText("Maison Le Goff");

        page.click("a[href*='build=1']");
        assertThat(page.locator("#criteria-0-1-0-value")).hasValue("3");
        page.click(".criteria .views-menu > summary");
        page.fill("#criteria-name", "Large ones");
        page.click("#criteria-save .btn-primary");
        assertThat(page).hasURL(Pattern.compile(".*/customers\\?c=search.*"));
        assertThat(page.locator("tr[data-key]")).hasCount(1);

        page.navigate(address() + "/customers?build=1");
        page.click(".criteria .views-menu > summary");
        page.click(".criteria .view-list a");
        assertThat(page).hasURL(Pattern.compile(".*/customers\\?c=search.*"));
        assertThat(page.locator("tr[data-key]")).hasCount(1);
    }

    private void byKeyboardOnAPhone(Page page) {
        page.setViewportSize(390, 844);
        page.navigate(address() + "/customers?build=1");
        assertThat(page.locator("#criteria-0-0-what")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("[name='0-0.what-was']")).hasValue("customer.code");
        assertThat(page.locator("#criteria-0-0-what")).isFocused();
        page.locator("#criteria-0-0-value").focus();
        page.keyboard().type("c-2");
        assertThat(page.locator("#criteria-0-0-value")).hasValue("c-2");
        Picture.keep(page, "criteria-by-keyboard");
        assertThat(page.locator("#criteria-count")).containsText("1 of 3 customers matches");
        assertThat(Layout.problems(page)).isEmpty();
        assertThat(Accessibility.problems(page)).isEmpty();
        page.locator("#criteria-search").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/customers\\?c=customer.code.contains.*"));
    }

    /** With every kind of field, in both languages, widths and themes. */
    private void look(Page page, String language) {
        var criteria = "customer.code.oneOf(C-1,C-2,C-3),!customer.country.oneOf(FR)?,customer.blocked.oneOf(false),"
                + "customer.overdue.atLeast(50,customer.receivable),customer.lastPayment.longerAgo(90)?,"
                + "any(customer.delay.between(,30),customer.name.contains(goff),not(debtor.exposure.between(1,2))),"
                + "has.item(item.dueDate.days(2026-01-01,),item.kind.oneOf(INVOICE)),gone.score.betterThan(3)";
        page.navigate(address() + "/customers?build=1&c=" + URLEncoder.encode(criteria, StandardCharsets.UTF_8));
        assertThat(page.locator("#criteria-count .is-bad")).containsText("gone.score");
        for (var width : List.of(1440, 390)) {
            page.setViewportSize(width, 900);
            assertThat(Layout.problems(page)).as("%s, %d px", language, width).isEmpty();
            for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Theme.show(page, colours);
                assertThat(Accessibility.problems(page))
                        .as("%s, %d px, %s", language, width, colours)
                        .isEmpty();
                Picture.keep(page, "criteria-%s-%d-%s".formatted(language, width, colours));
            }
        }
        Theme.show(page, ColorScheme.LIGHT);
        page.setViewportSize(1440, 900);
    }
}
