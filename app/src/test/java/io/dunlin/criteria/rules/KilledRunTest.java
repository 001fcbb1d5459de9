package io.dunlin.criteria.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.database.TestDatabase;
import io.dunlin.testing.Browser;
import io.dunlin.testing.ChildApplication;
import io.dunlin.testing.OwnerSession;
import io.dunlin.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of the daily cycle, while rules give their values. Real processes. */
class KilledRunTest {
    private static final int CUSTOMERS = 200;

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_run_that_is_killed_half_way_has_not_happened_and_goes_on_to_change_each_customer_once() throws IOException {
        try (var owner = new OwnerSession(database.url());
                var watcher = new OwnerSession(database.url())) {
            try (var node = ChildApplication.start(database.url())) {
                var browser = node.signedIn();
                load(browser, watcher);
                browser.get("/settings/rules/internalScore");
                browser.post("/settings/rules/internalScore", "value", "5", "automatic", "true");

                // The values cannot be given while the test holds their table: the node dies in the middle of the step.
                owner.hold("ledger.customer_option");
                browser.get("/settings/cycle");
                browser.post("/settings/cycle");
                Wait.until(
                        "the rules wait for the table",
                        () -> watcher.ask("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                                .equals("1"));
                node.kill();
            }
            // The server notices the death of a node when it next talks to it; only then the transaction has ended.
            owner.letGo();
            Wait.until(
                    "the sessions of the killed node have ended",
                    () -> watcher.ask("select count(*) from pg_stat_activity"
                                    + " where usename = 'dunlin_app' and datname = current_database()")
                            .equals("0"));
            assertThat(watcher.ask("select count(*) from criteria.rule_change")).isEqualTo("0");
            assertThat(watcher.ask("select count(*) from ledger.customer_option"))
                    .isEqualTo("0");
            assertThat(steps(watcher)).isEqualTo("ledger.facts,criteria.scores");

            try (var node = ChildApplication.start(database.url())) {
                Wait.until(
                        "the cycle is taken over and done",
                        () -> watcher.ask("select state from jobs.job where kind = 'jobs.cycle'")
                                .equals("SUCCEEDED"));
                changedOnce(watcher);

                var browser = node.signedIn();
                assertThat(browser.get("/settings/cycle").body()).contains("200 customers", "Broken off");
                browser.post("/settings/cycle");
                Wait.until(
                        "the next cycle is done",
                        () -> watcher.ask(
                                        "select count(*) from jobs.job where kind = 'jobs.cycle' and state = 'SUCCEEDED'")
                                .equals("2"));
                changedOnce(watcher);
            }
        }
    }

    private static void changedOnce(OwnerSession watcher) {
        assertThat(watcher.ask("select count(*) || ' of ' || count(distinct subject_id) from criteria.rule_change"))
                .isEqualTo("%d of %d".formatted(CUSTOMERS, CUSTOMERS));
        assertThat(watcher.ask("select count(*) from ledger.customer_option where internal_score = 5"))
                .isEqualTo(Integer.toString(CUSTOMERS));
    }

    /** Of the latest run by hand. */
    private static String steps(OwnerSession watcher) {
        return watcher.ask("select string_agg(code, ',' order by position) from jobs.cycle_step"
                + " where run_id = (select max(id) from jobs.cycle_run where cause = 'HAND')");
    }

    private void load(Browser browser, OwnerSession watcher) throws IOException {
        var file = folder.resolve("customers.csv");
        var rows = IntStream.range(0, CUSTOMERS)
                .mapToObj(number -> "C-%d;Kerveno %d".formatted(number, number))
                .collect(Collectors.joining("\n"));
        Files.writeString(file, "code;name\n" + rows + "\n");
        browser.get("/imports/new");
        var mapping = browser.redirect(browser.upload("/imports", file, "subject", "CUSTOMERS"));
        browser.post(mapping, Browser.form(browser.get(mapping).body()));
        Wait.until(
                "the customers are in",
                () -> watcher.ask("select state from jobs.job order by id desc limit 1")
                        .equals("SUCCEEDED"));
    }
}
