package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.dunlin.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows ticked over two pages go into a group and back; a list is kept as a view and opens with it. */
class TablesTest extends RunningApplication {
    private static final int CUSTOMERS = 60;

    @Test
    void rows_are_ticked_over_pages_and_a_list_is_kept_as_a_view(@TempDir Path folder) throws IOException {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var subscriber = newTenant();
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(1440, 900);
            signIn(page, subscriber.administrator());
            upload(page, Files.writeString(folder.resolve("items.csv"), receivables()));
            page.navigate(address() + "/settings/groups");
            page.fill("form.wrap [name=name]", "Key accounts");
            page.click("form.wrap .btn-primary");

            tickByKeysAndOverPages(page);
            chooseColumnsWithoutLosingTicks(page);
            putAllButOneIntoAGroupAndUndo(page);
            keepAView(page);

            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void tickByKeysAndOverPages(Page page) {
        page.navigate(address() + "/customers?sort=code");
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("Space");
        assertThat(page.locator("[data-count]")).hasText("2");
        assertThat(page.locator("[data-sum]")).containsText("Receivable 203.00");
        page.click("a[rel=next]");
        assertThat(page.locator("tr[data-key]")).hasCount(CUSTOMERS - 50);
        assertThat(page.locator("[data-count]")).hasText("2");
        ticks(page).first().check();
        assertThat(page.locator("[data-count]")).hasText("3");
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-selection]")).isHidden();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
    }

    private void chooseColumnsWithoutLosingTicks(Page page) {
        page.navigate(address() + "/customers?sort=code");
        ticks(page).first().check();
        ticks(page).nth(1).check();
        page.click(".columns-menu > summary");
        page.check(".columns-menu [value=groups]");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*columns=code%2Cname.*groups.*"));
        assertThat(page.locator("thead")).containsText("Groups");
        assertThat(page.locator("[data-count]")).hasText("2");
        assertThat(ticks(page).nth(1)).isChecked();
        assertThat(page.locator(".columns-menu > summary")).isFocused();
        page.click(".columns-menu > summary");
        page.click(".columns-menu a.btn");
        assertThat(page.locator("thead")).not().containsText("Groups");
        assertThat(page.locator("[data-count]")).hasText("2");
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
    }

    private void putAllButOneIntoAGroupAndUndo(Page page) {
        ticks(page).first().check();
        page.click("[data-tick-all]");
        ticks(page).first().uncheck();
        assertThat(page.locator("[data-count]")).hasText("59");
        page.click("[data-selection] [hx-post$='/customers/assign/preview']");
        assertThat(page.locator("#selection-dialog")).containsText("59 customers will change.");
        assertThat(page.locator("#assign-value")).containsText("Key accounts");
        page.selectOption("#assign-attribute", "internalScore");
        assertThat(page.locator("#selection-dialog")).not().containsText("Key accounts");
        page.selectOption("#assign-attribute", "groups");
        assertThat(page.locator("#assign-value")).containsText("Key accounts");
        page.click("#selection-dialog .btn-primary");
        assertThat(page.locator(".flash-line")).containsText("Groups changed for 59 customers.");
        page.click(".flash-undo button");
        assertThat(page.locator(".flash-line")).containsText("Groups is as before for 59 customers.");
        page.navigate(address() + "/customers?group=Key+accounts");
        assertThat(page.locator("tr[data-key]")).hasCount(0);
    }

    private void keepAView(Page page) {
        page.navigate(address() + "/customers?sort=name&columns=name,overdue");
        page.click(".views-menu > summary");
        page.fill("#view-name", "Names");
        page.check(".menu-part [name=opens]");
        page.click(".menu-part .btn-primary");
        assertThat(page.locator(".view-name")).hasText("Names");

        page.navigate(address() + "/customers");
        assertThat(page).hasURL(Pattern.compile(".*/customers\\?sort=name&columns=name%2Coverdue"));
        page.click(".views-menu > summary");
        page.locator(".view-list a").first().click();
        assertThat(page).hasURL(address() + "/customers?");
        assertThat(page.locator(".view-name")).hasText("Views");

        page.click(".views-menu > summary");
        page.click(".view-own > summary");
        page.click(".view-own [formaction$='/remove']");
        page.navigate(address() + "/customers");
        assertThat(page).hasURL(address() + "/customers");
    }

    private static Locator ticks(Page page) {
        return page.locator("[data-tick]");
    }

    private static String receivables() {
        return "Customer code,Customer name,Invoice number,Invoice date,Due date,Amount\n"
                + IntStream.rangeClosed(1, CUSTOMERS)
                        .mapToObj(number -> "C-%1$03d,Customer %1$03d,F-%1$03d,2026-01-05,2026-02-05,%2$d.00\n"
                                .formatted(number, 100 + number))
                        .collect(Collectors.joining());
    }

    private void upload(Page page, Path file) {
        page.navigate(address() + "/imports/new");
        page.setInputFiles("input[type=file]", file);
        page.click("main form[enctype] button");
        assertThat(page).hasURL(Pattern.compile(".*/imports/\\d+/mapping"));
        page.click("#mapping .btn-primary");
        assertThat(page.locator("text=See the overview")).isVisible();
    }

    private void signIn(Page page, String email) {
        page.navigate(address() + "/sign-in");
        page.fill("[name=email]", email);
        page.fill("[name=password]", PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.locator("h1")).isVisible();
    }
}
