package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dunlin.demo.Demo;
import io.dunlin.jobs.Jobs;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import io.dunlin.testing.PageWalk;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Every page of the demo can be read by everybody and fits its window: English and French, desk and phone, light and dark.
 *
 * <p>Each page is opened once for each language and then looked at in both widths and both themes.
 */
class EveryPageTest extends RunningApplication {
    private static final List<Integer> WIDTHS = List.of(1440, 390);

    @Test
    void every_page_is_accessible_and_fits_the_window() {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var tenant = newTenant().tenant();
        var job = CurrentTenant.call(tenant, () -> bean(Demo.class).load());
        Wait.until(
                "the demo is there",
                () -> !CurrentTenant.call(tenant, () -> bean(Jobs.class).get(job))
                        .isActive());
        var wrong = new SoftAssertions();
        try (var chromium = Chromium.start(program.orElseThrow())) {
            for (var language : List.of("en", "fr")) {
                look(chromium.newPage(1440, 900), newUser(tenant, Role.ADMINISTRATOR, language), language, wrong);
            }
            wrong.assertThat(chromium.complaints()).isEmpty();
        }
        wrong.assertAll();
    }

    private void look(Page page, String email, String language, SoftAssertions wrong) {
        var addresses = PageWalk.pages(signedIn(email));
        assertThat(addresses).hasSizeGreaterThan(20);
        SignIn.as(page, address(), email, PASSWORD);
        for (var address : addresses) {
            page.navigate(address() + address);
            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat(page.locator("[aria-busy=true]")).hasCount(0);
            for (var width : WIDTHS) {
                page.setViewportSize(width, 900);
                var where = "%s, %s, %d px".formatted(address, language, width);
                wrong.assertThat(Layout.problems(page)).as(where).isEmpty();
                for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    Theme.show(page, colours);
                    wrong.assertThat(Accessibility.problems(page))
                            .as("%s, %s", where, colours)
                            .isEmpty();
                    Picture.keep(page, "demo%s-%s-%d-%s".formatted(address, language, width, colours));
                }
            }
        }
    }
}
