package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A card is built, tried, saved, read on the customer file, and searched by. */
class ScorecardsTest extends RunningApplication {
    private static final String ITEMS = """
            Customer code,Customer name,Invoice number,Invoice date,Due date,Amount
            C-1,Brasserie Kerveno,F-1,2026-11-05,2099-12-05,100.00
            C-2,Maison Le Goff,F-2,2026-01-05,2026-02-05,2000.00
            C-3,Hôtel Saint-Cyr,F-3,2026-01-05,2026-02-05,30000.00
            """;

    @Test
    void a_card_is_tried_saved_explained_and_searched_by(@TempDir Path folder) throws IOException {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var subscriber = newTenant();
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(1440, 900);
            SignIn.as(page, address(), subscriber.administrator(), PASSWORD);
            Uploads.of(page, address(), Files.writeString(folder.resolve("items.csv"), ITEMS));
            saveSearch(page);

            page.navigate(address() + "/settings/scorecards");
            look(page, "none");
            page.click(".page-head .btn-primary");
            page.fill("#card-name", "Payment risk");
            look(page, "new");

            // What is wrong is said at its place, and what was typed stays.
            page.fill("#card-grade-1-from", "80");
            page.locator("button:has-text('Dry run')").last().click();
            assertThat(page.locator("#card")).containsText("Class B has to begin at fewer points than class A");
            assertThat(page.locator("#card-grade-1-from")).hasAttribute("aria-invalid", "true");
            look(page, "wrong");
            page.fill("#card-grade-1-from", "50");

            page.click("text=Add an override");
            page.selectOption("#card-override-0-search", new SelectOption().setLabel("Largest one"));
            page.selectOption("#card-override-0-grade", "B");
            page.click("text=Add a line");
            page.selectOption("#card-line-3-indicator", "customer.receivable");
            assertThat(page.locator("#card-line-3-band-2")).hasValue("100000");
            page.locator("#card-lines .crit-group")
                    .last()
                    .locator("text=Add a band")
                    .click();
            page.fill("#card-line-3-band-3", "1000000");
            page.fill("#card-line-3-points-4", "0");
            page.locator("button:has-text('Dry run')").last().click();
            assertThat(page.locator("[aria-labelledby=card-preview]")).containsText("of 3 customers");
            assertThat(page.locator("ul[aria-labelledby=card-changed]")).containsText("Hôtel Saint-Cyr");
            look(page, "tried");

            page.click("text=Save and calculate");
            assertThat(page).hasURL(Pattern.compile(".*/settings/scorecards/\\d+"));
            assertThat(page.locator("main")).containsText("3 customers were looked at, 3 have another score");
            look(page, "kept");
            page.navigate(address() + "/settings/scorecards");
            assertThat(page.locator(".score-classes")).containsText("B 1");
            look(page, "list");

            page.navigate(address() + "/customers/EST/C-3/scores");
            assertThat(page.locator("main"))
                    .containsText("The search “Largest one” finds this customer, and so the class is B");
            assertThat(page.locator("main")).containsText("By its points it would be D");
            assertThat(page.locator("main")).containsText("30,000 EUR");
            look(page, "sheet");

            page.navigate(address() + "/settings/scorecards");
            page.locator(".score-classes a:has-text('B')").click();
            assertThat(page.locator("main")).containsText("Hôtel Saint-Cyr");
            assertThat(page.locator("main")).not().containsText("Maison Le Goff");

            page.navigate(address() + "/settings/scorecards/new?kind=matrix");
            assertThat(page.locator("#card-rows-indicator option:checked")).hasText("Payment risk (A – D)");
            page.fill("#card-name", "Limit policy");
            page.locator("button:has-text('Dry run')").last().click();
            assertThat(page.locator("[aria-labelledby=card-preview]")).containsText("of 3 customers");
            look(page, "matrix");
            page.click("text=Save and calculate");
            assertThat(page.locator("main")).containsText("3 customers were looked at");

            overrideWithItsOwn(page);

            var french = chromium.newPage(1440, 900);
            SignIn.as(french, address(), newUser(subscriber.tenant(), Role.ADMINISTRATOR, "fr"), PASSWORD);
            french.navigate(address() + "/settings/scorecards");
            french.click("text=Payment risk");
            look(french, "kept-fr");
            french.navigate(address() + "/customers/EST/C-2/scores");
            look(french, "sheet-fr");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    /** The criteria are built in the place of the card, and what was typed of it is there again; the matrix would follow. */
    private void overrideWithItsOwn(Page page) {
        page.navigate(address() + "/settings/scorecards");
        page.click("text=Payment risk");
        page.fill("#card-name", "Risk of payment");
        page.click("text=Add one with own criteria");
        assertThat(page.locator("#override-title")).containsText("Override 2");
        page.selectOption("#criteria-0-0-what", "customer.receivable");
        assertThat(page.locator("[name='0-0.what-was']")).hasValue("customer.receivable");
        page.waitForResponse(
                Pattern.compile(".*/criteria/count"),
                () -> page.locator("#criteria-0-0-value").fill("5000"));
        assertThat(page.locator("#criteria-count")).containsText("1 of 3 customers");
        look(page, "own");
        page.click("text=Use these criteria");
        assertThat(page.locator("#card-override-1-criteria")).containsText("Receivable");
        assertThat(page.locator("#card-name")).hasValue("Risk of payment");
        page.selectOption("#card-override-1-grade", "D");
        page.locator("button:has-text('Dry run')").last().click();
        assertThat(page.locator("[aria-labelledby=card-behind]")).containsText("Limit policy");
        page.click("[aria-labelledby=card-behind] summary");
        look(page, "behind");
    }

    private void saveSearch(Page page) {
        page.navigate(address() + "/customers?build=1");
        page.selectOption("#criteria-0-0-what", "customer.receivable");
        assertThat(page.locator("[name='0-0.what-was']")).hasValue("customer.receivable");
        page.locator("#criteria-0-0-value").fill("20000");
        assertThat(page.locator("#criteria-count")).containsText("of 3 customers");
        page.click(".criteria .views-menu > summary");
        page.fill("#criteria-name", "Largest one");
        page.click("#criteria-save .btn-primary");
        assertThat(page).hasURL(Pattern.compile(".*/customers\\?c=search.*"));
    }

    private static void look(Page page, String name) {
        Look.everywhere(page, "score-" + name);
    }
}
