package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the ways to begin to an Overview of one's own. */
class OverviewTest extends RunningApplication {
    private static final Pattern KEY = Pattern.compile("\\b(insights|ledger|intake|reporting)\\.[a-z]+\\.?[a-z]*");

    @Test
    void a_first_file_fills_the_overview_and_its_blocks_are_arranged(@TempDir Path folder) throws Exception {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var tenant = newTenant();
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(1440, 900);
            signIn(page, tenant.administrator());

            begin(page, Files.writeString(folder.resolve("items.csv"), receivables()));
            read(page);
            drag(page);
            moveByKeyboard(page);
            hide(page);
            restore(page);
            onAPhoneInFrench(chromium.newPage(390, 844), newUser(tenant.tenant(), Role.CREDIT_MANAGER, "fr"));

            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void begin(Page page, Path file) {
        assertThat(page).hasURL(Pattern.compile(".*/overview"));
        accessible(page);
        page.click("text=Upload a file");
        page.navigate(address() + "/imports/new");
        page.setInputFiles("input[type=file]", file);
        page.click("main form[enctype] button");
        assertThat(page).hasURL(Pattern.compile(".*/imports/\\d+/mapping"));
        page.click("#mapping .btn-primary");
        page.click("text=See the overview");
    }

    private void read(Page page) {
        loaded(page);
        assertThat(page.locator("#overview-lead")).containsText("is overdue");
        accessible(page);
        assertThat(page.locator(".tile").first()).containsText("3,500");
        assertThat(page.locator("#block-call-first tbody tr").first()).containsText("Maison Kerveno 0");
        assertThat(page.locator("#block-ageing canvas")).isVisible();
        assertThat(page.locator("#block-imports")).containsText("items.csv");
        assertThat(order(page)).startsWith("key-figures", "call-first", "ageing", "biggest-overdue");
    }

    private void drag(Page page) {
        var last = page.locator("#block-dso");
        last.scrollIntoViewIfNeeded();
        var grip = last.locator("[data-grip]").boundingBox();
        var goal = page.locator("#block-imports").boundingBox();
        page.mouse().move(grip.x + 8, grip.y + 8);
        page.mouse().down();
        page.mouse().move(goal.x + 60, goal.y + 60, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(6));
        page.waitForResponse("**/overview/arrangement", () -> page.mouse().up());
        assertThat(order(page)).containsSubsequence("dso", "imports");
        page.reload();
        assertThat(order(page)).containsSubsequence("dso", "imports");
    }

    private void moveByKeyboard(Page page) {
        loaded(page);
        page.locator("#block-ageing [data-grip]").focus();
        page.waitForResponse("**/overview/arrangement", () -> page.keyboard().press("ArrowUp"));
        assertThat(page.locator("#block-ageing [data-grip]")).isFocused();
        assertThat(page.locator("#overview-said")).containsText("2/");
        page.reload();
        assertThat(order(page)).startsWith("key-figures", "ageing", "call-first");
    }

    private void hide(Page page) {
        loaded(page);
        page.click("#block-imports summary.tool");
        page.waitForResponse("**/overview/arrangement", () -> page.click("#block-imports button[value=hide]"));
        page.reload();
        assertThat(order(page)).doesNotContain("imports");
    }

    private void restore(Page page) {
        page.click("text=Customise");
        page.click("text=Back to the default");
        assertThat(page.locator("#customise")).hasCount(0);
        assertThat(order(page)).startsWith("key-figures", "call-first").contains("imports");
    }

    private void onAPhoneInFrench(Page page, String email) {
        signIn(page, email);
        loaded(page);
        assertThat(page.locator("h1")).hasText("Vue d’ensemble");
        accessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        assertThat(KEY.matcher(page.locator("main").innerText()).find()).isFalse();
    }

    private static void accessible(Page page) {
        assertThat(Accessibility.problems(page)).isEmpty();
    }

    private void signIn(Page page, String email) {
        page.navigate(address() + "/sign-in");
        page.fill("[name=email]", email);
        page.fill("[name=password]", PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.locator("h1")).isVisible();
    }

    private static void loaded(Page page) {
        assertThat(page.locator("[aria-busy]")).hasCount(0);
        assertThat(page.locator("[data-block]").first()).isVisible();
    }

    private static List<String> order(Page page) {
        return page.locator("[data-block]").all().stream()
                .map(block -> String.valueOf(block.getAttribute("data-block")))
                .toList();
    }

    private String receivables() {
        var today = LocalDate.now(clock().withZone(ZoneId.of("Europe/Paris")));
        var rows = new StringBuilder("Customer code,Customer name,Invoice number,Invoice date,Due date,Amount\n");
        for (var number = 0; number < 7; number++) {
            var issued = today.minusDays(20L + number * 9);
            rows.append("C-%d,Maison Kerveno %d,F-%04d,%s,%s,500.00\n"
                    .formatted(number % 3, number % 3, number, issued, issued.plusDays(30)));
        }
        return rows.toString();
    }
}
