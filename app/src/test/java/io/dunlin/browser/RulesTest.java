package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search becomes a rule: it is tried, run, its reason read on the customer file, and undone. */
class RulesTest extends RunningApplication {
    private static final String ITEMS = """
            Customer code,Customer name,Invoice number,Invoice date,Due date,Amount
            C-1,Brasserie Kerveno,F-1,2026-01-05,2026-02-05,100.00
            C-2,Maison Le Goff,F-2,2026-01-05,2026-02-05,2000.00
            C-3,Hôtel Saint-Cyr,F-3,2026-01-05,2026-02-05,30000.00
            """;

    @Test
    void a_search_becomes_a_rule_that_says_why_and_is_undone(@TempDir Path folder) throws IOException {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var subscriber = newTenant();
        var anna = "anna%d@example.org".formatted(System.nanoTime());
        newUser(subscriber.tenant(), Role.COLLECTOR, "en", anna, "Anna Roy");
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(1440, 900);
            SignIn.as(page, address(), subscriber.administrator(), PASSWORD);
            Uploads.of(page, address(), Files.writeString(folder.resolve("items.csv"), ITEMS));

            saveSearch(page, "Large ones", "1000");
            saveSearch(page, "Largest one", "20000");
            addRule(page, "Large ones", "Anna Roy");
            addRule(page, "Largest one", "User ADMINISTRATOR");
            assertThat(page.locator("[data-rule]")).hasCount(2);
            assertThat(page.locator("#rules-title ~ .sub")).containsText("2 changes for 3 customers");
            Look.everywhere(page, "rules");

            page.locator("[data-rule] [data-grip]").nth(1).focus();
            page.keyboard().press("ArrowUp");
            assertThat(page.locator("[data-rule] b").first()).hasText("Largest one");
            assertThat(page.locator("main")).containsText("none → User ADMINISTRATOR");

            page.click("text=Make 2 changes");
            assertThat(page).hasURL(Pattern.compile(".*/settings/rules/runs/\\d+"));
            assertThat(page.locator("main")).containsText("Hôtel Saint-Cyr");
            Look.everywhere(page, "run");

            page.navigate(address() + "/customers/EST/C-2/history");
            assertThat(page.locator("main"))
                    .containsText("Collector is Anna Roy, before: none, because the rule “Large ones” fits.");
            Look.everywhere(page, "reason");

            page.navigate(address() + "/settings/rules/runs");
            Look.everywhere(page, "runs");
            page.click("text=Undo");
            assertThat(page.locator("main")).containsText("2 values are as they were before.");
            page.navigate(address() + "/customers/EST/C-2/history");
            assertThat(page.locator("main")).containsText("Collector is none again, in place of Anna Roy");

            var french = chromium.newPage(1440, 900);
            SignIn.as(french, address(), newUser(subscriber.tenant(), Role.ADMINISTRATOR, "fr"), PASSWORD);
            french.navigate(address() + "/settings/rules/collector");
            assertThat(french.locator("main")).containsText("2 changements");
            Look.everywhere(french, "rules-fr");
            french.navigate(address() + "/settings/rules/groups");
            Look.everywhere(french, "none-fr");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void saveSearch(Page page, String name, String atLeast) {
        page.navigate(address() + "/customers?build=1");
        page.selectOption("#criteria-0-0-what", "customer.receivable");
        assertThat(page.locator("[name='0-0.what-was']")).hasValue("customer.receivable");
        page.locator("#criteria-0-0-value").fill(atLeast);
        assertThat(page.locator("#criteria-count")).containsText("of 3 customers");
        page.click(".criteria .views-menu > summary");
        page.fill("#criteria-name", name);
        page.click("#criteria-save .btn-primary");
        assertThat(page).hasURL(Pattern.compile(".*/customers\\?c=search.*"));
    }

    private void addRule(Page page, String search, String value) {
        page.navigate(address() + "/settings/rules/collector");
        assertThat(page.locator("#rules")).not().hasClass(Pattern.compile("htmx-request"));
        page.click("text=Add a rule");
        page.locator("#search-new").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(search));
        page.locator("#value-new").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(value));
        page.locator("#search-new")
                .locator("xpath=ancestor::form")
                .locator("button")
                .click();
        assertThat(page.locator("[data-rule]").last()).containsText(search);
    }
}
