package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.database.TestDatabase;
import io.dunlin.testing.Browser;
import io.dunlin.testing.ChildApplication;
import io.dunlin.testing.OwnerSession;
import io.dunlin.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed in the middle of imports and started again. Real processes, files of a real size. */
class KilledImportTest {
    private static final int ITEMS = 100_000;

    private final TestDatabase database = TestDatabase.create();
    private final OwnerSession owner = new OwnerSession(database.url());

    private final String untouched = fingerprint();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        owner.close();
    }

    @Test
    void an_import_whose_node_is_killed_leaves_nothing_and_is_taken_over_until_all_of_it_is_there_once()
            throws IOException {
        String first;
        try (var node = ChildApplication.start(database.url())) {
            first = start(node.signedIn(), file("first.csv", 0, ITEMS, 100));
            Wait.until("rows are read", () -> job(first, "step <> 'intake.step.wait'"));
            node.kill();
        }
        nothingIsThere(first);

        try (var node = ChildApplication.start(database.url())) {
            Wait.until("rows are applied", () -> job(first, "step = 'ledger.load.step.apply'"));
            node.kill();
        }
        nothingIsThere(first);

        owner.hold("ledger.customer_fact");
        try (var watcher = new OwnerSession(database.url());
                var node = ChildApplication.start(database.url())) {
            Wait.until(
                    "facts are derived", () -> watcher.ask(jobOf(first, "step")).equals("ledger.load.step.facts"));
            assertThat(node.signedIn().get(first).body())
                    .contains("begun anew; this is start 3", "Nothing of the file");
            owner.letGo();
            Wait.until("the import is taken over and done", () -> state(first).equals("APPLIED"));
            assertThat(node.signedIn().get(first).body())
                    .contains("100,000 rows read: 100,000 new")
                    .contains("Start 3 brought the whole file in, once.");
            allIsThereOnce(ITEMS, "10000000.0000");

            var before = fingerprint();
            var second = killWhileFactsAreDerived(node);
            assertThat(fingerprint()).isEqualTo(before);

            killBehindTheCommit(second);
            try (var next = ChildApplication.start(database.url())) {
                Wait.until("the job is ended", () -> jobState(second).equals("SUCCEEDED"));
                assertThat(next.signedIn().get(second).body())
                        .contains("2,000 rows read: 1,000 new, 1,000 changed")
                        .contains("Start 2 brought the whole file in, once.");
                // 1,000 items of 100 are now 300, and 1,000 of 300 are new.
                allIsThereOnce(ITEMS + 1000, "10500000.0000");
                assertThat(owner.ask("select count(*) from ledger.stage_item")).isEqualTo("0");
                assertThat(owner.ask("select count(*) from intake.import")).isEqualTo("2");
            }
        }
    }

    /** The staging area is held from the moment of the commit on: the node dies before it can say that it is done. */
    private void killBehindTheCommit(String link) {
        owner.hold("ledger.customer_fact");
        try (var watcher = new OwnerSession(database.url());
                var behind = new OwnerSession(database.url());
                var node = ChildApplication.start(database.url())) {
            Wait.until("facts are derived", () -> waiting(watcher) == 1);
            var held = CompletableFuture.runAsync(() -> behind.hold("ledger.stage_item"));
            Wait.until("the staging area is asked for", () -> waiting(watcher) == 2);
            owner.letGo();
            held.join();
            Wait.until("the node waits behind its commit", () -> waiting(watcher) == 1);
            assertThat(state(link)).isEqualTo("APPLIED");
            assertThat(jobState(link)).isEqualTo("RUNNING");
            node.kill();
        }
        waitForSessionsToEnd();
    }

    /** The facts cannot be written while the test holds their table: the node dies in the middle of the step. */
    private String killWhileFactsAreDerived(ChildApplication node) throws IOException {
        owner.hold("ledger.customer_fact");
        try (var watcher = new OwnerSession(database.url())) {
            var second = start(node.signedIn(), file("second.csv", ITEMS - 1000, 2000, 300));
            // The step is written some moments after it has begun.
            Wait.until(
                    "facts are derived",
                    () -> waiting(watcher) == 1
                            && watcher.ask(jobOf(second, "step")).equals("ledger.load.step.facts"));
            node.kill();
            owner.letGo();
            waitForSessionsToEnd();
            assertThat(state(second)).isEqualTo("RUNNING");
            return second;
        }
    }

    private String start(Browser browser, Path file) {
        browser.get("/imports/new");
        var mapping = browser.redirect(browser.upload("/imports", file, "subject", "ITEMS"));
        assertThat(mapping).matches("/imports/\\d+/mapping");
        var page = browser.get(mapping).body();
        var started = browser.redirect(browser.post(mapping, Browser.form(page)));
        assertThat(started).matches("/imports/\\d+");
        return started;
    }

    /** Each item costs the amount, and customers have 50 of them each. */
    private Path file(String name, int from, int count, int amount) throws IOException {
        var file = folder.resolve(name);
        try (var rows = Files.newBufferedWriter(file)) {
            rows.write("Customer code,Customer name,Invoice number,Invoice date,Due date,Amount\n");
            for (var item = from; item < from + count; item++) {
                var issued = LocalDate.of(2026, 1, 1).plusDays(item % 300);
                rows.write("C-%05d,Maison Kerveno %d,F-%07d,%s,%s,%d.00\n"
                        .formatted(item / 50, item / 50, item, issued, issued.plusDays(30), amount));
            }
        }
        return file;
    }

    private void nothingIsThere(String link) {
        waitForSessionsToEnd();
        assertThat(owner.ask("select count(*) from ledger.item")).isEqualTo("0");
        assertThat(fingerprint()).isEqualTo(untouched);
        assertThat(state(link)).isEqualTo("RUNNING");
    }

    private void allIsThereOnce(int items, String total) {
        assertThat(owner.ask("select count(*) from ledger.item")).isEqualTo(Integer.toString(items));
        assertThat(owner.ask("select count(distinct number) from ledger.item")).isEqualTo(Integer.toString(items));
        assertThat(owner.ask("select sum(open_amount) from ledger.item")).isEqualTo(total);
        assertThat(owner.ask("select sum(receivable) from ledger.customer_fact"))
                .isEqualTo(total);
    }

    /** Changes with every value of every row of the ledger, the staging area included. */
    private String fingerprint() {
        var print = new StringBuilder();
        var tables = owner.ask(
                "select string_agg(tablename, ' ' order by tablename) from pg_tables where schemaname = 'ledger'");
        for (var table : tables.split(" ", -1)) {
            print.append(owner.ask(
                            "select '%1$s ' || count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from ledger.%1$s t"
                                    .formatted(table)))
                    .append('\n');
        }
        return print.toString();
    }

    /** The server notices the death of a node when it next talks to it; only then the transaction has ended. */
    private void waitForSessionsToEnd() {
        Wait.until(
                "the sessions of the killed node have ended",
                () -> owner.ask(
                                "select count(*) from pg_stat_activity where usename = 'dunlin_app' and datname = current_database()")
                        .equals("0"));
    }

    private boolean job(String link, String condition) {
        return owner.ask("select count(*) from jobs.job where state = 'RUNNING' and " + condition
                        + " and id = (select job_id from intake.import where id = " + number(link) + ")")
                .equals("1");
    }

    private String jobState(String link) {
        return owner.ask(jobOf(link, "state"));
    }

    private static String jobOf(String link, String column) {
        return "select %s from jobs.job where id = (select job_id from intake.import where id = %s)"
                .formatted(column, number(link));
    }

    /** Sessions that wait for a table. */
    private static int waiting(OwnerSession watcher) {
        return Integer.parseInt(
                watcher.ask(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"));
    }

    private String state(String link) {
        return owner.ask("select state from intake.import where id = " + number(link));
    }

    private static String number(String link) {
        return link.substring("/imports/".length());
    }
}
