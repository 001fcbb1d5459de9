package io.dunlin.jobs;

import static io.dunlin.jobs.tables.DailyRun.DAILY_RUN;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Remembers for which day each company's daily work has been done. */
@Component
class DailyRuns {
    private final DSLContext sql;
    private final Clock clock;

    DailyRuns(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Marks the company's today as done; false when it was already. Other nodes wait for the transaction that asks. */
    boolean begin(Company company, String code) {
        var today = company.today(clock);
        return sql.insertInto(DAILY_RUN)
                        .set(DAILY_RUN.TENANT_ID, CurrentTenant.id())
                        .set(DAILY_RUN.COMPANY_ID, company.id())
                        .set(DAILY_RUN.CODE, code)
                        .set(DAILY_RUN.DONE_ON, today)
                        .onConflict(DAILY_RUN.TENANT_ID, DAILY_RUN.COMPANY_ID, DAILY_RUN.CODE)
                        .doUpdate()
                        .set(DAILY_RUN.DONE_ON, DSL.excluded(DAILY_RUN.DONE_ON))
                        .where(DAILY_RUN.DONE_ON.lt(today))
                        .execute()
                > 0;
    }
}
