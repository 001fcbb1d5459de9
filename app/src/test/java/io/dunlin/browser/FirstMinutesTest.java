package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dunlin.database.TestDatabase;
import io.dunlin.tenancy.signin.OneTimeLinks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From an empty installation to a true ageing balance: first run, upload with mapping, ageing, customer file, sign-out. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FirstMinutesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private OneTimeLinks links;

    @DynamicPropertySource
    static void emptyDatabase(DynamicPropertyRegistry properties) {
        properties.add("dunlin.database.url", TestDatabase.create()::url);
    }

    @Test
    void a_new_user_sees_the_ageing_of_the_first_file_within_minutes(@TempDir Path folder) throws Exception {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var file = Files.writeString(folder.resolve("receivables.csv"), receivables(), StandardCharsets.UTF_8);
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(1440, 900);

            createAdministrator(page);
            upload(page, file);
            readAgeing(page);
            readCustomerFile(page);
            signOut(page);

            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void createAdministrator(Page page) {
        page.navigate(address("/first-run?key=" + links.forFirstAdministrator()));
        page.fill("[name=companyName]", "Estuaire Foods");
        page.selectOption("[name=currency]", "EUR");
        page.selectOption("[name=zone]", "Europe/Paris");
        page.fill("[name=name]", "Claire Morvan");
        page.fill("[name=email]", "claire@example.org");
        page.fill("[name=password]", "correct horse 7");
        page.fill("[name=repeated]", "correct horse 7");
        page.click("main button[type=submit]");
        assertThat(page.locator("h1")).hasText("Overview");
    }

    private void upload(Page page, Path file) {
        page.navigate(address("/imports/new"));
        page.setInputFiles("input[type=file]", file);
        page.click("main form[enctype] button");
        assertThat(page).hasURL(Pattern.compile(".*/imports/\\d+/mapping"));
        // 1/31 and 12/31 can only be month first; the other columns follow.
        assertThat(page.locator("#mapping")).containsText("MM/dd/yyyy");
        page.click("#mapping .btn-primary");
        assertThat(page.locator("main")).containsText("41 new");
    }

    private void readAgeing(Page page) {
        page.navigate(address("/reports/ageing?asOf=2026-03-31"));
        assertThat(page.locator("h1")).hasText("Ageing balance");
        assertThat(page.locator("tfoot")).containsText("41,000.00");
        assertThat(page.locator(".chart canvas")).isVisible();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    private void readCustomerFile(Page page) {
        page.locator("table.t tbody a.name").first().click();
        assertThat(page.locator("h1")).containsText("Maison Kerveno");
        assertThat(page.locator("main")).containsText("F-000");
    }

    private void signOut(Page page) {
        page.click("details.menu summary[aria-label]");
        page.click("form[action='/sign-out'] button");
        page.navigate(address("/customers"));
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
    }

    private static String receivables() {
        var rows = new StringBuilder("Customer code,Customer name,Invoice number,Invoice date,Due date,Amount\n");
        for (var number = 0; number <= 40; number++) {
            var issued = LocalDate.of(2025, 12, 31).plusDays(number);
            rows.append("C-1048%d,Maison Kerveno %d,F-%06d,%s,%s,1000.00\n"
                    .formatted(number % 3, number % 3, number, monthFirst(issued), monthFirst(issued.plusDays(30))));
        }
        return rows.toString();
    }

    private static String monthFirst(LocalDate date) {
        return "%d/%d/%d".formatted(date.getMonthValue(), date.getDayOfMonth(), date.getYear());
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
