package io.dunlin.jobs;

import static io.dunlin.jobs.tables.Job.JOB;
import static io.dunlin.jobs.tables.ScheduledTask.SCHEDULED_TASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.testing.TestLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsTest {
    private static final TestLedger LEDGER = new TestLedger("2026-11-20");

    private final List<String> events = new ArrayList<>();
    private Work work = run -> {};
    private final TestJobs test = new TestJobs(LEDGER, new TestedKind());
    private final Jobs jobs = test.jobs();

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @BeforeEach
    void start_with_an_empty_queue() {
        LEDGER.sql().deleteFrom(SCHEDULED_TASK).execute();
    }

    @Test
    void a_job_runs_with_its_payload_and_keeps_its_result() {
        work = run -> run.result(Map.of("rows", run.payload().get("rows").asInt() * 2));
        var id = submit(Map.of("rows", 21));
        assertThat(get(id).state()).isEqualTo(JobState.QUEUED);

        test.runQueued();

        assertThat(get(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(get(id).result().get("rows").asInt()).isEqualTo(42);
        assertThat(get(id).title()).isEqualTo("receivables.csv");
    }

    @Test
    void an_order_that_is_rolled_back_leaves_nothing_behind() {
        CurrentTenant.run(
                LEDGER.tenant(),
                () -> LEDGER.transaction().executeWithoutResult(status -> {
                    jobs.submit("test.work", "rolled back", Map.of());
                    status.setRollbackOnly();
                }));

        assertThat(LEDGER.sql().fetchCount(SCHEDULED_TASK)).isZero();
        assertThat(LEDGER.inTenant(jobs::active)).extracting(Job::title).doesNotContain("rolled back");
    }

    @Test
    void progress_is_seen_from_another_connection_while_the_work_is_uncommitted() {
        work = run -> LEDGER.inTenant(() -> {
            run.step("test.reading");
            LEDGER.clock().pass(Duration.ofSeconds(1));
            run.progress(30, 120);
            events.add(seenByOthers(run.id()));
            return 0;
        });
        submit(Map.of());

        test.runQueued();

        assertThat(events).containsExactly("test.reading 30 of 120");
    }

    @Test
    void progress_is_written_at_most_twice_a_second() {
        work = run -> {
            run.step("test.reading");
            run.progress(1, 3);
            events.add(seenByOthers(run.id()));
            LEDGER.clock().pass(Duration.ofMillis(500));
            run.progress(2, 3);
            run.progress(3, 3);
            events.add(seenByOthers(run.id()));
        };
        var id = submit(Map.of());

        test.runQueued();

        assertThat(events).containsExactly("test.reading 0 of null", "test.reading 2 of 3");
        assertThat(seenByOthers(id)).isEqualTo("test.reading 3 of 3");
    }

    @Test
    void a_waiting_job_that_is_cancelled_never_runs() {
        work = run -> events.add("ran");
        var id = submit(Map.of());
        cancel(id);

        test.runQueued();

        assertThat(events).isEmpty();
        assertThat(get(id).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void a_running_job_that_is_cancelled_stops_at_its_next_check() {
        work = run -> {
            run.checkCancelled();
            cancel(run.id());
            LEDGER.clock().pass(Duration.ofSeconds(1));
            run.checkCancelled();
            events.add("went on");
        };
        var id = submit(Map.of());

        test.runQueued();

        assertThat(events).isEmpty();
        assertThat(get(id).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void a_refusal_is_kept_as_a_sentence_and_the_job_can_be_run_again() {
        work = run -> {
            throw new Rejected("test.refused", 12, "B7");
        };
        var id = submit(Map.of());
        test.runQueued();
        assertThat(get(id).state()).isEqualTo(JobState.FAILED);
        assertThat(get(id).problem()).isEqualTo(new JobProblem("test.refused", List.of(12, "B7")));

        work = run -> {};
        LEDGER.inTenant(() -> {
            jobs.retry(id);
            return 0;
        });
        assertThat(get(id).state()).isEqualTo(JobState.QUEUED);
        test.runQueued();

        assertThat(get(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(get(id).problem()).isNull();
        assertThat(get(id).attempt()).isEqualTo(1);
    }

    @Test
    void a_bug_shows_a_number_to_quote_and_nothing_of_its_inside() {
        work = run -> {
            throw new IllegalStateException("secret");
        };
        var id = submit(Map.of());

        test.runQueued();

        var problem = Objects.requireNonNull(get(id).problem());
        assertThat(problem.key()).isEqualTo("jobs.problem.unexpected");
        assertThat(problem.arguments()).singleElement().asString().hasSize(8).doesNotContain("secret");
    }

    @Test
    void a_job_whose_node_stops_waits_for_another_and_costs_no_attempt() {
        work = JobRun::checkCancelled;
        var id = submit(Map.of());

        test.runQueued(() -> true);

        assertThat(get(id).state()).isEqualTo(JobState.QUEUED);
        assertThat(get(id).attempt()).isZero();
    }

    @Test
    void a_job_that_three_nodes_died_of_is_given_up() {
        var ticket = new JobTicket(LEDGER.tenant(), submit(Map.of()), 1);
        var running = TestJobs.runningOn(LEDGER);
        for (var attempt = 1; attempt <= 3; attempt++) {
            var node = "dying " + attempt;
            assertThat(LEDGER.inTenant(() -> running.start(ticket, node))).isPresent();
        }

        assertThat(LEDGER.inTenant(() -> running.start(ticket, "fourth"))).isEmpty();

        assertThat(get(ticket.job()).state()).isEqualTo(JobState.FAILED);
        assertThat(get(ticket.job()).problem()).isEqualTo(new JobProblem("jobs.problem.died", List.of(3)));
    }

    @Test
    void a_job_that_lost_the_database_begins_anew_ten_times() {
        var ticket = new JobTicket(LEDGER.tenant(), submit(Map.of()), 1);
        var running = TestJobs.runningOn(LEDGER);
        for (var loss = 1; loss <= 9; loss++) {
            LEDGER.inTenant(() -> {
                running.putBackAfterLoss(running.start(ticket, "living").orElseThrow());
                return true;
            });
            assertThat(get(ticket.job()).state()).isEqualTo(JobState.QUEUED);
        }
        // The tenth is told by the queue, which gave the order again before the node could put it back.
        assertThat(LEDGER.inTenant(() -> running.start(ticket, "living"))).isPresent();
        assertThat(LEDGER.inTenant(() -> running.start(ticket, "living"))).isEmpty();

        assertThat(get(ticket.job()).state()).isEqualTo(JobState.FAILED);
        assertThat(get(ticket.job()).problem()).isEqualTo(new JobProblem("jobs.problem.lostDatabase", List.of(10)));
    }

    @Test
    void a_node_that_was_given_up_too_early_can_no_longer_write() {
        var ticket = new JobTicket(LEDGER.tenant(), submit(Map.of()), 1);
        var running = TestJobs.runningOn(LEDGER);
        var early = LEDGER.inTenant(() -> running.start(ticket, "slow")).orElseThrow();
        var late = LEDGER.inTenant(() -> running.start(ticket, "taking over")).orElseThrow();

        var earlyMustStop = LEDGER.inTenant(() -> running.report(early, new RunningJobs.Progress(null, 5, 9L), false));
        LEDGER.inTenant(() -> {
            running.end(early, JobState.SUCCEEDED, Map.of(), null);
            return 0;
        });

        assertThat(earlyMustStop).isTrue();
        assertThat(late.attempt()).isEqualTo(2);
        assertThat(get(ticket.job()).state()).isEqualTo(JobState.RUNNING);
        assertThat(get(ticket.job()).done()).isZero();
    }

    @Test
    void another_tenant_neither_sees_nor_stops_it() {
        var id = submit(Map.of());
        var other = LEDGER.newTenant("Somebody else");

        LEDGER.as(other, () -> {
            jobs.cancel(id);
            return 0;
        });

        assertThat(LEDGER.as(other, () -> jobs.find(id))).isEmpty();
        assertThat(LEDGER.as(other, jobs::active)).isEmpty();
        assertThat(LEDGER.inTenant(jobs::active)).extracting(Job::id).contains(id);
    }

    private JobId submit(Map<String, ?> payload) {
        return LEDGER.inTenant(() -> jobs.submit("test.work", "receivables.csv", payload));
    }

    private Job get(JobId id) {
        return LEDGER.inTenant(() -> jobs.get(id));
    }

    private void cancel(JobId id) {
        LEDGER.inTenant(() -> {
            jobs.cancel(id);
            return 0;
        });
    }

    private static String seenByOthers(JobId id) {
        return DSL.using(LEDGER.database().owner(), SQLDialect.POSTGRES)
                .select(JOB.STEP, JOB.DONE, JOB.TOTAL)
                .from(JOB)
                .where(JOB.ID.eq(id))
                .fetchSingle(row -> "%s %d of %s".formatted(row.value1(), row.value2(), row.value3()));
    }

    private interface Work {
        void run(JobRun run) throws Exception;
    }

    private final class TestedKind implements JobKind {
        @Override
        public String code() {
            return "test.work";
        }

        @Override
        public void run(JobRun run) throws Exception {
            work.run(run);
        }
    }
}
