package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From signing in to the first customer called: every step can be read by everybody and fits its window. */
class FirstFileTest extends RunningApplication {
    @ParameterizedTest
    @CsvSource({
        "en, 1440, LIGHT", "en, 1440, DARK", "en, 390, LIGHT", "en, 390, DARK",
        "fr, 1440, LIGHT", "fr, 1440, DARK", "fr, 390, LIGHT", "fr, 390, DARK"
    })
    void a_first_file_becomes_an_overview(String language, int width, ColorScheme colours, @TempDir Path folder)
            throws Exception {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var email = newUser(newTenant().tenant(), Role.ADMINISTRATOR, language);
        var file = Files.writeString(folder.resolve("receivables.csv"), receivables(language));
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(width, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            page.navigate(address() + "/sign-in");
            look(page);
            page.fill("[name=email]", email);
            page.fill("[name=password]", PASSWORD);
            page.click("main button[type=submit]");
            look(page);

            page.click("main a[href='/imports/new']");
            look(page);
            page.setInputFiles("input[type=file]", file);
            page.click("main form[enctype] button");
            assertThat(page).hasURL(Pattern.compile(".*/imports/\\d+/mapping"));
            look(page);
            page.click("#mapping .btn-primary");
            assertThat(page.locator("main a[href^='/overview']").first()).isVisible();
            look(page);

            page.locator("main a[href^='/overview']").first().click();
            assertThat(page.locator("#block-call-first tbody tr")).hasCount(3);
            look(page);
            page.locator("#block-call-first tbody a").first().click();
            assertThat(page.locator("h1")).containsText("Maison Kerveno");
            look(page);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void look(Page page) {
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        assertThat(page.locator("h1")).isVisible();
        assertThat(Accessibility.problems(page)).as(page.url()).isEmpty();
        assertThat(Layout.problems(page)).as(page.url()).isEmpty();
    }

    private String receivables(String language) {
        var today = LocalDate.now(clock().withZone(ZoneId.of("Europe/Paris")));
        var rows = new StringBuilder(
                language.equals("fr")
                        ? "Code client;Nom du client;N° facture;Date facture;Date d'échéance;Montant TTC\n"
                        : "Customer code;Customer name;Invoice number;Invoice date;Due date;Amount\n");
        for (var number = 0; number < 9; number++) {
            var issued = today.minusDays(40L + number * 9);
            rows.append("C-%d;Maison Kerveno %d;F-%04d;%s;%s;500.00\n"
                    .formatted(number % 3, number % 3, number, issued, issued.plusDays(30)));
        }
        return rows.toString();
    }
}
