package io.dunlin.tenancy.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrowserSecurityTest extends RunningApplication {
    @Test
    void the_browser_is_told_to_run_nothing_that_does_not_come_from_here() {
        var headers = browser().get("/sign-in").headers();

        assertThat(headers.allValues("Content-Security-Policy"))
                .containsExactly("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()");
    }

    @Test
    void a_form_from_elsewhere_is_refused() {
        var browser = signedIn(newTenant().administrator());
        browser.get("/account");
        browser.forgetToken();

        assertThat(browser.post("/account", "name", "Mallory").statusCode()).isEqualTo(403);
    }

    @Test
    void the_session_gets_a_new_number_at_sign_in() {
        var browser = signedIn(newTenant().administrator());
        var before = browser.cookie("SESSION");
        browser.get("/account");
        browser.post("/sign-out");
        browser.get("/sign-in");

        assertThat(browser.cookie("SESSION")).isNotEqualTo(before);
    }

    @Test
    void five_wrong_passwords_close_the_door_to_the_right_one_for_a_while() {
        var email = newTenant().administrator();
        var browser = browser();
        browser.get("/sign-in");
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThat(browser.redirect(browser.post("/sign-in", "email", email, "password", "wrong")))
                    .isEqualTo("/sign-in?failed");
        }
        assertThat(browser.redirect(browser.post("/sign-in", "email", email, "password", PASSWORD)))
                .isEqualTo("/sign-in?failed");

        clock().pass(Duration.ofSeconds(31));
        assertThat(browser.redirect(browser.post("/sign-in", "email", email, "password", PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void a_page_is_closed_to_a_role_without_its_right() {
        var subscriber = newTenant();
        var browser = signedIn(newUser(subscriber.tenant(), Role.COLLECTOR));

        assertThat(browser.get("/settings/users").statusCode()).isEqualTo(403);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void health_is_open_and_other_inner_pages_are_not_there() {
        assertThat(browser().get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(browser().get("/actuator/env").statusCode()).isIn(302, 403, 404);
    }

    @Test
    void the_description_of_the_api_is_for_those_who_are_signed_in() {
        assertThat(browser().get("/api/openapi").statusCode()).isEqualTo(302);
        assertThat(signedIn(newTenant().administrator()).get("/api/openapi").body())
                .contains("/api/v1/me");
    }
}
