package io.dunlin.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.tenancy.TenantId;
import io.dunlin.testing.Browser;
import io.dunlin.testing.OwnerSession;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

/** Files on their whole way: through the forms of the pages and a job of the running application into the ledger. */
class ImportPagesTest extends RunningApplication {
    private static final String ITEMS = """
            client_code;item_number;invoice_date;due_date;amount
            C1;A;2026-01-02;2026-02-02;10
            C1;B;2026-01-03;2026-02-03;20
            C2;C;2026-01-04;2026-02-04;30
            """;

    @TempDir
    private Path folder = Path.of("");

    private Subscriber subscriber = new Subscriber(new TenantId(1), "");
    private Browser browser = new Browser("");
    private OwnerSession owner;

    @BeforeEach
    void sign_in() {
        subscriber = newTenant();
        browser = signedIn(subscriber.administrator());
        owner = new OwnerSession(databaseUrl());
    }

    @AfterEach
    void close() {
        owner.close();
    }

    @Test
    void customers_and_then_their_contacts_come_in() {
        var customers = start("CUSTOMERS", """
                customer_code;name;city;country;legal_id;blocked
                0042;Brûlerie du Port;Lorient;FR;552100554;no
                0043;Maison Kerveno;Vannes;Atlantis;;yes
                """);
        Wait.until("the customers are there", () -> state(customers).equals("APPLIED"));
        assertThat(browser.get(customers).body())
                .contains("2 rows read: 1 new")
                .contains("This country is not known.", "Atlantis");
        assertThat(ask("select name || ', ' || city from ledger.customer where code = '0042' and "))
                .isEqualTo("Brûlerie du Port, Lorient");

        var contacts = start("CONTACTS", """
                customer_code;contact_name;first_name;email;for_collection
                0042;Le Goff;Yann;yann@example.org;yes
                9999;Nobody;;;
                """);
        Wait.until("the contacts are there", () -> state(contacts).equals("APPLIED"));
        assertThat(browser.get(contacts).body()).contains("1 new", "9999");
        assertThat(browser.get("/customers/EST/0042/contacts").body()).contains("Le Goff", "yann@example.org");
    }

    @Test
    void an_import_that_is_stopped_half_way_leaves_nothing() {
        String running;
        try (var holding = new OwnerSession(databaseUrl())) {
            holding.hold("ledger.customer_fact");
            running = start("ITEMS", ITEMS);
            Wait.until("the import cannot go on", () -> isWaiting(1));
            assertThat(browser.redirect(browser.post(running + "/cancel"))).isEqualTo(running);
            holding.letGo();
        }
        Wait.until("the job has ended", () -> job(running).equals("CANCELLED"));

        assertThat(browser.get(running).body()).contains("The import was stopped. Nothing was changed.");
        assertThat(state(running)).isEqualTo("CANCELLED");
        assertThat(ask("select count(*) from ledger.item where ")).isEqualTo("0");
        assertThat(ask("select count(*) from ledger.customer where ")).isEqualTo("0");
        assertThat(actions()).isEqualTo("import.started,import.cancelled");

        repeat(running);
        assertThat(ask("select count(*) from ledger.item where ")).isEqualTo("3");
    }

    @Test
    void an_error_in_the_middle_leaves_nothing_and_the_import_can_be_tried_again() {
        owner.tell(
                "create function public.break_down() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$");
        owner.tell("create trigger break_down before insert on ledger.customer_fact for each row when (new.tenant_id = "
                + subscriber.tenant() + ") execute function public.break_down()");
        String failing;
        try {
            failing = start("ITEMS", ITEMS);
            Wait.until("the job has ended", () -> job(failing).equals("FAILED"));
        } finally {
            owner.tell("drop function public.break_down cascade");
        }

        assertThat(browser.get("/imports").body()).contains("Failed");
        assertThat(browser.get(failing).body())
                .contains("error in Dunlin, and nothing was changed")
                .contains("quote number")
                .contains("Try again")
                .doesNotContain("disk full");
        assertThat(ask("select count(*) from ledger.item where ")).isEqualTo("0");

        repeat(failing);
        assertThat(ask("select count(*) from ledger.item where ")).isEqualTo("3");
        assertThat(browser.get(failing).body()).contains("3 rows read: 3 new").doesNotContain("interrupted");
    }

    @Test
    void an_import_that_was_given_up_says_so() {
        browser.get("/imports/new");
        var mapping = browser.redirect(browser.upload("/imports", file(ITEMS), "subject", "ITEMS"));
        var link = mapping.replace("/mapping", "");
        owner.tell(
                "with given_up as (insert into jobs.job (tenant_id, kind, title, state, problem, problem_arguments, created_at) values ("
                        + subscriber.tenant()
                        + ", 'intake.import', 'upload.csv', 'FAILED', 'jobs.problem.died', '[3]', now()) returning id) "
                        + "update intake.import set state = 'RUNNING', attempts = 3, job_id = (select id from given_up) where id = "
                        + number(link));

        assertThat(browser.get("/imports").body()).contains("Failed");
        assertThat(browser.get(link).body())
                .contains("This was started 3 times and interrupted each time", "nothing was changed");
        repeat(link);
        assertThat(browser.get(link).body()).contains("3 rows read: 3 new").doesNotContain("interrupted");
    }

