package io.dunlin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Base64;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class ProblemsTest extends RunningApplication {
    private static final String SECRET = "password of the database";

    @Test
    void an_address_without_anything_is_a_page_for_people() {
        var answer = signedIn(newTenant().administrator()).get("/nothing-here");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(type(answer)).startsWith("text/html");
        assertThat(answer.body())
                .contains("<h1>There is nothing at this address</h1>")
                .contains("href=\"/\"");
    }

    @Test
    void an_address_without_anything_is_a_problem_document_for_programs() {
        var login = newTenant().administrator() + ":" + PASSWORD;
        var answer = browser()
                .get(
                        "/api/v1/customers/EST/nobody",
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(login.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(type(answer)).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":404").contains("There is nothing at this address");
    }

    @Test
    void a_word_where_a_number_belongs_leads_nowhere() {
        var browser = signedIn(newTenant().administrator());
        assertThat(browser.get("/settings/users/abc").statusCode()).isEqualTo(404);
        assertThat(browser.get("/items/abc").statusCode()).isEqualTo(404);
        assertThat(browser.get("/jobs/abc").statusCode()).isEqualTo(404);
    }

    @Test
    void a_refusal_is_a_sentence_in_the_language_of_the_user() throws NoSuchMethodException {
        open("/test/refused", "refuse");
        var subscriber = newTenant();
        var english = signedIn(subscriber.administrator()).get("/test/refused");
        var french =
                signedIn(newUser(subscriber.tenant(), Role.COLLECTOR, "fr")).get("/test/refused");
        assertThat(english.statusCode()).isEqualTo(422);
        assertThat(english.body()).contains("Page 2 of 7");
        assertThat(french.statusCode()).isEqualTo(422);
        assertThat(french.body()).contains("Page 2 sur 7").contains("lang=\"fr\"");
    }

    @Test
    void an_unexpected_error_shows_a_number_and_nothing_else() throws NoSuchMethodException {
        open("/test/broken", "fail");
        var answer = signedIn(newTenant().administrator()).get("/test/broken");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .containsPattern("quote the number \\d{7} ")
                .doesNotContain(SECRET)
                .doesNotContain("IllegalStateException")
                .doesNotContain("io.dunlin");
    }

    @Test
    void a_full_disk_is_said_plainly() throws NoSuchMethodException {
        open("/test/full", "fill");
        var subscriber = newTenant();
        var answer = signedIn(subscriber.administrator()).get("/test/full");
        assertThat(answer.statusCode()).isEqualTo(507);
        assertThat(answer.body())
                .contains("<h1>The server has no room left</h1>", "nothing of this was kept")
                .doesNotContain("pg_wal");
        assertThat(signedIn(newUser(subscriber.tenant(), Role.COLLECTOR, "fr"))
                        .get("/test/full")
                        .body())
                .contains("Le serveur n’a plus de place");
    }

    @Test
    void a_database_that_goes_away_in_the_middle_is_said_plainly() throws NoSuchMethodException {
        open("/test/away", "lose");
        var answer = signedIn(newTenant().administrator()).get("/test/away", "Accept-Language", "fr");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body())
                .contains("<h1>La base de données est injoignable</h1>")
                .doesNotContain("SQLException");
    }

    @Test
    void a_form_without_its_token_is_refused_with_a_page_of_ours() {
        var browser = signedIn(newTenant().administrator());
        browser.forgetToken();
        var answer = browser.post("/settings/users", "email", "evil@example.org");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1>This form is out of date</h1>").doesNotContain("Exception");
    }

    @Test
    void a_request_that_no_page_understands_is_answered_in_the_language_of_the_user() {
        var browser = signedIn(newUser(newTenant().tenant(), Role.ADMINISTRATOR, "fr"));
        browser.get("/account");
        var answer = browser.post("/settings/audit");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("La demande était incomplète").doesNotContain("not supported");
    }

    /** A handler at an address of its own, in the application that is already running. */
    private void open(String path, String method) throws NoSuchMethodException {
        var mappings = bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var info = RequestMappingInfo.paths(path)
                .options(mappings.getBuilderConfiguration())
                .build();
        mappings.registerMapping(info, new Failing(), Failing.class.getDeclaredMethod(method));
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    static final class Failing {
        @ForSignedIn
        String refuse() {
            throw new Rejected("web.table.page", 2, 7);
        }

        @ForSignedIn
        String fill() {
            throw new DataAccessException("insert", new SQLException("could not extend pg_wal", "53100"));
        }

        @ForSignedIn
        String lose() {
            throw new DataAccessException("select", new SQLException("terminating connection", "57P01"));
        }

        @ForSignedIn
        String fail() {
            throw new IllegalStateException(SECRET);
        }
    }
}
