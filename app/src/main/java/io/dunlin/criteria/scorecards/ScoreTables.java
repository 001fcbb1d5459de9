package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.Score.SCORE;
import static io.dunlin.criteria.tables.ScoreChange.SCORE_CHANGE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableOnConditionStep;
import org.jooq.impl.DSL;

/**
 * The outcome of a card against what customers have now, in the statement that works it out.
 *
 * @param card its number
 * @param version which version gives the scores
 */
record ScoreTables(long card, int version, Company company, OffsetDateTime now) {
    /** Each outcome beside what its customer has. */
    static TableOnConditionStep<Record> beside(long card) {
        return table(name("result"))
                .leftJoin(SCORE)
                .on(SCORE.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORE.SCORECARD_ID.eq(card))
                .and(SCORE.SUBJECT_ID.eq(Scoring.SUBJECT));
    }

    /** Class or points are others than before, or the customer had none. */
    static Condition changes() {
        return SCORE.SUBJECT_ID
                .isNull()
                .or(SCORE.GRADE.isDistinctFrom(Scoring.GRADE))
                .or(SCORE.POINTS.isDistinctFrom(Scoring.POINTS));
    }

    List<CommonTableExpression<?>> written() {
        return List.of(history(), current(), gone());
    }

    private CommonTableExpression<?> history() {
        return name("history")
                .as(insertInto(
                                SCORE_CHANGE,
                                SCORE_CHANGE.TENANT_ID,
                                SCORE_CHANGE.SCORECARD_ID,
                                SCORE_CHANGE.SUBJECT_ID,
                                SCORE_CHANGE.COMPANY_ID,
                                SCORE_CHANGE.VERSION,
                                SCORE_CHANGE.GRADE,
                                SCORE_CHANGE.POINTS,
                                SCORE_CHANGE.OVERRIDE,
                                SCORE_CHANGE.SEEN,
                                SCORE_CHANGE.BANDS,
                                SCORE_CHANGE.AT)
                        .select(select(
                                        val(CurrentTenant.id(), SCORE_CHANGE.TENANT_ID),
                                        val(card),
                                        Scoring.SUBJECT,
                                        val(company.id(), SCORE_CHANGE.COMPANY_ID),
                                        val(version),
                                        Scoring.GRADE,
                                        Scoring.POINTS,
                                        Scoring.OVERRIDE,
                                        Scoring.SEEN,
                                        Scoring.BANDS,
                                        val(now))
                                .from(beside(card))
                                .where(changes()))
                        .returning(SCORE_CHANGE.ID));
    }

    /** Rows that would stay as they are are not written. */
    private CommonTableExpression<?> current() {
        var differs = changes()
                .or(SCORE.VERSION.ne(version))
                .or(SCORE.OVERRIDE.isDistinctFrom(Scoring.OVERRIDE))
                .or(SCORE.SEEN.isDistinctFrom(Scoring.SEEN))
                .or(SCORE.BANDS.isDistinctFrom(Scoring.BANDS));
        return name("current")
                .as(insertInto(
                                SCORE,
                                SCORE.TENANT_ID,
                                SCORE.SCORECARD_ID,
                                SCORE.SUBJECT_ID,
                                SCORE.COMPANY_ID,
                                SCORE.VERSION,
                                SCORE.GRADE,
                                SCORE.POINTS,
                                SCORE.OVERRIDE,
                                SCORE.SEEN,
                                SCORE.BANDS,
                                SCORE.SINCE)
                        .select(select(
                                        val(CurrentTenant.id(), SCORE.TENANT_ID),
                                        val(card),
                                        Scoring.SUBJECT,
                                        val(company.id(), SCORE.COMPANY_ID),
                                        val(version),
                                        Scoring.GRADE,
                                        Scoring.POINTS,
                                        Scoring.OVERRIDE,
                                        Scoring.SEEN,
                                        Scoring.BANDS,
                                        when(changes(), val(now)).otherwise(SCORE.SINCE))
                                .from(beside(card))
                                .where(differs))
                        .onConflict(SCORE.TENANT_ID, SCORE.SCORECARD_ID, SCORE.SUBJECT_ID)
                        .doUpdate()
                        .set(SCORE.COMPANY_ID, DSL.excluded(SCORE.COMPANY_ID))
                        .set(SCORE.VERSION, DSL.excluded(SCORE.VERSION))
                        .set(SCORE.GRADE, DSL.excluded(SCORE.GRADE))
                        .set(SCORE.POINTS, DSL.excluded(SCORE.POINTS))
                        .set(SCORE.OVERRIDE, DSL.excluded(SCORE.OVERRIDE))
                        .set(SCORE.SEEN, DSL.excluded(SCORE.SEEN))
                        .set(SCORE.BANDS, DSL.excluded(SCORE.BANDS))
                        .set(SCORE.SINCE, DSL.excluded(SCORE.SINCE))
                        .returning(SCORE.SUBJECT_ID));
    }

    /** Customers that there are no more. */
    private CommonTableExpression<?> gone() {
        Table<?> result = table(name("result"));
        return name("gone")
                .as(DSL.deleteFrom(SCORE)
                        .where(SCORE.TENANT_ID.eq(CurrentTenant.id()))
                        .and(SCORE.SCORECARD_ID.eq(card))
                        .and(SCORE.COMPANY_ID.eq(company.id()))
                        .and(notExists(selectOne().from(result).where(Scoring.SUBJECT.eq(SCORE.SUBJECT_ID))))
                        .returning(inline(1)));
    }
}
