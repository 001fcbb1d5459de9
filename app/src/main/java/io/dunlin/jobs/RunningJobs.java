package io.dunlin.jobs;

import static io.dunlin.jobs.tables.Job.JOB;

import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What running jobs write about themselves: in transactions of their own, so that it is seen while the work's is open. */
@Component
class RunningJobs {
    /** A job whose node died this often is not started again: it probably killed them. */
    static final int MOST_ATTEMPTS = 3;

    /** A job that has lost the database this often is not started again: it probably brings it down. */
    static final int MOST_LOSSES = 10;

    private final DSLContext sql;
    private final Clock clock;
    private final TransactionTemplate apart;

    RunningJobs(DSLContext sql, PlatformTransactionManager transactions, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        apart = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** The right of one node to work on a job; void as soon as another start of the job is recorded. */
    record Claim(JobTicket ticket, int attempt, String kind, JsonNode payload) {
        private Condition isHeld() {
            return isOf(ticket).and(JOB.STATE.eq(JobState.RUNNING.name())).and(JOB.ATTEMPT.eq(attempt));
        }
    }

    record Progress(
            @Nullable String step, long done, @Nullable Long total) {}

    /** Empty when there is nothing to do: the job was cancelled, has ended, or has failed too often. */
    Optional<Claim> start(JobTicket ticket, String node) {
        return apart.execute(status -> claim(ticket, node));
    }

    private Optional<Claim> claim(JobTicket ticket, String node) {
        var job = sql.select(JOB.KIND, JOB.PAYLOAD, JOB.ATTEMPT, JOB.LOSSES, JOB.CANCEL_REQUESTED, JOB.STATE, JOB.NODE)
                .from(JOB)
                .where(isOf(ticket))
                .and(JOB.STATE.in(JobState.QUEUED.name(), JobState.RUNNING.name()))
                .forUpdate()
                .fetchOne();
        if (job == null) {
            return Optional.empty();
        }
        var attempts = job.get(JOB.ATTEMPT);
        if (job.get(JOB.CANCEL_REQUESTED)) {
            write(isOf(ticket), JobState.CANCELLED, Map.of(), null);
            return Optional.empty();
        }
        // This very node began it and lives: what it lost was the database.
        var losses = job.get(JOB.LOSSES)
                + (job.get(JOB.STATE).equals(JobState.RUNNING.name()) && node.equals(job.get(JOB.NODE)) ? 1 : 0);
        var refusal = refusal(attempts - losses, losses);
        if (refusal.isPresent()) {
            write(isOf(ticket), JobState.FAILED, Map.of(), refusal.get());
            return Optional.empty();
        }
        sql.update(JOB)
                .set(JOB.STATE, JobState.RUNNING.name())
                .set(JOB.ATTEMPT, attempts + 1)
                .set(JOB.LOSSES, losses)
                .set(JOB.NODE, node)
                .set(JOB.STARTED_AT, JobRows.now(clock))
                .set(JOB.STEP_AT, JobRows.now(clock))
                .setNull(JOB.STEP)
                .set(JOB.DONE, 0L)
                .setNull(JOB.TOTAL)
                .where(isOf(ticket))
                .execute();
        var payload = JobRows.JSON.readTree(job.get(JOB.PAYLOAD).data());
        return Optional.of(new Claim(ticket, attempts + 1, job.get(JOB.KIND), payload));
    }

    private static Optional<JobProblem> refusal(int deaths, int losses) {
        if (deaths >= MOST_ATTEMPTS) {
            return Optional.of(new JobProblem("jobs.problem.died", List.of(deaths)));
        }
        return losses >= MOST_LOSSES
                ? Optional.of(new JobProblem("jobs.problem.lostDatabase", List.of(losses)))
                : Optional.empty();
    }

    /** Returns whether the run must stop: somebody asked for it, or the claim is void. */
    boolean report(Claim claim, Progress progress, boolean isNewStep) {
        return Boolean.TRUE.equals(apart.execute(status -> sql.update(JOB)
                .set(JOB.STEP, progress.step())
                .set(JOB.DONE, progress.done())
                .set(JOB.TOTAL, progress.total())
                .set(JOB.STEP_AT, isNewStep ? DSL.val(JobRows.now(clock)) : JOB.STEP_AT)
                .where(claim.isHeld())
                .returningResult(JOB.CANCEL_REQUESTED)
                .fetchOptional()
                .map(row -> row.value1())
                .orElse(true)));
    }

    void end(Claim claim, JobState state, Map<String, ?> result, @Nullable JobProblem problem) {
        apart.executeWithoutResult(status -> write(claim.isHeld(), state, result, problem));
    }

    /** The node must stop and the work has not begun to count: another one starts it anew. */
    void putBack(Claim claim) {
        apart.executeWithoutResult(status -> sql.update(JOB)
                .set(JOB.STATE, JobState.QUEUED.name())
                .set(JOB.ATTEMPT, claim.attempt() - 1)
                .where(claim.isHeld())
                .execute());
    }

    /** The database was away: another start, perhaps on another node, does the work from its beginning. */
    void putBackAfterLoss(Claim claim) {
        apart.executeWithoutResult(status -> sql.update(JOB)
                .set(JOB.STATE, JobState.QUEUED.name())
                .set(JOB.LOSSES, JOB.LOSSES.plus(1))
                .where(claim.isHeld())
                .execute());
    }

    private void write(Condition which, JobState state, Map<String, ?> result, @Nullable JobProblem problem) {
        sql.update(JOB)
                .set(JOB.STATE, state.name())
                .set(JOB.RESULT, json(result))
                .set(JOB.PROBLEM, problem == null ? null : problem.key())
                .set(JOB.PROBLEM_ARGUMENTS, json(problem == null ? List.of() : problem.arguments()))
                .set(JOB.ENDED_AT, JobRows.now(clock))
                .where(which)
                .execute();
    }

    private static Condition isOf(JobTicket ticket) {
        return JOB.TENANT_ID.eq(CurrentTenant.id()).and(JOB.ID.eq(ticket.job())).and(JOB.RUN.eq(ticket.run()));
    }

    private static JSONB json(Object value) {
        return JSONB.valueOf(JobRows.JSON.writeValueAsString(value));
    }
}
