package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.Score.SCORE;
import static io.dunlin.criteria.tables.ScoreChange.SCORE_CHANGE;

import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CompanyRemoval;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The scores of the customers of companies go with them. */
@Component
class ScoreRemoval implements CompanyRemoval {
    private final DSLContext sql;

    ScoreRemoval(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(List<CompanyId> gone) {
        sql.deleteFrom(SCORE)
                .where(SCORE.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORE.COMPANY_ID.in(gone))
                .execute();
        sql.deleteFrom(SCORE_CHANGE)
                .where(SCORE_CHANGE.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORE_CHANGE.COMPANY_ID.in(gone))
                .execute();
    }

    @Override
    public int order() {
        return 31;
    }
}
