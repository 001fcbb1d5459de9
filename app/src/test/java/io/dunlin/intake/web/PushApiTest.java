package io.dunlin.intake.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.intake.PushKeys;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class PushApiTest extends PushingProgram {
    private static final String ITEMS = """
            client_code;client_name;item_type;item_number;item_date_issue;item_date_due;item_amount_initial_inc_tax;item_currency;item_po_number;item_custom_12
            0042;Brûlerie du Port;FAC;A;2026-01-02;2026-02-02;10,50;EUR;PO-1;zone é
            0042;Brûlerie du Port;FAC;B;2026-01-03;2026-02-03;20,25;EUR;;
            C2;Café Noël;AVO;C;2026-01-04;2026-02-04;-30,75;EUR;;
            """;
    private static final String CLIENTS = "client_code;client_name;client_city\n0042;Brûlerie du Port;Lorient\n";
    private static final String DOUBTFUL = """
            client_code;item_number;item_date_issue;item_amount_initial_inc_tax
            C1;A;02/01/2026;10.50
            C1;B;03/01/2026;20.25
            """;

    @Test
    void a_western_file_with_semicolons_is_loaded_by_the_names_of_its_columns() {
        var pushed = push(
                "/api/items?encoding=Windows-1252&clear_items_not_modified=false",
                ITEMS.getBytes(Charset.forName("windows-1252")));

        assertThat(pushed.statusCode()).isEqualTo(202);
        var location = location(pushed);
        assertThat(location).matches("/api/v1/jobs/\\d+");
        assertThat(json(pushed).path("location").asString()).isEqualTo(location);
        var done = ended(location);
        assertThat(done.path("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(done.path("counts").toString())
                .isEqualTo("{\"read\":3,\"new\":3,\"changed\":0,\"unchanged\":0,\"cleared\":0,\"rejected\":0}");
        assertThat(done.path("errors").isEmpty()).isTrue();
        assertThat(ask("select string_agg(name, ',' order by name) from ledger.customer where "))
                .isEqualTo("Brûlerie du Port,Café Noël");
        assertThat(ask("select custom_12 || purchase_order from ledger.item where number = 'A' and "))
                .isEqualTo("zone éPO-1");
    }

    @Test
    void clients_and_contacts_come_in_as_a_form_or_as_what_curl_sends() {
        var clients =
                push("/api/clients", CLIENTS.getBytes(UTF_8), "Content-Type", "application/x-www-form-urlencoded");
        assertThat(clients.statusCode()).as(clients.body()).isEqualTo(202);
        assertThat(ended(location(clients)).path("counts").path("new").asLong()).isEqualTo(1);

        var form = """
                --b
                Content-Disposition: form-data; name="company"

                EST
                --b
                Content-Disposition: form-data; name="file"; filename="people.csv"
                Content-Type: text/csv

                client_code;contact_name;contact_email;contact_is_for_collection
                0042;Le Goff;yann@example.org;1
                --b--
                """.replace("\n", "\r\n");
        var contacts = push("/api/contacts", form.getBytes(UTF_8), "Content-Type", "multipart/form-data; boundary=b");
        assertThat(contacts.statusCode()).as(contacts.body()).isEqualTo(202);
        var done = ended(location(contacts));
        assertThat(done.path("title").asString()).isEqualTo("people.csv");
        assertThat(done.path("counts").path("new").asLong()).isEqualTo(1);
    }

    @Test
    void the_same_key_with_the_same_file_is_the_same_job_and_with_another_file_refused() {
        var first = push("/api/items", ITEMS.getBytes(UTF_8), "Idempotency-Key", "night 1");
        ended(location(first));
        var again = push("/api/items", ITEMS.getBytes(UTF_8), "Idempotency-Key", "night 1");

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(location(again)).isEqualTo(location(first));
        assertThat(json(again).path("repeated").asBoolean()).isTrue();
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(ask("select count(*) from intake.import where ")).isEqualTo("1");

        var other = push("/api/items", (ITEMS + " ").getBytes(UTF_8), "Idempotency-Key", "night 1");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("detail").asString()).contains("Idempotency-Key");
        var otherwise = push("/api/items?mode=stock", ITEMS.getBytes(UTF_8), "Idempotency-Key", "night 1");
        assertThat(otherwise.statusCode()).isEqualTo(422);
    }

    @Test
    void a_column_that_only_looks_like_something_is_not_taken_for_it() {
        var file = """
                client_code;item_number;item_date_issue;item_amount_initial_inc_tax;whatever
                C1;A;2026-01-02;10.50;2026-02-01
                C1;B;2026-01-13;20.25;2026-02-12
                """;
        ended(location(push("/api/items", file.getBytes(UTF_8))));

        assertThat(ask("select bool_and(due_date_assumed) from ledger.item where "))
                .isEqualTo("t");
    }

    @Test
    void a_key_is_forgotten_when_it_is_old() {
        var first = push("/api/clients", CLIENTS.getBytes(UTF_8), "Idempotency-Key", "old");
        ended(location(first));
        CurrentTenant.run(
                subscriber.tenant(),
                () -> bean(PushKeys.class).forgetBefore(OffsetDateTime.parse("2020-01-01T00:00Z")));
        assertThat(location(push("/api/clients", CLIENTS.getBytes(UTF_8), "Idempotency-Key", "old")))
                .isEqualTo(location(first));

        owner.tell("update intake.pushed_file set created_at = '2019-12-31' where tenant_id = " + subscriber.tenant());
        CurrentTenant.run(
                subscriber.tenant(),
                () -> bean(PushKeys.class).forgetBefore(OffsetDateTime.parse("2020-01-01T00:00Z")));
        var later = push("/api/clients", CLIENTS.getBytes(UTF_8), "Idempotency-Key", "old");
        assertThat(location(later)).isNotEqualTo(location(first));
        assertThat(ended(location(later)).path("counts").path("unchanged").asLong())
                .isEqualTo(1);
    }

    @Test
    void requests_at_once_under_one_key_start_one_job() {
        var answers = IntStream.range(0, 4)
                .mapToObj(any -> CompletableFuture.supplyAsync(
                        () -> push("/api/items", ITEMS.getBytes(UTF_8), "Idempotency-Key", "at once")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202));
        assertThat(answers.stream().map(PushingProgram::location).distinct()).hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> !json(answer).path("repeated").asBoolean()))
                .hasSize(1);
        ended(location(answers.getFirst()));
        assertThat(ask("select count(*) from intake.import where ")).isEqualTo("1");
        assertThat(ask("select count(*) from intake.upload where ")).isEqualTo("1");
        assertThat(ask("select count(*) from jobs.job where ")).isEqualTo("1");
    }

    @Test
    void dates_that_fit_two_readings_are_refused_until_the_program_says_which() {
        var refused = push("/api/items", DOUBTFUL.getBytes(UTF_8), "Idempotency-Key", "k");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(refused).path("errors").path(0).path("code").asString()).isEqualTo("dates");
        assertThat(json(refused).path("errors").path(0).path("column").asString())
                .isEqualTo("item_date_issue");
        assertThat(json(refused).path("detail").asString()).contains("date_format=dd/MM/yyyy");
        assertThat(ask("select count(*) from intake.upload where ")).isEqualTo("0");

        var french = newUser(subscriber.tenant(), Role.CREDIT_MANAGER, "fr");
        assertThat(json(pushAs(french, "/api/items", DOUBTFUL.getBytes(UTF_8)))
                        .path("detail")
                        .asString())
                .contains("peuvent se lire");

        var said = push("/api/items?date_format=dd/MM/yyyy", DOUBTFUL.getBytes(UTF_8), "Idempotency-Key", "k");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(202);
        ended(location(said));
        assertThat(ask("select min(issue_date) from ledger.item where ")).isEqualTo("2026-01-02");
    }

    @Test
    void missing_columns_and_unknown_types_and_parameters_are_named() {
        var missing = push("/api/items", "client_code;item_number\nC1;A\n".getBytes(UTF_8));
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(json(missing).path("detail").asString()).contains("item_date_issue", "item_amount_initial_inc_tax");

        var type = push("/api/items", ITEMS.replace("AVO", "Q7").getBytes(UTF_8));
        assertThat(json(type).path("detail").asString()).contains("Q7", "CREDIT_NOTE");

        var parameter = push("/api/items?clear=true", ITEMS.getBytes(UTF_8));
        assertThat(parameter.statusCode()).isEqualTo(422);
        assertThat(json(parameter).path("detail").asString()).contains("clear_items_not_modified");
        assertThat(push("/api/items?encoding=EBCDIC-9", ITEMS.getBytes(UTF_8)).statusCode())
                .isEqualTo(422);
        assertThat(push("/api/items", "%PDF-1.7".getBytes(UTF_8)).statusCode()).isEqualTo(422);
    }

    @Test
    void a_whole_ledger_with_too_few_rows_is_refused_and_one_of_other_rows_says_so_in_its_job() {
        ended(location(push("/api/items", ITEMS.getBytes(UTF_8))));
        var lines = ITEMS.lines().toList();

        var tooShort = push(
                "/api/items?clear_items_not_modified=true",
                (lines.get(0) + "\n" + lines.get(1) + "\n").getBytes(UTF_8));
        assertThat(tooShort.statusCode()).isEqualTo(422);
        assertThat(json(tooShort).path("detail").asString()).contains("2", "more than half");

        var others = ITEMS.replace(";A;", ";X;").replace(";B;", ";Y;").getBytes(UTF_8);
        var failed = ended(location(push("/api/items?mode=stock", others)));
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.path("problem").asString()).contains("force_clearing=true");
        assertThat(ask("select count(*) from ledger.item where ")).isEqualTo("3");

        var forced = ended(location(push("/api/items?mode=stock&force_clearing=true", others)));
        assertThat(forced.path("counts").path("cleared").asLong()).isEqualTo(2);
    }

    @Test
    void rows_left_out_are_in_the_answer_and_behind_its_link() {
        var done =
                ended(location(push("/api/items", ITEMS.replace("20,25", "many").getBytes(UTF_8))));

        assertThat(done.path("counts").path("rejected").asLong()).isEqualTo(1);
        assertThat(done.path("errors").path(0).path("row").asLong()).isEqualTo(3);
        assertThat(done.path("errors").path(0).path("value").asString()).isEqualTo("many");
        var rows = get(
                subscriber.administrator(),
                done.path("links").path("rejectedRows").asString());
        assertThat(rows.body()).contains("many", "dunlin_reason");
        assertThat(get(
                                newTenant().administrator(),
                                done.path("links").path("rejectedRows").asString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_program_needs_a_login_and_the_right_and_a_company_that_is_there() {
        var body = ITEMS.getBytes(UTF_8);
        assertThat(browser().post("/api/items").statusCode()).isEqualTo(401);
        assertThat(signedIn(subscriber.administrator()).post("/api/items").statusCode())
                .isEqualTo(401);
        var collector = newUser(subscriber.tenant(), Role.COLLECTOR);
        var denied = pushAs(collector, "/api/items", body);
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");

        var nowhere = push("/api/items?company=NONE", body);
        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(json(nowhere).path("detail").asString()).contains("NONE", "EST");

        CurrentTenant.run(
                subscriber.tenant(),
                () -> bean(Companies.class)
                        .create("TWO", "Second", Currency.getInstance("EUR"), ZoneId.of("Europe/Paris")));
        assertThat(json(push("/api/items", body)).path("detail").asString()).contains("EST, TWO");
        assertThat(push("/api/items?company=TWO", body).statusCode()).isEqualTo(202);
    }

    @Test
    void what_is_too_large_is_refused_before_it_is_read() throws IOException {
        var login = "Authorization: " + basic(subscriber.administrator());
        try (var socket = new Socket("localhost", URI.create(address()).getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/items HTTP/1.1\r\nHost: localhost\r\n" + login
                                    + "\r\nContent-Type: text/csv\r\nContent-Length: 99999999999\r\n\r\nclient_code")
                            .getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readNBytes(12), UTF_8);
            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
        var stream = new LimitedStream(new ByteArrayInputStream(new byte[11]), 10);
        assertThatThrownBy(stream::readAllBytes).isInstanceOf(MaxUploadSizeExceededException.class);
        assertThat(new LimitedStream(new ByteArrayInputStream(new byte[10]), 10).readAllBytes())
                .hasSize(10);
    }

    @Test
    void the_description_says_what_may_be_sent() {
        var description = JSON.readTree(
                signedIn(subscriber.administrator()).get("/api/openapi").body());

        var items = description.path("paths").path("/api/items").path("post");
        assertThat(items.path("parameters").findValuesAsString("name"))
                .contains("company", "encoding", "clear_items_not_modified", "date_format", "Idempotency-Key");
        assertThat(items.path("responses").propertyNames()).contains("202", "413", "422");
        assertThat(items.path("requestBody").path("content").propertyNames())
                .contains("text/csv", "multipart/form-data");
        assertThat(description
                        .path("paths")
                        .path("/api/users")
                        .path("post")
                        .path("parameters")
                        .findValuesAsString("name"))
                .contains("replace_users_association")
                .doesNotContain("clear_items_not_modified");
        assertThat(description.path("paths").path("/api/contacts").path("post").isMissingNode())
                .isFalse();
    }

    @Test
    void orders_and_sales_come_in_by_the_names_of_their_columns() {
        ended(location(push("/api/clients", CLIENTS.getBytes(UTF_8))));
        var head =
                "client_code;order_number;order_date;order_date_expected;order_amount;order_currency;order_description\n";
        var first = push(
                "/api/orders?clear_orders_not_modified=true",
                (head + "0042;O1;2026-01-02;2026-03-01;100,50;EUR;Café\n0042;O2;2026-01-02;;20,25;EUR;\n")
                        .getBytes(UTF_8));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(ended(location(first)).path("counts").path("new").asLong()).isEqualTo(2);
        assertThat(ask("select order_backlog from ledger.customer_fact where ")).isEqualTo("120.7500");

        var rest = (head + "0099;O9;2026-01-02;;1,00;EUR;\n").getBytes(UTF_8);
        var asks = ended(location(push("/api/orders?mode=stock", rest)));
        assertThat(asks.path("problem").toString()).contains("open orders", "force_clearing");
        var forced = ended(location(push("/api/orders?mode=stock&force_clearing=true", rest)));
        assertThat(forced.path("counts").path("cleared").asLong()).isEqualTo(2);
        assertThat(forced.path("errors").path(0).path("row").asLong()).isEqualTo(2);
        assertThat(ask("select order_backlog from ledger.customer_fact where ")).isEqualTo("0.0000");

        var sales = "client_code;sales_month;sales_amount_inc_tax;sales_amount\n0042;2025-11;1200.50;1000.00\n";
        var pushed = push("/api/sales", sales.getBytes(UTF_8), "Idempotency-Key", "history");
        assertThat(ended(location(pushed)).path("counts").path("new").asLong()).isEqualTo(1);
        assertThat(ask("select amount_net from ledger.sales_month where ")).isEqualTo("1000.0000");
        assertThat(location(push("/api/sales", sales.getBytes(UTF_8), "Idempotency-Key", "history")))
                .isEqualTo(location(pushed));
        assertThat(push("/api/sales?mode=stock", sales.getBytes(UTF_8)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void users_are_associated_with_customers_and_only_who_manages_users_may_do_it() {
        ended(location(push("/api/clients", (CLIENTS + "7;Café Noël;Brest\n").getBytes(UTF_8))));
        var email = "anna." + subscriber.tenant() + "@example.org";
        var both = ("user_email;user_name;user_role;client_code\n" + email + ";Anna;COLLECTOR;0042\n" + email
                        + ";;;7\n")
                .getBytes(UTF_8);
        var added = push("/api/users?replace_users_association=0", both, "Idempotency-Key", "users");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(202);
        assertThat(ended(location(added)).path("counts").path("new").asLong()).isEqualTo(2);
        assertThat(location(push("/api/users?replace_users_association=0", both, "Idempotency-Key", "users")))
                .isEqualTo(location(added));
        assertThat(ask("select count(*) from ledger.customer_assignment where "))
                .isEqualTo("2");
        assertThat(ask("select active from tenancy.user_account where name = 'Anna' and "))
                .isEqualTo("f");

        var one = ("user_email;client_code\n" + email + ";7\n").getBytes(UTF_8);
        var replaced = ended(location(push("/api/users?replace_users_association=1", one)));
        assertThat(replaced.path("counts").path("cleared").asLong()).isEqualTo(1);
        assertThat(ask("select count(*) from ledger.customer_assignment where "))
                .isEqualTo("1");

        var collector = newUser(subscriber.tenant(), Role.COLLECTOR);
        owner.tell("update tenancy.user_account set may_import = true where email = '" + collector + "'");
        assertThat(pushAs(collector, "/api/clients", CLIENTS.getBytes(UTF_8)).statusCode())
                .isEqualTo(202);
        assertThat(pushAs(collector, "/api/users", both).statusCode()).isEqualTo(403);
        assertThat(push("/api/users?replace_users_association=yes", both).statusCode())
                .isEqualTo(422);
        assertThat(push("/api/items?replace_users_association=1", ITEMS.getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(422);
    }
}
