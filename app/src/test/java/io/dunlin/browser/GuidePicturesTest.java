package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dunlin.demo.Demo;
import io.dunlin.jobs.Jobs;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of the user guide, always on the same day. Only with {@code -Dguide.pictures=true}. */
@EnabledIfSystemProperty(named = "guide.pictures", matches = "true")
class GuidePicturesTest extends RunningApplication {
    private static final Path PICTURES = Path.of("../docs/images");
    private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");
    private static final String EMAIL = "claire@example.org";
    private static final String SOUGHT = "bakrey";
    private static final int LARGEST = 250_000;
    private static final int TALL = 1000;

    private static final String FILE = """
            Open items of 20/11/2026
            Customer code;Customer name;Invoice number;Type;Invoice date;Due date;Amount;Open amount
            C-1001;Maison Leroy;2026-0117;INV;31/08/2026;30/09/2026;1.250,00;1.250,00
            C-1001;Maison Leroy;2026-0158;INV;02/10/2026;01/11/2026;480,50;480,50
            C-1001;Maison Leroy;2026-0161;CN;12/10/2026;12/10/2026;-120,00;-120,00
            C-1002;Brightwell Ltd;2026-0160;INV;05/10/2026;04/12/2026;9.300,00;4.300,00
            C-1003;Atelier du Nord;2026-0163;INV;07/10/2026;06/11/2026;2.760,40;2.760,40
            C-1003;Atelier du Nord;2026-0164;INV;31/02/2026;30/11/2026;815,00;815,00
            C-1004;Kaffeerösterei Hansen;2026-0170;INV;26/10/2026;25/11/2026;6.118,75;6.118,75
            C-1004;Kaffeerösterei Hansen;2026-0171;INV;28/10/2026;27/11/2026;944,20;944,20
            Total;;;;;;21.548,85;16.548,85
            """;

    @Test
    void the_pictures_of_the_guide_are_taken(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("open-items-2026-11-20.csv"), FILE);
        clock().setTo(NOW);
        try (var chromium = Chromium.start(Chromium.program().orElseThrow())) {
            var tenant = newTenant("Estuaire", "Estuaire Foods");
            newUser(tenant, Role.ADMINISTRATOR, "en", EMAIL, "Claire Morvan");
            var page = chromium.newPage(1440, TALL);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            SignIn.as(page, address(), EMAIL, PASSWORD);
            take(page, "start", 560);
            upload(page, file);

            var job = CurrentTenant.call(tenant, () -> bean(Demo.class).load());
            Wait.until(
                    "the demo is there",
                    () -> !CurrentTenant.call(tenant, () -> bean(Jobs.class).get(job))
                            .isActive());
            clock().setTo(NOW);
            open(page, "/overview");
            page.click(".topbar details.menu.left summary");
            page.locator("form[action='/company'] button[name=company]:not([aria-current])")
                    .first()
                    .click();
            overview(page);
            customers(page);
            reports(page);
            open(page, "/settings");
            take(page, "settings", 620);
            assertThat(chromium.complaints()).isEmpty();
        } finally {
            clock().setTo(Instant.now());
        }
    }

    private void upload(Page page, Path file) throws IOException {
        open(page, "/imports/new");
        take(page, "upload", 520);
        page.setInputFiles("input[type=file]", file);
        page.click("main form[enctype] button");
        assertThat(page.locator("#mapping")).isVisible();
        take(page, "mapping", TALL);
        page.click("#mapping .btn-primary");
        assertThat(page.locator("#rejected")).isVisible();
        take(page, "import", 640);
    }

    private void overview(Page page) throws IOException {
        open(page, "/overview");
        take(page, "overview", TALL);
        var browser = signedIn(EMAIL);
        Wait.until(
                "the search knows the demo",
                () -> browser.get("/search?q=" + SOUGHT).body().contains("href=\"/customers/"));
        page.keyboard().press("Control+k");
        page.fill(".search-dialog input", SOUGHT);
        assertThat(page.locator("#quick-search-hits a").first()).isVisible();
        take(page, "search", 720);
    }

    private void customers(Page page) throws IOException {
        open(page, "/customers");
        page.click(".columns-menu summary");
        take(page, "customers", 720);
        open(page, "/customers");
        page.locator("table.t tbody a.name").first().click();
        assertThat(page.locator("#statement")).isVisible();
        take(page, "customer", 820);
        page.locator("#statement tbody tr:not(.grp) a").first().click();
        assertThat(page.locator("ol.next-steps")).isVisible();
        take(page, "item", 820);
    }

    private void reports(Page page) throws IOException {
        for (var report : new String[] {"ageing", "dso", "overdue-trend", "sales", "cash-receipts"}) {
            open(page, "/reports/" + report);
            assertThat(page.locator(".chart canvas").first()).isVisible();
            take(page, report, 860);
        }
    }

    private void open(Page page, String path) {
        page.navigate(address() + path);
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
    }

    private static void take(Page page, String name, int height) throws IOException {
        var file = PICTURES.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setClip(0, 0, 1440, height));
        assertThat(Files.size(file)).as(name).isLessThan(LARGEST);
    }
}
