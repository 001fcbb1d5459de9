package io.dunlin.ledger.outside.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.testing.Browser;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A value from outside: declared, brought in by hand, by paste and by a program, and used like any other. */
class OutsidePagesTest extends RunningApplication {
    private static final String SCORE = "outside.failure-score";

    private final HttpClient http = HttpClient.newHttpClient();
    private Subscriber subscriber = new Subscriber(new TenantId(1), "");
    private Browser browser = new Browser("");
    private String page = "";

    @BeforeEach
    void two_customers_and_a_declared_score() throws Exception {
        subscriber = newTenant();
        browser = signedIn(subscriber.administrator());
        var pushed = send("POST", "/api/clients", "client_code;client_name\nC1;Estran\nC2;Marée\n");
        assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(202);
        var job = pushed.headers().firstValue("Location").orElseThrow();
        Wait.until("the customers are there", () -> ask("GET", job).contains("SUCCEEDED"));
        assertThat(browser.get("/settings/outside").body()).contains("No values from outside yet");
        var added = browser.post(
                "/settings/outside", "name", "Failure score", "source", "Bureau", "kind", "SCORE", "offered", "");
        page = browser.redirect(added);
    }

    @Test
    void pasted_values_are_found_by_criteria_and_stand_in_columns() {
        assertThat(browser.get(page).body()).contains("Failure score", "outside.failure-score");
        var taken = browser.post(page + "/values", "lines", "C1;70\nC2\t35\t2026-01-31");

        assertThat(browser.redirect(taken)).isEqualTo(page);
        assertThat(browser.get(page).body()).contains("2 values were taken in");
        assertThat(browser.get("/customers?c=" + SCORE + ".between(,50)&columns=outside.failure-score")
                        .body())
                .contains("Marée", "35")
                .doesNotContain("Estran");
        assertThat(browser.get("/settings/outside").body()).contains("Failure score", ">2</a>");
    }

    @Test
    void rules_scores_and_alerts_follow_what_was_told() {
        browser.get(page);
        browser.post(page + "/values", "lines", "C1;70");

        Wait.until(
                "the steps have run",
                () -> browser.get("/settings/cycle").body().contains("Values told from outside"));
    }

    @Test
    void lines_that_are_wrong_stay_in_the_field_with_the_reason() {
        browser.get(page);
        var partly = browser.post(page + "/values", "lines", "C1;70\nC9;10\nC2;<b>high</b>");

        assertThat(partly.body())
                .contains("1 value was taken in", "2 lines were left out", "“C9” is no customer of company EST")
                .contains("C9;10\nC2;&lt;b&gt;high&lt;/b&gt;")
                .doesNotContain("C1;70", "<b>high");
    }

    @Test
    void a_value_is_written_down_at_the_customer_and_what_was_before_stays() {
        browser.get(page);
        browser.post(page + "/values", "lines", "C1;70;2026-01-31");
        var id = page.substring(page.lastIndexOf('/') + 1);
        assertThat(browser.get("/customers/EST/C1/outside?edit=" + id).body())
                .contains("Write down: Failure score", "value=\"70\"");

        var refused = browser.post("/customers/EST/C1/outside/" + id, "value", "lots", "day", "2026-02-01");
        assertThat(browser.get(browser.redirect(refused)).body())
                .contains("“lots” is not a number", "value=\"lots\"", "value=\"2026-02-01\"");

        var written = browser.post("/customers/EST/C1/outside/" + id, "value", "62", "day", "2026-02-01");
        assertThat(browser.get(browser.redirect(written)).body())
                .contains(
                        "“Failure score” is written down.",
                        ">62<",
                        ">70<",
                        "Failure score: 1 value before",
                        "written down by");
        assertThat(browser.get("/customers/EST/C1/history").body()).contains("wrote down what an outside source says");
    }

    @Test
    void a_program_sends_values_and_reads_them_with_their_history() throws Exception {
        var taken = json("POST", """
                {"company": "EST", "indicator": "outside.failure-score", "values": [
                    {"customer": "C1", "value": 70, "day": "2026-01-31"},
                    {"customer": "c2", "value": "35.5"},
                    {"customer": "C9", "value": "1"}]}""");
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body())
                .contains("\"told\":2", "\"changed\":2", "\"place\":3", "“C9” is no customer of company EST");

        assertThat(ask("GET", "/api/v1/outside-values?company=EST&customer=C1"))
                .contains("\"indicator\":\"outside.failure-score\"", "\"value\":\"70\"", "\"since\":\"2026-01-31\"");
        assertThat(ask("GET", "/api/v1/customers?company=EST&columns=outside.failure-score"))
                .contains("35.5");
    }

    @Test
    void a_program_is_told_what_it_named_that_is_not_there() throws Exception {
        assertThat(json("POST", "{\"company\": \"EST\", \"indicator\": \"outside.other\", \"values\": []}")
                        .body())
                .contains("outside.other", "is no outside indicator");
        assertThat(json("POST", "{\"company\": \"NO\", \"indicator\": \"outside.failure-score\", \"values\": []}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json("POST", "{\"company\": ").statusCode()).isEqualTo(400);
        assertThat(json("POST", "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void who_may_not_set_up_or_load_is_refused() throws Exception {
        var reader = newUser(subscriber.tenant(), Role.EXECUTIVE_OFFICER);
        var looking = signedIn(reader);

        assertThat(looking.get("/settings/outside").statusCode()).isEqualTo(403);
        assertThat(looking.get("/customers/EST/C1/outside").body())
                .contains("Failure score")
                .doesNotContain("?edit=");
        assertThat(as(reader, "POST", "/api/v1/outside-values", "application/json", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_declaration_that_is_wrong_comes_back_as_it_was_typed() {
        browser.get("/settings/outside");
        var refused = browser.post(
                "/settings/outside", "name", "Grade <i>", "source", "Bureau", "kind", "GRADE", "offered", "A");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("needs 2 to 50 values", "Grade &lt;i>")
                .doesNotContain("<i>");
    }

    private HttpResponse<String> json(String method, String body) throws Exception {
        return as(subscriber.administrator(), method, "/api/v1/outside-values", "application/json", body);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return as(subscriber.administrator(), method, path, "text/csv", body);
    }

    private String ask(String method, String path) {
        try {
            return send(method, path, "").body();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpResponse<String> as(String user, String method, String path, String type, String body)
            throws IOException, InterruptedException {
        var key = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Authorization", "Basic " + key)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
