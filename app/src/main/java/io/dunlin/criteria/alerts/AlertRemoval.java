package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.AlertMatch.ALERT_MATCH;

import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CompanyRemoval;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whom alerts found in companies goes with them; what has foreign keys goes by itself. */
@Component
class AlertRemoval implements CompanyRemoval {
    private final DSLContext sql;

    AlertRemoval(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(List<CompanyId> gone) {
        sql.deleteFrom(ALERT_MATCH)
                .where(ALERT_MATCH.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT_MATCH.COMPANY_ID.in(gone))
                .execute();
    }

    @Override
    public int order() {
        return 31;
    }
}
