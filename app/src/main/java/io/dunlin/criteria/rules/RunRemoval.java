package io.dunlin.criteria.rules;

import static io.dunlin.criteria.tables.RuleChange.RULE_CHANGE;
import static io.dunlin.criteria.tables.RuleRun.RULE_RUN;
import static org.jooq.impl.DSL.select;

import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CompanyRemoval;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What rules did for companies goes with them. */
@Component
class RunRemoval implements CompanyRemoval {
    private final DSLContext sql;

    RunRemoval(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(List<CompanyId> gone) {
        var ofThem = RULE_RUN.TENANT_ID.eq(CurrentTenant.id()).and(RULE_RUN.COMPANY_ID.in(gone));
        sql.deleteFrom(RULE_CHANGE)
                .where(RULE_CHANGE.TENANT_ID.eq(CurrentTenant.id()))
                .and(RULE_CHANGE.RUN_ID.in(select(RULE_RUN.ID).from(RULE_RUN).where(ofThem)))
                .execute();
        sql.deleteFrom(RULE_RUN).where(ofThem).execute();
    }

    @Override
    public int order() {
        return 30;
    }
}
