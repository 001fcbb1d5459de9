package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.testing.RunningApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mapping page in a real browser: choices renew the table at once. */
class MappingTest extends RunningApplication {
    @Test
    void another_delimiter_renews_the_table_and_keeps_a_choice_made_by_hand(@TempDir Path folder) throws Exception {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var file = Files.writeString(
                folder.resolve("items.csv"),
                "client_code,note;item_number;invoice_date;amount\n1,x;A;2026-01-02;10\n2,y;B;2026-01-03;20\n",
                StandardCharsets.UTF_8);
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(1440, 900);
            page.navigate(address() + "/sign-in");
            page.fill("[name=email]", newTenant().administrator());
            page.fill("[name=password]", PASSWORD);
            page.click("main button[type=submit]");
            page.navigate(address() + "/imports/new");
            page.setInputFiles("input[type=file]", file);
            page.click("main form[enctype] button");
            assertThat(page.locator("#mapping thead select")).hasCount(4);

            page.selectOption("#delimiter", "COMMA");
            assertThat(page.locator("#mapping thead select")).hasCount(2);
            assertThat(page.locator("#field_0")).hasValue("ITEM_CUSTOMER_CODE");
            page.selectOption("#delimiter", "SEMICOLON");
            assertThat(page.locator("#mapping thead select")).hasCount(4);
            assertThat(page.locator("#delimiter")).hasValue("SEMICOLON");

            page.selectOption("#field_0", "ITEM_PURCHASE_ORDER");
            assertThat(page.locator("#mapping")).containsText("4 of 4");
            page.selectOption("#charset", "UTF-16LE");
            assertThat(page.locator("#import-file [role=alert]")).isVisible();
            assertThat(page.locator("#charset")).hasValue("UTF-8");
            page.selectOption("#charset", "ISO-8859-15");
            assertThat(page.locator("#import-file [role=alert]")).hasCount(0);
            assertThat(page.locator("#charset")).hasValue("ISO-8859-15");
            assertThat(page.locator("#field_0")).hasValue("ITEM_PURCHASE_ORDER");
            page.screenshot(
                    new com.microsoft.playwright.Page.ScreenshotOptions().setPath(Path.of("target/mapping.png")));
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
