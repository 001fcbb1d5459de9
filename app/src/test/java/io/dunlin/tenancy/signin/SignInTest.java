package io.dunlin.tenancy.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.testing.RunningApplication;
import org.junit.jupiter.api.Test;

class SignInTest extends RunningApplication {
    @Test
    void a_page_asks_whoever_is_not_signed_in_to_sign_in_and_leads_back() {
        var browser = browser();

        assertThat(browser.redirect(browser.get("/account"))).isEqualTo("/sign-in?next=%2Faccount");
    }

    @Test
    void the_right_password_opens_a_session() {
        var browser = signedIn(newTenant().administrator());

        assertThat(browser.get("/sign-in").statusCode()).isEqualTo(302);
        assertThat(browser.cookie("SESSION")).isNotEmpty();
    }

    @Test
    void sign_in_leads_to_the_page_asked_for_but_never_to_another_site() {
        assertThat(LocalAddress.of("/account?tab=1")).isEqualTo("/account?tab=1");
        assertThat(LocalAddress.of("//evil.example")).isEqualTo("/");
        assertThat(LocalAddress.of("/\\evil.example")).isEqualTo("/");
        assertThat(LocalAddress.of("https://evil.example")).isEqualTo("/");
        assertThat(LocalAddress.of(null)).isEqualTo("/");
    }

    @Test
    void signing_out_ends_the_session() {
        var browser = signedIn(newTenant().administrator());
        browser.get("/account");

        assertThat(browser.redirect(browser.post("/sign-out"))).isEqualTo("/sign-in?out");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }
}
