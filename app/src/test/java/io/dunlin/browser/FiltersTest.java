package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several choices of a filter are ticked in one opening of its menu, by mouse, by keyboard and by thumb. */
class FiltersTest extends RunningApplication {
    private static final Pattern UNFILTERED = Pattern.compile("[^?]*/customers\\??(sort=code)?");

    @Test
    void several_choices_are_ticked_before_the_list_is_read_anew(@TempDir Path folder) throws IOException {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var subscriber = newTenant();
        newUser(subscriber.tenant(), Role.COLLECTOR);
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(1440, 900);
            SignIn.as(page, address(), subscriber.administrator(), PASSWORD);
            Uploads.of(page, address(), Files.writeString(folder.resolve("items.csv"), """
                    Customer code,Customer name,Invoice number,Invoice date,Due date,Amount
                    C-1,Alma,F-1,2026-01-05,2026-02-05,100.00
                    C-2,Bora,F-2,2026-01-05,2026-02-05,200.00
                    """));

            byKeyboard(page);
            byTheButton(page);
            twoMenusAtOnce(page);
            aClickBesideAppliesAndDoesNothingElse(page);
            page.setViewportSize(390, 844);
            byThumb(page);

            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void byKeyboard(Page page) {
        page.navigate(address() + "/customers?sort=code");
        menu(page, "collector").locator("summary").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");

        assertThat(menu(page, "collector")).hasAttribute("open", "");
        assertThat(page).hasURL(UNFILTERED);
        page.keyboard().press("Escape");

        assertThat(page).hasURL(Pattern.compile(".*sort=code.*collector=me&collector=-.*"));
        assertThat(menu(page, "collector").locator("summary")).isFocused();
        assertThat(menu(page, "collector").locator("summary b")).hasText("2");
    }

    private void byTheButton(Page page) {
        page.navigate(address() + "/customers?sort=code");
        menu(page, "collector").locator("summary").click();
        menu(page, "collector").locator("[value='-']").check();
        menu(page, "collector").locator("button").click();

        assertThat(page).hasURL(Pattern.compile(".*collector=-.*"));
        assertThat(page.locator("tr[data-key]")).hasCount(2);
        // Closed as it was opened, it asks for nothing.
        menu(page, "collector").locator("summary").click();
        page.evaluate("window.stays = true");
        page.keyboard().press("Escape");
        assertThat(menu(page, "collector").locator("summary")).isFocused();
        assertThat(page.evaluate("window.stays")).isEqualTo(true);
    }

    private void twoMenusAtOnce(Page page) {
        page.navigate(address() + "/customers?sort=code");
        menu(page, "collector").locator("summary").click();
        menu(page, "collector").locator("[value='-']").check();
        menu(page, "country").locator("summary").click();
        assertThat(page).hasURL(UNFILTERED);
        menu(page, "country").locator("[value='-']").check();
        menu(page, "country").locator("summary").click();

        assertThat(page).hasURL(Pattern.compile(".*collector=-&country=-.*"));
    }

    private void aClickBesideAppliesAndDoesNothingElse(Page page) {
        page.navigate(address() + "/customers?sort=code");
        menu(page, "collector").locator("summary").click();
        menu(page, "collector").locator("[value='-']").check();
        page.locator("tr[data-key] a.name").last().click();

        assertThat(page).hasURL(Pattern.compile(".*/customers\\?.*collector=-.*"));
    }

    private void byThumb(Page page) {
        page.navigate(address() + "/customers?sort=code");
        menu(page, "collector").locator("summary").click();
        var before = top(menu(page, "collector").locator(".menu-body"));
        menu(page, "collector").locator("[value=me]").check();
        menu(page, "collector").locator("[value='-']").check();

        assertThat(top(menu(page, "collector").locator(".menu-body"))).isEqualTo(before);
        var button = menu(page, "collector").locator("button").boundingBox();
        assertThat(button.x + button.width).isLessThanOrEqualTo(390);
        menu(page, "collector").locator("button").click();
        assertThat(page).hasURL(Pattern.compile(".*collector=me&collector=-.*"));
    }

    private static Locator menu(Page page, String filter) {
        return page.locator("details[data-several='" + filter + "']");
    }

    private static double top(Locator part) {
        return part.boundingBox().y;
    }
}