    @Test
    void a_clearing_is_agreed_to_and_undone_and_the_audit_trail_knows_who_did() {
        var first = start("ITEMS", ITEMS);
        Wait.until("the items are there", () -> state(first).equals("APPLIED"));
        var stock = start(
                "ITEMS",
                "client_code;item_number;invoice_date;due_date;amount\nC1;A;2026-01-02;2026-02-02;10\n",
                "mode",
                "STOCK");
        Wait.until("a person must agree", () -> state(stock).equals("NEEDS_CONFIRMATION"));
        assertThat(browser.get(stock).body()).contains("would clear 2 open items");

        browser.post(stock + "/confirm");
        Wait.until("the items are cleared", () -> state(stock).equals("APPLIED"));
        browser.post(stock + "/undo");

        assertThat(state(stock)).isEqualTo("UNDONE");
        assertThat(ask("select sum(open_amount) from ledger.item where ")).isEqualTo("60.0000");
        assertThat(actions()).isEqualTo("import.started,import.started,import.confirmed,import.undone");
        assertThat(browser.get("/settings/audit").body()).contains("Agreed to a clearing", "Undid an import");
    }

    @Test
    void the_mapping_page_reads_the_file_as_a_person_says() {
        browser.get("/imports/new");
        var mapping = browser.redirect(browser.upload("/imports", file(ITEMS), "subject", "ITEMS"));
        assertThat(browser.get(mapping).body()).contains("UTF-8", "Semicolon", "5 of 5 columns");

        var comma = form(browser.get(mapping), "delimiter", "COMMA");
        assertThat(browser.post(mapping + "/file", comma).body())
                .contains("0 of 1 columns")
                .contains("<option value=\"COMMA\" selected");

        var wide = form(browser.get(mapping), "charset", "UTF-16LE");
        assertThat(browser.post(mapping + "/file", wide).body()).contains("role=\"alert\"");

        var back = form(browser.get(mapping), "delimiter", "SEMICOLON");
        assertThat(browser.post(mapping + "/file", back).body()).contains("5 of 5 columns");
    }

    @Test
    void a_workbook_comes_in_and_the_pages_say_where_its_table_was_and_what_was_left_out() throws IOException {
        var workbook = Files.write(
                folder.resolve("open items.xlsx"),
                SampleSheet.of(FileFormat.XLSX)
                        .row("Nothing here")
                        .sheet("Receivables")
                        .row("Open items")
                        .row("Client code", "Item number", "Invoice date", "Amount")
                        .row("C1", "A", SampleSheet.day("2026-01-02"), 10.5)
                        .row("C2", "B", SampleSheet.day("2026-01-03"), 20)
                        .row("Total", "", "", 30.5)
                        .bytes());
        browser.get("/imports/new");
        var mapping = browser.redirect(browser.upload("/imports", workbook, "subject", "ITEMS"));
        assertThat(browser.get(mapping).body())
                .contains("Read from the sheet “Receivables”", "stand in row 2", "1 row of totals", "from row 5")
                .contains("4 of 4 columns")
                .doesNotContain("name=\"charset\"");

        var started = browser.redirect(browser.post(mapping, form(browser.get(mapping))));
        Wait.until("the items are there", () -> state(started).equals("APPLIED"));
        assertThat(browser.get(started).body()).contains("2 rows read: 2 new", "1 row of totals");
        assertThat(ask("select sum(original_amount) from ledger.item where ")).isEqualTo("30.5000");
    }

    @Test
    void what_cannot_be_read_is_said_on_the_page_of_the_upload() throws IOException {
        browser.get("/imports/new");
        var document = Files.writeString(folder.resolve("list.csv"), "%PDF-1.7 and more");
        assertThat(browser.upload("/imports", document, "subject", "ITEMS").body())
                .contains("This is a PDF.");
        var page = Files.writeString(folder.resolve("list.xls"), "<html><body><table>");
        assertThat(browser.upload("/imports", page, "subject", "ITEMS").body()).contains("web page or XML");
    }

    private void repeat(String link) {
        assertThat(browser.redirect(browser.post(link + "/repeat"))).isEqualTo(link);
        Wait.until("the import is applied", () -> state(link).equals("APPLIED"));
    }

    /** Address of the import; {@code choices} are names and values that go before the form's own. */
    private String start(String subject, String content, String... choices) {
        browser.get("/imports/new");
        var mapping = browser.redirect(browser.upload("/imports", file(content), "subject", subject));
        var started = browser.redirect(browser.post(mapping, form(browser.get(mapping), choices)));
        assertThat(started).matches("/imports/\\d+");
        return started;
    }

    private static String[] form(HttpResponse<String> page, String... choices) {
        var fields = new ArrayList<>(List.of(choices));
        fields.addAll(List.of(Browser.form(page.body())));
        return fields.toArray(String[]::new);
    }

    private Path file(String content) {
        try {
            return Files.writeString(folder.resolve("upload.csv"), content, UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean isWaiting(int sessions) {
        return owner.ask(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                .equals(Integer.toString(sessions));
    }

    private String state(String link) {
        return ask("select state from intake.import where id = " + number(link) + " and ");
    }

    private String job(String link) {
        return ask("select state from jobs.job where id = (select job_id from intake.import where id = " + number(link)
                + ") and ");
    }

    private String actions() {
        return ask(
                "select string_agg(action, ',' order by id) from tenancy.audit_entry where action like 'import.%' and ");
    }

    private String ask(String query) {
        return owner.ask(query + "tenant_id = " + subscriber.tenant());
    }

    private static String number(String link) {
        return link.substring("/imports/".length());
    }

    private String databaseUrl() {
        return String.valueOf(bean(Environment.class).getProperty("dunlin.database.url"));
    }
}
