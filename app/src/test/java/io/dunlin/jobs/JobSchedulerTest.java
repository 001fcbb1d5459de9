package io.dunlin.jobs;

import static io.dunlin.jobs.tables.ScheduledTask.SCHEDULED_TASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Tenants;
import io.dunlin.testing.TestLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobSchedulerTest {
    private static final Clock CLOCK = Clock.systemUTC();

    private final TestLedger ledger = new TestLedger("2026-11-20");
    private final JobQueue queue = new JobQueue(ledger.dataSource());
    private final Jobs jobs = new Jobs(ledger.sql(), queue, new CurrentUser(), CLOCK);
    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final CountDownLatch forever = new CountDownLatch(1);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void an_order_starts_at_once_and_as_its_tenant() throws Exception {
        // The next regular look into the queue is far away.
        var node = node(Duration.ofMinutes(5), run -> events.add("ran for tenant " + CurrentTenant.id()));
        node.start();
        var id = submit();

        assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("ran for tenant " + ledger.tenant());
        node.stop();
        assertThat(state(id)).isEqualTo(JobState.SUCCEEDED);
        assertThat(ordersLeft()).isZero();
    }

    @Test
    void the_work_of_a_dead_node_is_taken_over() throws Exception {
        var id = submit();
        var order = new JobTicket(ledger.tenant(), id, 1);
        ledger.inTenant(() -> running().start(order, "dead"));
        ledger.sql()
                .update(SCHEDULED_TASK)
                .set(SCHEDULED_TASK.PICKED, true)
                .set(SCHEDULED_TASK.PICKED_BY, "dead")
                .set(SCHEDULED_TASK.LAST_HEARTBEAT, OffsetDateTime.now(CLOCK).minusMinutes(1))
                .execute();

        var node = node(Duration.ofMillis(100), run -> events.add("taken over"));
        node.start();

        assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("taken over");
        node.stop();
        assertThat(state(id)).isEqualTo(JobState.SUCCEEDED);
        assertThat(ledger.inTenant(() -> jobs.get(id)).attempt()).isEqualTo(2);
    }

    @Test
    void a_node_that_stops_puts_its_work_back() throws Exception {
        var node = node(Duration.ofMillis(100), run -> {
            events.add("started");
            forever.await();
        });
        node.start();
        var id = submit();
        assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("started");

        node.stop();

        assertThat(state(id)).isEqualTo(JobState.QUEUED);
        assertThat(ordersLeft()).isEqualTo(1);
    }

    private JobId submit() {
        return ledger.inTenant(() -> jobs.submit("test.work", "receivables.csv", Map.of()));
    }

    private JobState state(JobId id) {
        return ledger.inTenant(() -> jobs.get(id)).state();
    }

    private int ordersLeft() {
        return ledger.sql()
                .fetchCount(SCHEDULED_TASK, SCHEDULED_TASK.TASK_NAME.eq("job").and(SCHEDULED_TASK.PICKED.isFalse()));
    }

    private RunningJobs running() {
        var transactions = Objects.requireNonNull(ledger.transaction().getTransactionManager());
        return new RunningJobs(ledger.sql(), transactions, CLOCK);
    }

    private JobScheduler node(Duration polling, Work work) {
        var kind = new JobKind() {
            @Override
            public String code() {
                return "test.work";
            }

            @Override
            public void run(JobRun run) throws Exception {
                work.run(run);
            }
        };
        return new JobScheduler(
                ledger.dataSource(),
                queue,
                new JobRunner(running(), List.of(kind), CLOCK),
                new DailyWork(
                        new Tenants(ledger.sql(), ledger.transaction(), CLOCK, event -> {}),
                        new Companies(ledger.sql(), CLOCK),
                        new DailyRuns(ledger.sql(), CLOCK),
                        TestCycle.of(ledger),
                        List.of(),
                        ledger.transaction()),
                new JobsSettings(1, Duration.ofMillis(200), polling, Duration.ofMillis(200)));
    }

    private interface Work {
        void run(JobRun run) throws Exception;
    }
}
