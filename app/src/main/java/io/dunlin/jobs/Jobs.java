package io.dunlin.jobs;

import static io.dunlin.jobs.tables.Job.JOB;

import io.dunlin.kernel.NotFound;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The background work of the current tenant. */
@Component
public class Jobs {
    private final DSLContext sql;
    private final JobQueue queue;
    private final CurrentUser user;
    private final Clock clock;

    public Jobs(DSLContext sql, JobQueue queue, CurrentUser user, Clock clock) {
        this.sql = sql;
        this.queue = queue;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Queues work; it starts when the transaction of the caller commits, and not at all if that is rolled back.
     *
     * @param kind code of a {@link JobKind}
     * @param title what it is about, in the user's words: a file name, a report
     */
    @Transactional
    public JobId submit(String kind, String title, Map<String, ?> payload) {
        var id = sql.insertInto(JOB)
                .set(JOB.TENANT_ID, CurrentTenant.id())
                .set(JOB.KIND, kind)
                .set(JOB.TITLE, title)
                .set(JOB.PAYLOAD, json(payload))
                .set(JOB.CREATED_BY, user.find().map(User::id).orElse(null))
                .set(JOB.CREATED_AT, JobRows.now(clock))
                .returningResult(JOB.ID)
                .fetchSingle()
                .value1();
        queue.add(new JobTicket(CurrentTenant.id(), id, 1));
        return id;
    }

    /** As {@link #submit}, except where the very same waits to be started. Two callers at the same moment may both submit it. */
    @Transactional
    public void submitUnlessWaiting(String kind, String title, Map<String, ?> payload) {
        var waits = sql.fetchExists(
                JOB,
                JOB.TENANT_ID
                        .eq(CurrentTenant.id())
                        .and(JOB.KIND.eq(kind))
                        .and(JOB.STATE.eq(JobState.QUEUED.name()))
                        .and(JOB.PAYLOAD.eq(json(payload))));
        if (!waits) {
            submit(kind, title, payload);
        }
    }

    private static JSONB json(Map<String, ?> payload) {
        return JSONB.valueOf(JobRows.JSON.writeValueAsString(payload));
    }

    @Transactional(readOnly = true)
    public Optional<Job> find(JobId id) {
        return select(JOB.ID.eq(id)).stream().findFirst();
    }

    /** Waiting and running ones, oldest first. */
    @Transactional(readOnly = true)
    public List<Job> active() {
        return select(JOB.STATE.in(JobState.QUEUED.name(), JobState.RUNNING.name()));
    }

    /** Ends a waiting job at once and asks a running one to stop; does nothing to one that has ended. */
    @Transactional
    public void cancel(JobId id) {
        var now = JobRows.now(clock);
        var cancelled = sql.update(JOB)
                .set(JOB.STATE, JobState.CANCELLED.name())
                .set(JOB.ENDED_AT, now)
                .where(JOB.TENANT_ID.eq(CurrentTenant.id()))
                .and(JOB.ID.eq(id))
                .and(JOB.STATE.eq(JobState.QUEUED.name()))
                .execute();
        if (cancelled == 0) {
            sql.update(JOB)
                    .set(JOB.CANCEL_REQUESTED, true)
                    .where(JOB.TENANT_ID.eq(CurrentTenant.id()))
                    .and(JOB.ID.eq(id))
                    .and(JOB.STATE.eq(JobState.RUNNING.name()))
                    .execute();
        }
    }

    /** Runs a failed or cancelled job again from the beginning; does nothing to any other. */
    @Transactional
    public void retry(JobId id) {
        sql.update(JOB)
                .set(JOB.STATE, JobState.QUEUED.name())
                .set(JOB.RUN, JOB.RUN.plus(1))
                .set(JOB.ATTEMPT, 0)
                .set(JOB.LOSSES, 0)
                .set(JOB.CANCEL_REQUESTED, false)
                .setNull(JOB.STEP)
                .setNull(JOB.PROBLEM)
                .set(JOB.DONE, 0L)
                .setNull(JOB.TOTAL)
                .setNull(JOB.STARTED_AT)
                .setNull(JOB.ENDED_AT)
                .where(JOB.TENANT_ID.eq(CurrentTenant.id()))
                .and(JOB.ID.eq(id))
                .and(JOB.STATE.in(JobState.FAILED.name(), JobState.CANCELLED.name()))
                .returningResult(JOB.RUN)
                .fetchOptional()
                .ifPresent(row -> queue.add(new JobTicket(CurrentTenant.id(), id, row.value1())));
    }

    /** As {@link #find}, for pages. */
    @Transactional(readOnly = true)
    public Job get(JobId id) {
        return find(id).orElseThrow(() -> new NotFound("Job", id));
    }

    /**
     * Newest first, and one more than a page where there are more.
     *
     * @param creator only that person's; empty for everybody's
     * @param page from 1
     */
    @Transactional(readOnly = true)
    public List<Job> newest(Optional<UserId> creator, int page, int size) {
        return JobRows.select(sql, creator.map(JOB.CREATED_BY::eq).orElse(DSL.noCondition()))
                .orderBy(JOB.CREATED_AT.desc(), JOB.ID.desc())
                .limit(size + 1)
                .offset((page - 1L) * size)
                .fetch(JobRows::job);
    }

    private List<Job> select(Condition condition) {
        return JobRows.select(sql, condition).orderBy(JOB.CREATED_AT, JOB.ID).fetch(JobRows::job);
    }
}
