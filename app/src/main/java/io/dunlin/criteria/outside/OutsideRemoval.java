package io.dunlin.criteria.outside;

import static io.dunlin.criteria.tables.OutsideValue.OUTSIDE_VALUE;
import static io.dunlin.criteria.tables.OutsideValueLog.OUTSIDE_VALUE_LOG;

import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CompanyRemoval;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What sources told of the customers of companies goes with them. */
@Component
class OutsideRemoval implements CompanyRemoval {
    private final DSLContext sql;

    OutsideRemoval(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(List<CompanyId> gone) {
        sql.deleteFrom(OUTSIDE_VALUE)
                .where(OUTSIDE_VALUE.TENANT_ID.eq(CurrentTenant.id()))
                .and(OUTSIDE_VALUE.COMPANY_ID.in(gone))
                .execute();
        sql.deleteFrom(OUTSIDE_VALUE_LOG)
                .where(OUTSIDE_VALUE_LOG.TENANT_ID.eq(CurrentTenant.id()))
                .and(OUTSIDE_VALUE_LOG.COMPANY_ID.in(gone))
                .execute();
    }

    @Override
    public int order() {
        return 32;
    }
}
