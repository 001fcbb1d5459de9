package io.dunlin.jobs;

import static io.dunlin.jobs.tables.CycleRun.CYCLE_RUN;
import static io.dunlin.jobs.tables.CycleStep.CYCLE_STEP;

import io.dunlin.jobs.CycleRun.Cause;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down which steps ran, what they changed and how long they took; in the transaction of the caller. */
@Component
public class CycleLog {
    private static final Duration KEPT = Duration.ofDays(90);

    private final DSLContext sql;
    private final Clock clock;

    public CycleLog(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A day has one, whether steps of it ran before or not. Returns its number. */
    long begin(Company company, Cause cause, @Nullable UserId by) {
        var now = JobRows.now(clock);
        sql.deleteFrom(CYCLE_RUN)
                .where(CYCLE_RUN.TENANT_ID.eq(CurrentTenant.id()))
                .and(CYCLE_RUN.COMPANY_ID.eq(company.id()))
                .and(CYCLE_RUN.BEGAN_AT.lt(now.minus(KEPT)))
                .execute();
        var known = cause == Cause.DAY ? ofToday(company) : null;
        return known != null
                ? known
                : sql.insertInto(CYCLE_RUN)
                        .set(CYCLE_RUN.TENANT_ID, CurrentTenant.id())
                        .set(CYCLE_RUN.COMPANY_ID, company.id())
                        .set(CYCLE_RUN.CAUSE, cause.name())
                        .set(CYCLE_RUN.DAY, company.today(clock))
                        .set(CYCLE_RUN.USER_ID, by)
                        .set(CYCLE_RUN.BEGAN_AT, now)
                        .returningResult(CYCLE_RUN.ID)
                        .fetchSingle()
                        .value1();
    }

    private @Nullable Long ofToday(Company company) {
        return sql.select(CYCLE_RUN.ID)
                .from(CYCLE_RUN)
                .where(CYCLE_RUN.TENANT_ID.eq(CurrentTenant.id()))
                .and(CYCLE_RUN.COMPANY_ID.eq(company.id()))
                .and(CYCLE_RUN.CAUSE.eq(Cause.DAY.name()))
                .and(CYCLE_RUN.DAY.eq(company.today(clock)))
                .fetchOne(CYCLE_RUN.ID);
    }

    /** Lets the step do its work, and writes it down. */
    void record(long run, int position, CycleStep step, Company company) {
        var began = JobRows.now(clock);
        var start = System.nanoTime();
        var changed = step.run(company);
        write(run, position, step, began, (int) ((System.nanoTime() - start) / 1_000_000), changed, null);
    }

    void failed(long run, int position, CycleStep step, RuntimeException failure) {
        var problem = failure instanceof Rejected refused
                ? new JobProblem(refused.key(), refused.arguments())
                : new JobProblem("jobs.cycle.unexpected", List.of());
        write(run, position, step, JobRows.now(clock), 0, null, problem);
    }

    private void write(
            long run,
            int position,
            CycleStep step,
            OffsetDateTime began,
            int millis,
            @Nullable Long changed,
            @Nullable JobProblem problem) {
        var arguments = JobRows.JSON.writeValueAsString(
                problem == null
                        ? List.of()
                        : problem.arguments().stream().map(Object::toString).toList());
        sql.insertInto(CYCLE_STEP)
                .set(CYCLE_STEP.TENANT_ID, CurrentTenant.id())
                .set(CYCLE_STEP.RUN_ID, run)
                .set(CYCLE_STEP.CODE, step.code())
                .set(CYCLE_STEP.POSITION, (short) position)
                .set(CYCLE_STEP.BEGAN_AT, began)
                .set(CYCLE_STEP.DURATION_MS, millis)
                .set(CYCLE_STEP.CHANGED, changed)
                .set(CYCLE_STEP.PROBLEM, problem == null ? null : problem.key())
                .set(CYCLE_STEP.PROBLEM_ARGUMENTS, JSONB.valueOf(arguments))
                .onConflict(CYCLE_STEP.TENANT_ID, CYCLE_STEP.RUN_ID, CYCLE_STEP.CODE)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    void end(long run) {
        sql.update(CYCLE_RUN)
                .set(CYCLE_RUN.ENDED_AT, JobRows.now(clock))
                .where(CYCLE_RUN.TENANT_ID.eq(CurrentTenant.id()))
                .and(CYCLE_RUN.ID.eq(run))
                .execute();
    }
}
