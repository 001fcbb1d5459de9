package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A grade of a bureau is declared, its values are pasted, one is written down by hand, and customers are searched by it. */
class OutsideValuesTest extends RunningApplication {
    private static final String ITEMS = """
            Customer code,Customer name,Invoice number,Invoice date,Due date,Amount
            C-1,Brasserie Kerveno,F-1,2026-11-05,2099-12-05,100.00
            C-2,Maison Le Goff,F-2,2026-01-05,2026-02-05,2000.00
            """;

    @Test
    void a_grade_is_declared_brought_in_and_searched_by(@TempDir Path folder) throws IOException {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var subscriber = newTenant();
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(1440, 900);
            SignIn.as(page, address(), subscriber.administrator(), PASSWORD);
            Uploads.of(page, address(), Files.writeString(folder.resolve("items.csv"), ITEMS));
            page.navigate(address() + "/settings/outside");
            Look.everywhere(page, "outside-none");
            page.fill("#field-name", "Failure grade of the bureau");
            page.fill("#field-source", "Creditreform");
            page.selectOption("#kind", "GRADE");
            page.fill("#offered", "D\nC\nB\nA");
            page.click("button:has-text('Declare')");
            Look.everywhere(page, "outside-declared");

            page.fill("textarea[name=lines]", "C-1;A;2026-01-31\nC-2;D\nC-9;A");
            page.click("text=Take them in");
            assertThat(page.locator("main")).containsText("2 values were taken in, 2 of them new. 1 line was left out");
            assertThat(page.locator("textarea[name=lines]")).hasValue("C-9;A");
            Look.everywhere(page, "outside-partly");

            page.navigate(address() + "/customers/EST/C-1/outside");
            page.click("text=Write down");
            page.selectOption("#value", "C");
            Look.everywhere(page, "outside-write");
            page.click("button:has-text('Write down')");
            page.click("text=Failure grade of the bureau: 1 value before");
            assertThat(page.locator("details[open] .list"))
                    .containsText("Creditreform, written down by User ADMINISTRATOR");
            Look.everywhere(page, "outside-customer");

            page.navigate(address() + "/customers?build=1");
            page.selectOption("#criteria-0-0-what", "outside.failure-grade-of-the-bureau");
            assertThat(page.locator("[name='0-0.what-was']")).hasValue("outside.failure-grade-of-the-bureau");
            page.navigate(address() + "/settings/outside");
            Look.everywhere(page, "outside-list");
            page.click("td a:has-text('2')");
            assertThat(page.locator("main")).containsText("Maison Le Goff");

            var french = chromium.newPage(390, 844);
            SignIn.as(french, address(), newUser(subscriber.tenant(), Role.ADMINISTRATOR, "fr"), PASSWORD);
            for (var path : new String[] {"/settings/outside", "/customers/EST/C-1/outside"}) {
                french.navigate(address() + path);
                Look.everywhere(french, "outside-fr" + path);
            }
            french.navigate(address() + "/settings/outside");
            french.click("a.name");
            Look.everywhere(french, "outside-fr-indicator");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
