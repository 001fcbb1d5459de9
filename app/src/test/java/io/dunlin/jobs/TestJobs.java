package io.dunlin.jobs;

import static io.dunlin.jobs.tables.ScheduledTask.SCHEDULED_TASK;

import io.dunlin.tenancy.CurrentUser;
import io.dunlin.testing.TestLedger;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Jobs that run when the test says so, on its own thread. */
public final class TestJobs {
    private final TestLedger ledger;
    private final Jobs jobs;
    private final JobRunner runner;

    public TestJobs(TestLedger ledger, JobKind... kinds) {
        this.ledger = ledger;
        jobs = new Jobs(ledger.sql(), new JobQueue(ledger.dataSource()), new CurrentUser(), ledger.clock());
        runner = new JobRunner(runningOn(ledger), List.of(kinds), ledger.clock());
    }

    static RunningJobs runningOn(TestLedger ledger) {
        var transactions = Objects.requireNonNull(ledger.transaction().getTransactionManager());
        return new RunningJobs(ledger.sql(), transactions, ledger.clock());
    }

    public Jobs jobs() {
        return jobs;
    }

    /** Carries out all orders that stand in the queue. */
    public void runQueued() {
        runQueued(() -> false);
    }

    void runQueued(BooleanSupplier nodeStops) {
        var orders = ledger.sql()
                .deleteFrom(SCHEDULED_TASK)
                .where(SCHEDULED_TASK.TASK_NAME.eq(JobQueue.TASK.getTaskName()))
                .returningResult(SCHEDULED_TASK.TASK_INSTANCE)
                .fetch(row -> JobTicket.parse(row.value1()));
        orders.forEach(order -> runner.run(order, "test", nodeStops));
    }
}
