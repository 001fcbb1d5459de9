package io.dunlin.jobs;

import static io.dunlin.jobs.tables.Job.JOB;
import static io.dunlin.tenancy.tables.UserAccount.USER_ACCOUNT;

import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the table {@code job} as {@link Job}. */
final class JobRows {
    static final JsonMapper JSON = JsonMapper.shared();

    private JobRows() {}

    static SelectConditionStep<? extends Record> select(DSLContext sql, Condition condition) {
        return sql.select(JOB.fields())
                .select(USER_ACCOUNT.NAME)
                .from(JOB)
                .leftJoin(USER_ACCOUNT)
                .on(USER_ACCOUNT.TENANT_ID.eq(JOB.TENANT_ID))
                .and(USER_ACCOUNT.ID.eq(JOB.CREATED_BY))
                .where(JOB.TENANT_ID.eq(CurrentTenant.id()))
                .and(condition);
    }

    static Job job(Record row) {
        return new Job(
                row.get(JOB.ID),
                row.get(JOB.KIND),
                row.get(JOB.TITLE),
                JobState.valueOf(row.get(JOB.STATE)),
                row.get(JOB.STEP),
                row.get(JOB.DONE),
                row.get(JOB.TOTAL),
                JSON.readTree(row.get(JOB.RESULT).data()),
                problem(row.get(JOB.PROBLEM), row.get(JOB.PROBLEM_ARGUMENTS)),
                row.get(JOB.CANCEL_REQUESTED),
                row.get(JOB.ATTEMPT),
                row.get(JOB.CREATED_BY),
                row.get(USER_ACCOUNT.NAME),
                row.get(JOB.CREATED_AT).toInstant(),
                instant(row.get(JOB.STARTED_AT)),
                instant(row.get(JOB.STEP_AT)),
                instant(row.get(JOB.ENDED_AT)));
    }

    static OffsetDateTime now(Clock clock) {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static @Nullable JobProblem problem(@Nullable String key, JSONB arguments) {
        return key == null ? null : new JobProblem(key, List.of(JSON.readValue(arguments.data(), Object[].class)));
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
