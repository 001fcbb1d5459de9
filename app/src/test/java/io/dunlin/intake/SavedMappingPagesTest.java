package io.dunlin.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.testing.Browser;
import io.dunlin.testing.OwnerSession;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

/** What was said once is known afterwards: types of items for all files, mappings by name, and those remembered by themselves. */
class SavedMappingPagesTest extends RunningApplication {
    private static final String TYPED = """
            client_code;item_number;invoice_date;amount;item_type
            C1;A;2026-01-02;10;F1
            C1;B;2026-01-03;20;G-7
            """;
    private static final String FRENCH = """
            Compte X;Pièce X;Jour;Somme;Rien
            C1;A;02/01/2026;10,50;x
            C1;B;03/01/2026;20,25;y
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
        owner = new OwnerSession(String.valueOf(bean(Environment.class).getProperty("dunlin.database.url")));
    }

    @AfterEach
    void close() {
        owner.close();
    }

    @Test
    void own_types_are_said_once_and_known_for_files_of_every_layout_and_for_pushes() throws Exception {
        assertThat(browser.get("/imports/item-types").body()).contains("None yet.");
        assertThat(
                        push(
                                "client_code;item_number;item_date_issue;item_amount_initial_inc_tax;item_type\nC1;X;2026-01-02;5;F1\n"))
                .isEqualTo(422);

        start(upload("ITEMS", TYPED), "type_F1", "INVOICE", "type_G-7", "CREDIT_NOTE");

        var other =
                upload("ITEMS", "Type;Account;Document;Date;Total\nf1;C2;D;2026-01-02;10\nG 7;C2;E;2026-01-03;20\n");
        assertThat(browser.get(other).body()).doesNotContain("form-select s unset\" id=\"type_");
        start(other);
        assertThat(kinds("C2")).isEqualTo("INVOICE,CREDIT_NOTE");
        assertThat(
                        push(
                                "client_code;item_number;item_date_issue;item_amount_initial_inc_tax;item_type\nC3;X;2026-01-02;5;F1\n"))
                .isEqualTo(202);
        assertThat(ask("select string_agg(written || '=' || kind, ',' order by name) from intake.item_type where "))
                .isEqualTo("F1=INVOICE,G-7=CREDIT_NOTE");
    }

    @Test
    void what_a_type_is_can_be_changed_and_forgotten_although_the_layout_is_remembered() {
        start(upload("ITEMS", TYPED), "type_F1", "INVOICE", "type_G-7", "CREDIT_NOTE");
        assertThat(browser.get("/imports/item-types").body()).contains("F1", "G-7");
        var f1 = ask("select id from intake.item_type where name = 'f1' and ");
        var g7 = ask("select id from intake.item_type where name = 'g7' and ");

        browser.post("/imports/item-types/" + f1, "kind", "DRAFT");
        browser.post("/imports/item-types/" + g7 + "/remove");

        var form = Browser.form(browser.get(upload("ITEMS", TYPED)).body());
        assertThat(valueOf("type_F1", form)).isEqualTo("DRAFT");
        assertThat(valueOf("type_G-7", form)).isEmpty();
        assertThat(browser.get("/settings/audit").body()).contains("Changed what a type of items is");
    }

    @Test
    void the_usual_meaning_of_a_known_type_is_not_kept_and_another_one_is() {
        var file = TYPED.replace("F1", "FAC").replace("G-7", "AVO");
        start(upload("ITEMS", file));
        assertThat(ask("select count(*) from intake.item_type where ")).isEqualTo("0");

        start(upload("ITEMS", file), "type_FAC", "DRAFT");
        assertThat(ask("select string_agg(written || '=' || kind, ',') from intake.item_type where "))
                .isEqualTo("FAC=DRAFT");
        start(upload("ITEMS", file), "type_FAC", "INVOICE");
        assertThat(ask("select count(*) from intake.item_type where ")).isEqualTo("0");
    }

    @Test
    void a_mapping_is_saved_under_a_name_and_laid_over_another_file() {
        saveFrench("Ledger <of> Lyon");

        var other = upload("ITEMS", "Neu;Somme;JOUR;Compte x\nA-1;1.250;05/02/2026;C9\nA-2;2.500;06/02/2026;C9\n");
        assertThat(browser.get(other).body()).contains("Ledger &lt;of&gt; Lyon");
        var laid = browser.post(
                other + "/apply", with(Browser.form(browser.get(other).body()), "saved", saved()));
        assertThat(laid.body())
                .contains("was laid over")
                .contains("This column of the mapping is not in the file: Pièce X.")
                .contains("The mapping does not know this column, it stays as it was: Neu.");
        var form = Browser.form(laid.body());
        assertThat(List.of(valueOf("field_1", form), valueOf("field_2", form), valueOf("field_3", form)))
                .containsExactly("ITEM_AMOUNT", "ITEM_ISSUE_DATE", "ITEM_CUSTOMER_CODE");
        assertThat(valueOf("date_2", form)).isEqualTo("DAY_FIRST");
        assertThat(valueOf("amount_1", form)).isEqualTo("COMMA");

        start(other, with(form, "field_0", "ITEM_NUMBER"));
        assertThat(ask("select sum(original_amount) || ' ' || min(issue_date) from ledger.item where "))
                .isEqualTo("3750.0000 2026-02-05");
        assertThat(ask("select used_at is not null from intake.saved_mapping where "))
                .isEqualTo("t");
    }

    @Test
    void the_same_name_is_refused_unless_it_is_the_one_that_was_chosen() {
        saveFrench("Lyon");
        var again = upload("ITEMS", FRENCH);
        var form = Browser.form(browser.get(again).body());

        assertThat(browser.post(again + "/save", with(form, "savedName", "lyon"))
                        .body())
                .contains("There is already a mapping named “lyon”");
        assertThat(browser.post(again + "/save", with(form, "savedName", " ")).body())
                .contains("name of 1 to 80 characters");
        assertThat(browser.post(again + "/save", with(with(form, "savedName", "Lyon"), "saved", saved()))
                        .body())
                .contains("Saved as “Lyon”.");
        assertThat(ask("select count(*) from intake.saved_mapping where ")).isEqualTo("1");
    }

    @Test
    void a_saved_mapping_is_renamed_edited_exported_taken_in_elsewhere_and_deleted() throws IOException {
        saveFrench("Lyon");
        var page = "/imports/mappings/" + saved();
        var form = Browser.form(browser.get(page).body());
        assertThat(valueOf("format_2", form)).isEqualTo("DAY_FIRST");

        assertThat(browser.post(page, with(form, "name", "Lyon", "field_4", "ITEM_NUMBER"))
                        .body())
                .contains("A field stands on two columns.");
        assertThat(browser.post(page + "/preview", with(form, "name", "Lyon", "field_4", "ITEM_DUE_DATE"))
                        .body())
                .startsWith("<form id=\"saved-columns\"")
                .contains("id=\"format_4\"");
        browser.post(page, with(form, "name", "Lyon 2", "field_4", "ITEM_FILE_NUMBER", "format_2", "MONTH_FIRST"));
        assertThat(browser.get("/imports/mappings").body()).contains("Lyon 2");

        var exported = browser.get(page + "/export");
        assertThat(exported.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", ".json");
        var file = Files.writeString(folder.resolve("lyon.json"), exported.body());
        var elsewhere = signedIn(newTenant().administrator());
        elsewhere.get("/imports/mappings");
        var copy = elsewhere.redirect(elsewhere.upload("/imports/mappings", file));
        assertThat(elsewhere.get(copy).body()).contains("Lyon 2", "Compte X");
        assertThat(valueOf("format_2", Browser.form(elsewhere.get(copy).body())))
                .isEqualTo("MONTH_FIRST");
        assertThat(elsewhere.get(page).statusCode()).isEqualTo(404);
        assertThat(browser.upload("/imports/mappings", file).body()).contains("already a mapping named “Lyon 2”");

        browser.post(page + "/remove");
        assertThat(browser.get("/imports/mappings").body()).doesNotContain("Lyon 2");
        assertThat(browser.get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void a_hostile_file_of_a_mapping_is_refused_on_the_page() throws IOException {
        browser.get("/imports/mappings");
        var file = Files.writeString(folder.resolve("bad.json"), "{\"format\":\"dunlin-mapping\",\"version\":9}");
        assertThat(browser.upload("/imports/mappings", file).body()).contains("newer version of Dunlin");
        Files.writeString(file, "<html>");
        assertThat(browser.upload("/imports/mappings", file).body()).contains("not a mapping that Dunlin has exported");
        Files.writeString(
                file,
                "{\"format\":\"dunlin-mapping\",\"version\":1,\"name\":\"x\",\"subject\":\"<b>\",\"mode\":\"DELTA\",\"columns\":[]}");
        assertThat(browser.upload("/imports/mappings", file).body()).contains("“&lt;b&gt;”");
    }

    @Test
    void a_mapping_that_was_remembered_by_itself_is_found_named_and_forgotten() {
        start(upload("ITEMS", FRENCH), french());
        var id = ask("select id from intake.mapping where ");
        assertThat(browser.get("/imports/mappings").body()).contains("Compte X", "5 columns");
        assertThat(browser.get(upload("ITEMS", FRENCH)).body()).contains("4 of 5 columns");

        browser.post("/imports/mappings/remembered/" + id + "/keep", "name", "Kept");
        browser.post("/imports/mappings/remembered/" + id + "/forget");

        assertThat(browser.get(upload("ITEMS", FRENCH)).body()).doesNotContain("4 of 5 columns");
        assertThat(browser.get("/imports/mappings/" + saved()).body()).contains("Kept", "Compte X");
    }

    @Test
    void pages_and_files_need_the_right_to_import() {
        var collector = signedIn(newUser(subscriber.tenant(), Role.COLLECTOR));
        for (var path : List.of("/imports/mappings", "/imports/item-types", "/imports/templates/items.csv")) {
            assertThat(collector.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void the_files_to_fill_in_are_in_the_language_of_the_user_and_come_in_whole() throws IOException {
        var french = signedIn(newUser(subscriber.tenant(), Role.ADMINISTRATOR, "fr"));
        assertThat(french.get("/imports/new").body())
                .contains("/imports/templates/items.xlsx", "/imports/templates/customers.csv");
        for (var subject : List.of("items", "customers", "contacts")) {
            var answer = french.get("/imports/templates/" + subject + ".csv");
            assertThat(answer.body()).startsWith("\ufeffCode client *;");
            var file = Files.writeString(folder.resolve("template.csv"), answer.body());
            french.get("/imports/new");
            var mapping = french.redirect(french.upload("/imports", file, "subject", subject.toUpperCase(Locale.ROOT)));
            var started = french.redirect(
                    french.post(mapping, Browser.form(french.get(mapping).body())));
            Wait.until("the template is loaded", () -> state(started).equals("APPLIED"));
            assertThat(ask("select rows_read || ' ' || rows_rejected from intake.import where id = " + number(started)
                            + " and "))
                    .as(subject)
                    .isEqualTo("3 0");
        }
        assertThat(french.get("/imports/templates/items.xlsx")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .contains("spreadsheetml");
        assertThat(french.get("/imports/templates/nothing.csv").statusCode()).isEqualTo(404);
    }

    private void saveFrench(String name) {
        var mapping = upload("ITEMS", FRENCH);
        var form = with(Browser.form(browser.get(mapping).body()), french());
        // The formats can be chosen once the fields are.
        var shown = Browser.form(browser.post(mapping + "/preview", form).body());
        var chosen = with(with(shown, "date_2", "DAY_FIRST"), "savedName", name);
        assertThat(browser.post(mapping + "/save", chosen).body()).contains("Saved as “");
    }

    private static String[] french() {
        return new String[] {
            "field_0",
            "ITEM_CUSTOMER_CODE",
            "field_1",
            "ITEM_NUMBER",
            "field_2",
            "ITEM_ISSUE_DATE",
            "field_3",
            "ITEM_AMOUNT",
            "field_4",
            "",
            "date_2",
            "DAY_FIRST"
        };
    }

    private String upload(String subject, String content) {
        browser.get("/imports/new");
        try {
            var file = Files.writeString(folder.resolve("upload.csv"), content, UTF_8);
            return browser.redirect(browser.upload("/imports", file, "subject", subject));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Choices are names and values that go before the form's own. */
    private void start(String mapping, String... choices) {
        var form = with(Browser.form(browser.get(mapping).body()), choices);
        var started = browser.redirect(browser.post(mapping, form));
        assertThat(started).matches("/imports/\\d+");
        Wait.until("the import is applied", () -> state(started).equals("APPLIED"));
    }

    private static String[] with(String[] form, String... choices) {
        var fields = new ArrayList<>(List.of(choices));
        fields.addAll(List.of(form));
        return fields.toArray(String[]::new);
    }

    private static String valueOf(String name, String[] form) {
        for (var at = 0; at < form.length; at += 2) {
            if (form[at].equals(name)) {
                return form[at + 1];
            }
        }
        return "absent";
    }

    private int push(String content) throws IOException, InterruptedException {
        var login = Base64.getEncoder().encodeToString((subscriber.administrator() + ":" + PASSWORD).getBytes(UTF_8));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address() + "/api/items"))
                                    .header("Authorization", "Basic " + login)
                                    .POST(HttpRequest.BodyPublishers.ofString(content))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private String kinds(String customer) {
        return ask(
                "select string_agg(kind, ',' order by number) from ledger.item where customer_id = (select id from ledger.customer"
                        + " where code = '" + customer + "' and tenant_id = " + subscriber.tenant() + ") and ");
    }

    private String saved() {
        return ask("select id from intake.saved_mapping where ");
    }

    private String state(String link) {
        return ask("select state from intake.import where id = " + number(link) + " and ");
    }

    private String ask(String query) {
        return owner.ask(query + "tenant_id = " + subscriber.tenant());
    }

    private static String number(String link) {
        return link.substring("/imports/".length());
    }
}
