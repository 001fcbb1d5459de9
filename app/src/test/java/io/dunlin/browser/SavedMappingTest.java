package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping gets a name on one file and is chosen on another, in a real browser; the names are long. */
class SavedMappingTest extends RunningApplication {
    private static final String LONG = "Exportdenombreuxclientsdelafilialedeux".repeat(2);
    private static final String HEADER = "Compte auxiliaire du client final avec un nom fort long";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"en, 1440, LIGHT", "fr, 390, DARK", "en, 390, LIGHT", "fr, 1440, DARK"})
    void a_mapping_is_named_on_one_file_and_chosen_on_the_next(String language, int width, ColorScheme colours)
            throws IOException {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(width, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            page.navigate(address() + "/sign-in");
            page.fill("[name=email]", newUser(newTenant().tenant(), Role.ADMINISTRATOR, language));
            page.fill("[name=password]", PASSWORD);
            page.click("main button[type=submit]");

            upload(page, HEADER + ";Pièce X;Jour;Somme;Genre X\nC1;A;2026-01-02;10.50;F1\nC1;B;2026-01-03;20.25;G7\n");
            choose(page, "#field_0", "ITEM_CUSTOMER_CODE");
            choose(page, "#field_1", "ITEM_NUMBER");
            choose(page, "#field_2", "ITEM_ISSUE_DATE");
            choose(page, "#field_3", "ITEM_AMOUNT");
            choose(page, "#field_4", "ITEM_TYPE");
            page.fill("#savedName", LONG);
            page.press("#savedName", "Enter");
            assertThat(page.locator("#import-file [role=status]")).containsText(LONG);
            assertThat(page.locator("#field_1")).hasValue("ITEM_NUMBER");
            choose(page, "#type_F1", "INVOICE");
            choose(page, "#type_G7", "DRAFT");
            page.click("#mapping .btn-primary");
            assertThat(page.locator("main a[href^='/overview']").first()).isVisible();

            upload(
                    page,
                    "Neu;Somme;Jour;" + HEADER + ";Genre X\nA-1;12.50;2026-01-05;C9;F1\nA-2;2.25;2026-01-06;C9;G7\n");
            page.selectOption("#saved", new com.microsoft.playwright.options.SelectOption().setLabel(LONG));
            assertThat(page.locator("#import-file [role=status]")).hasCount(3);
            assertThat(page.locator("#field_3")).hasValue("ITEM_CUSTOMER_CODE");
            assertThat(page.locator("#type_G7")).hasValue("DRAFT");
            choose(page, "#field_0", "ITEM_NUMBER");
            look(page, "mapping-%s-%d".formatted(language, width));
            assertThat(page.locator("#mapping .btn-primary")).isEnabled();

            page.navigate(address() + "/imports/mappings");
            page.locator("details.lines summary").first().click();
            look(page, "mappings-%s-%d".formatted(language, width));
            page.click("main td a.name");
            page.selectOption("#field_1", "ITEM_DUE_DATE");
            assertThat(page.locator("#format_1")).isVisible();
            look(page, "edit-%s-%d".formatted(language, width));
            page.fill("#name", "Lyon");
            page.click("#saved-columns .btn-primary");
            assertThat(page.locator("main td a.name")).hasText("Lyon");
            page.navigate(address() + "/imports/item-types");
            look(page, "types-%s-%d".formatted(language, width));
            page.navigate(address() + "/imports/new");
            look(page, "upload-%s-%d".formatted(language, width));
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void upload(Page page, String content) throws IOException {
        var file = Files.writeString(folder.resolve("items.csv"), content, StandardCharsets.UTF_8);
        page.navigate(address() + "/imports/new");
        page.setInputFiles("input[type=file]", file);
        page.click("main form[enctype] button");
        assertThat(page.locator("#mapping thead select").first()).isVisible();
    }

    private static void choose(Page page, String select, String value) {
        page.waitForResponse("**/preview", () -> page.selectOption(select, value));
        assertThat(page.locator(select)).hasValue(value);
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/" + name + ".png"))
                .setFullPage(true));
        assertThat(Accessibility.problems(page)).as(page.url()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("pixels too wide: %s", page.url())
                .isEqualTo(0);
    }
}
