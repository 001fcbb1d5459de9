package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.testing.ChildApplication;
import io.dunlin.testing.OwnServer;
import io.dunlin.testing.OwnerSession;
import io.dunlin.testing.Wait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away in the middle of an import, and comes back. A real server, stopped as by a power cut. */
class LostDatabaseTest {
    private static final int ITEMS = 30_000;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void an_import_that_loses_the_database_at_any_step_ends_by_itself_and_is_there_once() throws IOException {
        var file = NumberedItems.file(folder, "Maison", ITEMS);
        try (var server = OwnServer.in(folder);
                var node = ChildApplication.start(server.url())) {
            var link = NumberedItems.start(node.signedIn(), file);
            Wait.until("rows are read", LONGEST, () -> step(server).equals("intake.step.read"));
            server.stop();
            pagesSaySo(node);
            server.startAgain();

            new OwnerSession(server.url()).hold("ledger.customer_fact");
            waitFor(server, "ledger.load.step.facts", 1);
            assertThat(node.signedIn().get(link).body()).contains("begun anew; this is start 2", "Nothing of the file");
            nothingIsThere(server);
            server.stop();
            server.startAgain();

            Wait.until("rows are read again", LONGEST, () -> step(server).equals("intake.step.read"));
            new OwnerSession(server.url()).holdRow("intake.import", "true");
            waitFor(server, "intake.step.commit", 1);
            nothingIsThere(server);
            server.stop();
            server.startAgain();

            behindTheCommit(server);
            assertThat(ask(server, "select state from intake.import")).isEqualTo("APPLIED");
            assertThat(ask(server, "select state from jobs.job")).isEqualTo("RUNNING");
            server.stop();
            server.startAgain();

            Wait.until(
                    "the job is ended",
                    () -> !ask(server, "select ended_at from jobs.job").equals("null"));
            assertThat(ask(server, "select state || coalesce(': ' || problem, '') from jobs.job"))
                    .as(node::said)
                    .isEqualTo("SUCCEEDED");
            assertThat(node.said()).contains("has lost the database").doesNotContain("failed, error");
            assertThat(node.signedIn().get(link).body())
                    .contains("30,000 rows read: 30,000 new")
                    .contains("Start 4 brought the whole file in, once.");
            assertThat(ask(server, "select losses || ' of ' || attempt from jobs.job"))
                    .isEqualTo("4 of 5");
            assertThat(ask(server, "select count(*) || ' ' || count(distinct number) from ledger.item"))
                    .isEqualTo("30000 30000");
            assertThat(ask(server, "select sum(open_amount) from ledger.item"))
                    .isEqualTo(ask(server, "select sum(receivable) from ledger.customer_fact"))
                    .isEqualTo("2262880.0000");
            assertThat(ask(server, "select count(*) from ledger.stage_item")).isEqualTo("0");
        }
    }

    /** Nobody can sign in or be known: the page speaks the browser's language. */
    private static void pagesSaySo(ChildApplication node) {
        var english = node.browser().get("/sign-in?x", "Cookie", "SESSION=any", "Accept-Language", "en");
        var french = node.browser().get("/customers", "Cookie", "SESSION=any", "Accept-Language", "fr-FR");
        var program = node.browser().get("/api/v1/customers/EST/C1", "Authorization", "Bearer nothing");
        assertThat(english.statusCode()).isEqualTo(503);
        assertThat(english.body())
                .contains("<h1>The database cannot be reached</h1>")
                .doesNotContain("Exception", "io.dunlin");
        assertThat(french.statusCode()).isEqualTo(503);
        assertThat(french.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(french.body()).contains("<h1>La base de données est injoignable</h1>", "lang=\"fr\"");
        assertThat(program.statusCode()).isEqualTo(503);
        assertThat(program.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(program.body()).contains("\"status\":503");
    }

    /** The staging area is held from the moment of the commit on: the job cannot say that it is done. */
    private static void behindTheCommit(OwnServer server) {
        var facts = new OwnerSession(server.url());
        facts.hold("ledger.customer_fact");
        waitFor(server, "ledger.load.step.facts", 1);
        var stage = new OwnerSession(server.url());
        var held = CompletableFuture.runAsync(() -> stage.hold("ledger.stage_item"));
        waitFor(server, "ledger.load.step.facts", 2);
        facts.letGo();
        held.join();
        waitFor(server, "intake.step.search", 1);
    }

    private static void waitFor(OwnServer server, String step, int waiting) {
        Wait.until(
                step,
                LONGEST,
                () -> step(server).equals(step)
                        && ask(server, "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                                .equals(Integer.toString(waiting)));
    }

    private static void nothingIsThere(OwnServer server) {
        assertThat(ask(server, "select count(*) from ledger.item")).isEqualTo("0");
        assertThat(ask(server, "select state from intake.import")).isEqualTo("RUNNING");
    }

    private static String step(OwnServer server) {
        return ask(server, "select step from jobs.job where state = 'RUNNING'");
    }

    private static String ask(OwnServer server, String query) {
        try (var session = new OwnerSession(server.url())) {
            return session.ask(query);
        }
    }
}
