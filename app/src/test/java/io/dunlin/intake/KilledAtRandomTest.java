package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.database.TestDatabase;
import io.dunlin.testing.ChildApplication;
import io.dunlin.testing.OwnerSession;
import io.dunlin.testing.Wait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random moments, spread over the whole length of an import: whatever the moment, all or nothing, and the
 * ledger is that of an import that nobody disturbed. Prints the seed; run again with {@code -Dkilled.seed=…}.
 */
class KilledAtRandomTest {
    private static final int ITEMS = Integer.getInteger("killed.items", 20_000);
    private static final int MOMENTS = Integer.getInteger("killed.moments", 3);
    private static final long SEED = Long.getLong("killed.seed", new Random().nextInt(1_000_000));
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void an_import_killed_at_any_moment_is_there_wholly_or_not_at_all_and_ends_as_if_undisturbed() throws IOException {
        System.out.printf("%d kills of an import of %d items, -Dkilled.seed=%d%n", MOMENTS, ITEMS, SEED);
        var random = new Random(SEED);
        var node = ChildApplication.start(database.url());
        try (var owner = new OwnerSession(database.url())) {
            var undisturbed = begin(owner, node, "Undisturbed", 0);
            var length = untilDone(owner, undisturbed);
            var expected = ledger(owner, undisturbed.company());
            System.out.printf("undisturbed: %d ms%n%s%n", length.toMillis(), expected);
            assertThat(expected).contains(ITEMS + " items");

            for (var moment = 1; moment <= MOMENTS; moment++) {
                // One in each part of the length.
                var delay =
                        Duration.ofMillis((long) ((moment - 1 + random.nextDouble()) * length.toMillis() / MOMENTS));
                var killed = begin(owner, node, "Killed " + moment, moment);
                LockSupport.parkNanos(delay.toNanos());
                node.kill();
                untilSessionsHaveEnded(owner);
                var step = owner.ask("select step from jobs.job order by id desc limit 1");
                var state = owner.ask("select state from intake.import order by id desc limit 1");
                var left = ledger(owner, killed.company());
                System.out.printf("killed after %d ms in %s: %s%n", delay.toMillis(), step, state);
                assertThat(left).isEqualTo(state.equals("APPLIED") ? expected : NOTHING);

                node = ChildApplication.start(database.url());
                var again = untilDone(owner, killed);
                assertThat(ledger(owner, killed.company())).isEqualTo(expected);
                assertThat(owner.ask("select count(*) from ledger.stage_item")).isEqualTo("0");
                var page = node.signedIn().get(killed.link()).body();
                assertThat(page).contains("%,d rows read: %,d new".formatted(ITEMS, ITEMS));
                assertThat(page.contains("brought the whole file in, once"))
                        .isEqualTo(owner.ask("select attempts > 1 from intake.import order by id desc limit 1")
                                .equals("t"));
                System.out.printf("done %d ms after the restart%n", again.toMillis());
            }
        } finally {
            node.kill();
        }
    }

    private static final String NOTHING = """
            0 items of , open\s
            0 periods of , until\s
            0 customers
            0 facts: receivable , overdue , sales , delay , exposure\s
            """;

    /** @param company its number */
    private record Started(String link, String company) {}

    /** Each in a company of its own, as in an empty ledger. */
    private Started begin(OwnerSession owner, ChildApplication node, String series, int number) throws IOException {
        owner.tell("""
                insert into tenancy.company (tenant_id, code, name, currency, time_zone, created_at)
                select tenant_id, 'K%d', '%s', 'EUR', 'Europe/Paris', now() from tenancy.tenant
                """.formatted(number, series));
        var company = owner.ask("select max(id) from tenancy.company");
        owner.tell("update tenancy.user_account set company_id = " + company);
        return new Started(NumberedItems.start(node.signedIn(), NumberedItems.file(folder, series, ITEMS)), company);
    }

    private static Duration untilDone(OwnerSession owner, Started started) {
        var begin = System.nanoTime();
        var number = started.link().substring("/imports/".length());
        Wait.until(
                "the job has ended",
                LONGEST,
                () -> owner.ask("select state from jobs.job where id = (select job_id from intake.import where id = "
                                + number + ")")
                        .equals("SUCCEEDED"));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Everything of the company that does not depend on when it came in, in counts, sums and hashes. */
    private static String ledger(OwnerSession owner, String company) {
        return owner.ask("""
                select count(*) || ' items of ' || coalesce(sum(original_amount)::text, '') || ', open '
                    || coalesce(sum(open_amount) || ' ' || sum(hashtextextended(
                        concat_ws('|', number, identity, kind, issue_date, due_date, cleared_on, original_amount, open_amount), 0)), '')
                from ledger.item where company_id = %s""".formatted(company)) + "\n"
                + owner.ask("""
                select count(*) || ' periods of ' || coalesce(sum(h.open_amount)::text, '') || ', until '
                    || coalesce(sum(hashtextextended(concat_ws('|', i.number, h.valid_from, h.valid_to, h.due_date, h.kind), 0))::text, '')
                from ledger.item_history h join ledger.item i on i.id = h.item_id where h.company_id = %s""".formatted(company)) + "\n"
                + owner.ask("select count(*) || ' customers' from ledger.customer where company_id = " + company) + "\n"
                + owner.ask("""
                select count(*) || ' facts: receivable ' || coalesce(sum(receivable)::text, '') || ', overdue '
                    || coalesce(sum(overdue)::text, '') || ', sales ' || coalesce(sum(sales_12_months)::text, '') || ', delay '
                    || coalesce(sum(delay_weighted)::text, '') || ', exposure ' || coalesce(sum(largest_exposure)::text, '')
                from ledger.customer_fact where company_id = %s""".formatted(company)) + "\n";
    }

    /** The server notices the death of a node when it next talks to it; only then the transaction has ended. */
    private static void untilSessionsHaveEnded(OwnerSession owner) {
        Wait.until(
                "the sessions of the killed node have ended",
                LONGEST,
                () -> owner.ask(
                                "select count(*) from pg_stat_activity where usename = 'dunlin_app' and datname = current_database()")
                        .equals("0"));
    }
}
