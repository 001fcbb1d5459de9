package io.dunlin.jobs;

import static io.dunlin.jobs.tables.DailyRun.DAILY_RUN;

import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CompanyRemoval;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Forgets when the daily work of companies was done. */
@Component
class DailyRunRemoval implements CompanyRemoval {
    private final DSLContext sql;

    DailyRunRemoval(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(List<CompanyId> companies) {
        sql.deleteFrom(DAILY_RUN)
                .where(DAILY_RUN.TENANT_ID.eq(CurrentTenant.id()))
                .and(DAILY_RUN.COMPANY_ID.in(companies))
                .execute();
    }

    @Override
    public int order() {
        return 30;
    }
}
