package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.Score.SCORE;
import static io.dunlin.criteria.tables.ScoreChange.SCORE_CHANGE;
import static org.jooq.impl.DSL.select;

import io.dunlin.criteria.PastTables;
import io.dunlin.criteria.Subject;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** What cards gave customers on a day of the past, by the versions of then. */
@Component
class ScorePast implements PastTables {
    @Override
    public Map<Table<?>, Table<?>> on(LocalDate day, Company company, Set<Subject> about) {
        var log = SCORE_CHANGE;
        var then = select(
                        log.TENANT_ID,
                        log.SCORECARD_ID,
                        log.SUBJECT_ID,
                        log.COMPANY_ID,
                        log.VERSION,
                        log.GRADE,
                        log.POINTS,
                        log.OVERRIDE,
                        log.SEEN,
                        log.BANDS,
                        log.AT.as(SCORE.SINCE))
                .distinctOn(log.SCORECARD_ID, log.SUBJECT_ID)
                .from(log)
                .where(log.TENANT_ID.eq(CurrentTenant.id()))
                .and(log.COMPANY_ID.eq(company.id()))
                .and(log.DAY.le(day))
                .orderBy(log.SCORECARD_ID, log.SUBJECT_ID, log.DAY.desc(), log.ID.desc());
        return Map.of(SCORE, then.asTable("score_then"));
    }
}
