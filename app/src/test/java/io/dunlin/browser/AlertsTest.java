package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ready-made alert is taken, changed, its customers looked at, one of them snoozed, and a new one told of by the bell. */
class AlertsTest extends RunningApplication {
    private static final String ITEMS = """
            Customer code,Customer name,Invoice number,Invoice date,Due date,Amount
            C-1,Brasserie Kerveno,F-1,2026-01-05,2026-02-05,1100.00
            C-2,Maison Le Goff,F-2,2026-01-05,2026-02-05,2000.00
            C-3,Hôtel Saint-Cyr,F-3,2026-01-05,2026-02-05,60000.00
            """;
    private static final String ONE_MORE = "C-4,Crêperie du Port,F-4,2026-01-05,2026-02-05,4200.00\n";

    @Test
    void a_ready_made_alert_finds_customers_is_silent_about_one_and_tells_of_a_new_one(@TempDir Path folder)
            throws IOException {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var subscriber = newTenant();
        newUser(subscriber.tenant(), Role.COLLECTOR, "en");
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(1440, 900);
            SignIn.as(page, address(), subscriber.administrator(), PASSWORD);
            Uploads.of(page, address(), Files.writeString(folder.resolve("items.csv"), ITEMS));

            page.navigate(address() + "/alerts");
            assertThat(page.locator("main")).containsText("No alerts yet.");
            Look.everywhere(page, "empty");
            page.click("[aria-label='Add “Overdue more than half”']");
            assertThat(page).hasURL(Pattern.compile(".*/alerts/\\d+"));
            page.navigate(address() + "/alerts/gallery");
            assertThat(page.locator("main")).containsText("You have it");
            Look.everywhere(page, "gallery");
            page.click("[aria-label='Add “Overdue for more than 60 days”']");
            assertThat(page.locator("main")).containsText("3 customers · receivable 63,100.00 EUR");
            assertThat(page.locator(".alert-mark")).hasCount(3);
            Look.everywhere(page, "alert");

            page.click(".page-head >> text=Change");
            assertThat(page.locator("#criteria-count")).containsText("3 of 3 customers");
            page.fill("#alert-name", "");
            page.click(".criteria-foot .btn-primary");
            assertThat(page.locator("#criteria-builder")).containsText("An alert needs a name");
            page.fill("#alert-name", "Two months late");
            page.check("[name=level][value=CRITICAL]");
            page.check("[name=shared][value=true]");
            page.locator("[name^=user-]").first().selectOption("AT_ONCE");
            page.locator(".told-others summary").click();
            page.waitForResponse(
                    Pattern.compile(".*/criteria/count"),
                    () -> page.locator("#criteria-0-0-value").fill("31"));
            assertThat(page.locator("#criteria-count")).containsText("3 of 3 customers");
            Look.everywhere(page, "form");
            page.click(".criteria-foot .btn-primary");
            assertThat(page).hasURL(Pattern.compile(".*/alerts/\\d+$"));
            assertThat(page.locator("h1")).containsText("Two months late");

            page.click("[aria-label='Snooze Brasserie Kerveno']");
            page.locator("details[open] [name=reason]").fill("Has promised to pay on Friday");
            Look.everywhere(page, "snooze");
            page.locator("details[open] .btn-primary").click();
            assertThat(page.locator("main")).containsText("The customer is out of this alert");
            assertThat(page.locator(".alert-customers tbody tr")).hasCount(2);
            page.click(".seg >> text=Snoozed");
            assertThat(page.locator(".alert-customers tbody")).containsText("Has promised to pay on Friday");
            Look.everywhere(page, "snoozed");

            assertThat(page.locator(".bell .dot-count")).hasCount(0);
            Uploads.of(page, address(), Files.writeString(folder.resolve("more.csv"), ITEMS + ONE_MORE));
            page.navigate(address() + "/alerts");
            assertThat(page.locator(".bell .dot-count")).hasText("1");
            assertThat(page.locator("main")).containsText("+1");
            Look.everywhere(page, "alerts");
            page.click(".bell");
            assertThat(page.locator("main")).containsText("One new customer in “Two months late”");
            Look.everywhere(page, "notices");
            page.click(".alert-notices button");
            assertThat(page.locator(".alert-customers tbody tr").first()).containsText("Crêperie du Port");
            assertThat(page.locator(".bell .dot-count")).hasCount(0);

            page.navigate(address() + "/customers/EST/C-4");
            assertThat(page.locator(".cust-head .alert-mark")).hasCount(2);
            assertThat(page.locator(".cust-head .alert-mark").first()).hasAttribute("title", "Two months late");
            Look.everywhere(page, "file");
            page.navigate(address() + "/customers");
            assertThat(page.locator("#customers .alert-mark")).hasCount(7);
            Look.everywhere(page, "customers");

            var french = chromium.newPage(1440, 900);
            SignIn.as(french, address(), newUser(subscriber.tenant(), Role.ADMINISTRATOR, "fr"), PASSWORD);
            french.navigate(address() + "/alerts");
            assertThat(french.locator("main")).containsText("Two months late");
            assertThat(french.locator("main")).not().containsText("Overdue more than half");
            Look.everywhere(french, "alerts-fr");
            french.click(".alert-name");
            Look.everywhere(french, "alert-fr");
            french.navigate(address() + "/alerts/new");
            french.fill("#alert-name", "W".repeat(60));
            french.selectOption("#criteria-0-0-what", "customer.name");
            assertThat(french.locator("[name='0-0.what-was']")).hasValue("customer.name");
            french.waitForResponse(
                    Pattern.compile(".*/criteria/count"),
                    () -> french.locator("#criteria-0-0-value").fill("r"));
            Look.everywhere(french, "form-fr");
            french.click(".criteria-foot .btn-primary");
            assertThat(french).hasURL(Pattern.compile(".*/alerts/\\d+$"));
            Look.everywhere(french, "longest-fr");
            french.navigate(address() + "/alerts");
            Look.everywhere(french, "longest-list-fr");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
