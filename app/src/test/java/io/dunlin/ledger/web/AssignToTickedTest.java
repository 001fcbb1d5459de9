package io.dunlin.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.intake.ImportId;
import io.dunlin.intake.Imports;
import io.dunlin.jobs.Jobs;
import io.dunlin.ledger.Groups;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.testing.Browser;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three customers of a list are given what can be given, and lose it again. */
class AssignToTickedTest extends RunningApplication {
    private static final Pattern UNDO = Pattern.compile("action=\"(/customers/assign/\\d+/undo)\"");

    @TempDir
    private Path folder = Path.of("");

    private TenantId tenant = new TenantId(1);
    private Browser browser = new Browser("");

    @BeforeEach
    void three_customers() throws IOException {
        var subscriber = newTenant();
        tenant = subscriber.tenant();
        browser = signedIn(subscriber.administrator());
        var file = folder.resolve("customers.csv");
        Files.writeString(file, "code;name\nA;Amiens\nB;Bordeaux\nC;Castres\n");
        browser.get("/imports/new");
        var mapping = browser.redirect(browser.upload("/imports", file, "subject", "CUSTOMERS"));
        var link = browser.redirect(
                browser.post(mapping, Browser.form(browser.get(mapping).body())));
        var number = new ImportId(Long.parseLong(link.substring("/imports/".length())));
        var job = Objects.requireNonNull(
                CurrentTenant.call(tenant, () -> bean(Imports.class).get(number))
                        .job());
        Wait.until(
                "the file is in",
                () -> !CurrentTenant.call(tenant, () -> bean(Jobs.class).get(job))
                        .isActive());
    }

    @Test
    void ticked_customers_go_into_a_group_and_out_of_it() {
        browser.post("/settings/groups", "name", "Key accounts", "colour", "blue");
        var group = group();
        var one = key("B");
        assertThat(preview("groups", group, "give", "keys", one)).contains("One customer will change.");
        assign("groups", group, "give", "keys", one);
        assertThat(browser.get("/customers").body()).contains("Groups changed for one customer.");
        assertThat(browser.get("/customers?columns=code,groups&sort=code").body())
                .containsSubsequence("A", "B", "Key accounts", "C");

        assertThat(preview("groups", group, "give", "keys", one)).contains("Nothing to do: it is so for the customer");
        assertThat(preview("groups", group, "give", "all", "1"))
                .contains("2 customers will change; it is so for 1 of 3 already.");
        assign("groups", group, "take", "all", "1");
        assertThat(undo()).contains("Undone: Groups is as before for one customer.");
        assertThat(browser.get("/customers?columns=code,groups").body()).contains("Key accounts");
    }

    @Test
    void a_value_is_given_to_all_that_a_filter_finds_and_the_file_says_by_whom() {
        var list = browser.redirect(browser.post(
                "/customers/assign",
                "attribute",
                "internalScore",
                "value",
                "7",
                "all",
                "1",
                "query",
                "?c=customer.code.oneOf(A,B)"));
        var undo = undoAddress(browser.get(list).body());
        assertThat(browser.get("/customers?columns=code,internalScore&sort=code")
                        .body())
                .containsSubsequence("A", ">7<", "B", ">7<", "C");
        assertThat(browser.get("/customers/EST/A/history").body())
                .contains("Internal score is 7, before: none; given in the list of customers by");

        browser.post(undo);
        assertThat(browser.get("/customers").body()).contains("Undone: Internal score is as before for 2 customers.");
        assertThat(browser.get("/customers?columns=code,internalScore").body()).doesNotContain(">7<");
    }

    @Test
    void only_who_gave_it_takes_it_back_in_the_list() {
        assign("internalScore", "3", "give", "all", "1");
        var undo = undoAddress(browser.get("/customers").body());
        // One of the same name.
        var namesake = "namesake%d@example.org".formatted(System.nanoTime());
        newUser(tenant, Role.COLLECTOR, "en", namesake, "User ADMINISTRATOR");
        var colleague = signedIn(namesake);
        colleague.get("/customers");
        assertThat(colleague.post(undo).body()).contains("This run cannot be undone");
        assertThat(browser.get("/customers?columns=code,internalScore").body()).contains(">3<");
    }

    @Test
    void a_value_that_is_gone_changes_nothing_and_says_so() {
        var answer = assign("internalScore", "99", "give", "all", "1");
        assertThat(answer).contains("This value cannot be given any more");
    }

    private String preview(String attribute, String value, String change, String selected, String keys) {
        return browser.post(
                        "/customers/assign/preview",
                        "attribute",
                        attribute,
                        "value",
                        value,
                        "change",
                        change,
                        selected,
                        keys,
                        "query",
                        "")
                .body();
    }

    private String assign(String attribute, String value, String change, String selected, String keys) {
        return browser.post(
                        "/customers/assign",
                        "attribute",
                        attribute,
                        "value",
                        value,
                        "change",
                        change,
                        selected,
                        keys,
                        "query",
                        "")
                .body();
    }

    private String undo() {
        browser.post(undoAddress(browser.get("/customers").body()));
        return browser.get("/customers").body();
    }

    private static String undoAddress(String page) {
        var found = UNDO.matcher(page);
        assertThat(found.find()).as("an undo is offered").isTrue();
        return found.group(1);
    }

    private String key(String code) {
        var found = Pattern.compile("data-key=\"(\\d+)\"")
                .matcher(browser.get("/customers?q=" + code + "&sort=code").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String group() {
        return Long.toString(CurrentTenant.call(tenant, () -> bean(Groups.class).all())
                .getFirst()
                .group()
                .id());
    }
}
