package io.dunlin.tenancy.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ApiSignInTest extends RunningApplication {
    private static final Pattern TOKEN = Pattern.compile("dunlin_\\d+_[A-Za-z0-9_-]{43}");

    @Test
    void without_login_the_answer_says_how_to_sign_in() {
        var response = browser().get("/api/v1/me");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"Dunlin\", charset=\"UTF-8\"", "Bearer realm=\"Dunlin\"");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.body()).contains("\"status\":401");
    }

    @Test
    void refusals_are_in_the_language_of_the_user_or_that_is_asked_for() {
        assertThat(browser()
                        .get("/api/v1/me", "Accept-Language", "fr-FR,fr;q=0.9")
                        .body())
                .contains("Non connecté");

        var french = newUser(newTenant().tenant(), Role.GUEST, "fr");
        var response = browser().get("/api/v1/jobs/1", "Authorization", basic(french, PASSWORD));
        assertThat(response.body())
                .contains("\"status\":4")
                .doesNotContain("Your role")
                .doesNotContain("There is nothing");
    }

    @Test
    void a_users_login_works_and_a_wrong_password_does_not() {
        var email = newTenant().administrator();

        assertThat(browser()
                        .get("/api/v1/me", "Authorization", basic(email, PASSWORD))
                        .body())
                .contains(email)
                .contains("\"companies\":[\"EST\"]");
        assertThat(browser()
                        .get("/api/v1/me", "Authorization", basic(email, "wrong"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_session_of_the_browser_does_not_count() {
        var browser = signedIn(newTenant().administrator());

        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_works_until_it_is_revoked() {
        var email = newTenant().administrator();
        var browser = signedIn(email);
        browser.get("/account");
        var token = tokenIn(
                browser.post("/account/tokens", "name", "ERP", "days", "30").body());
        assertThat(browser.get("/account").body()).contains("ERP").doesNotContain(token);

        var response = browser().get("/api/v1/me", "Authorization", "Bearer " + token);
        assertThat(response.body()).contains(email);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();

        var revoke = Pattern.compile("/account/tokens/\\d+/revoke")
                .matcher(browser.get("/account").body());
        assertThat(revoke.find()).isTrue();
        browser.post(revoke.group());
        assertThat(browser()
                        .get("/api/v1/me", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_token_ends_with_its_time() {
        var browser = signedIn(newTenant().administrator());
        browser.get("/account");
        var token = tokenIn(
                browser.post("/account/tokens", "name", "ERP", "days", "30").body());

        clock().pass(Duration.ofDays(30));
        assertThat(browser()
                        .get("/api/v1/me", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    private static String tokenIn(String page) {
        var token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        return token.group();
    }

    private static String basic(String email, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((email + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
