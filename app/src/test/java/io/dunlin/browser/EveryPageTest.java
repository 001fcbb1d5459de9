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
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every page of the demo can be read by everybody and fits its window: English and French, desk and phone, light and dark. */
class EveryPageTest extends RunningApplication {
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
            look(chromium.newPage(1440, 900), newUser(tenant, Role.ADMINISTRATOR, "en"), ColorScheme.LIGHT, wrong);
            look(chromium.newPage(390, 844), newUser(tenant, Role.ADMINISTRATOR, "fr"), ColorScheme.DARK, wrong);
            wrong.assertThat(chromium.complaints()).isEmpty();
        }
        wrong.assertAll();
    }

    private void look(Page page, String email, ColorScheme colours, SoftAssertions wrong) {
        var addresses = PageWalk.pages(signedIn(email));
        assertThat(addresses).hasSizeGreaterThan(20);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        page.navigate(address() + "/sign-in");
        page.fill("[name=email]", email);
        page.fill("[name=password]", PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.locator("h1")).isVisible();
        for (var address : addresses) {
            page.navigate(address() + address);
            assertThat(page.locator("[aria-busy=true]")).hasCount(0);
            var where = "%s, %s px".formatted(address, page.viewportSize().width);
            wrong.assertThat(Accessibility.problems(page)).as(where).isEmpty();
            wrong.assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .as("pixels too wide: %s", where)
                    .isEqualTo(0);
        }
    }
}
