package io.dunlin.jobs;

import static io.dunlin.jobs.tables.CycleRun.CYCLE_RUN;
import static io.dunlin.jobs.tables.CycleStep.CYCLE_STEP;
import static io.dunlin.tenancy.tables.UserAccount.USER_ACCOUNT;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import io.dunlin.jobs.CycleRun.Cause;
import io.dunlin.jobs.CycleRun.Step;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The runs of the steps of a company, as they were written down. */
@Component
public class CycleRuns {
    private final DSLContext sql;

    public CycleRuns(DSLContext sql) {
        this.sql = sql;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<CycleRun> latest(Company company, int page, int size) {
        var steps = multiset(select(
                                CYCLE_STEP.CODE,
                                CYCLE_STEP.DURATION_MS,
                                CYCLE_STEP.CHANGED,
                                CYCLE_STEP.PROBLEM,
                                CYCLE_STEP.PROBLEM_ARGUMENTS)
                        .from(CYCLE_STEP)
                        .where(CYCLE_STEP.TENANT_ID.eq(CYCLE_RUN.TENANT_ID))
                        .and(CYCLE_STEP.RUN_ID.eq(CYCLE_RUN.ID))
                        .orderBy(CYCLE_STEP.POSITION))
                .convertFrom(found -> found.map(row -> new Step(
                        row.value1(),
                        Duration.ofMillis(row.value2()),
                        row.value3(),
                        JobRows.problem(row.value4(), row.value5()))));
        return sql.select(CYCLE_RUN.fields())
                .select(USER_ACCOUNT.NAME, steps)
                .from(CYCLE_RUN)
                .leftJoin(USER_ACCOUNT)
                .on(USER_ACCOUNT.TENANT_ID.eq(CYCLE_RUN.TENANT_ID))
                .and(USER_ACCOUNT.ID.eq(CYCLE_RUN.USER_ID))
                .where(CYCLE_RUN.TENANT_ID.eq(CurrentTenant.id()))
                .and(CYCLE_RUN.COMPANY_ID.eq(company.id()))
                .orderBy(CYCLE_RUN.ID.desc())
                .limit(size)
                .offset((page - 1) * size)
                .fetch(row -> new CycleRun(
                        row.get(CYCLE_RUN.ID),
                        Cause.valueOf(row.get(CYCLE_RUN.CAUSE)),
                        row.get(CYCLE_RUN.DAY),
                        row.get(USER_ACCOUNT.NAME),
                        row.get(CYCLE_RUN.BEGAN_AT).toInstant(),
                        JobRows.instant(row.get(CYCLE_RUN.ENDED_AT)),
                        row.get(steps)));
    }
}
