package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** The page behind which everything else lies. */
final class SignIn {
    private SignIn() {}

    static void as(Page page, String site, String email, String password) {
        page.navigate(site + "/sign-in");
        page.fill("[name=email]", email);
        page.fill("[name=password]", password);
        page.click("main button[type=submit]");
        assertThat(page.locator("h1")).isVisible();
    }
}
