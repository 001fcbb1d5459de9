package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.Score.SCORE;
import static io.dunlin.criteria.tables.ScoreChange.SCORE_CHANGE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.criteria.tables.Score;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableOnConditionStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The outcome of a card against what customers have now, in the statement that works it out.
 *
 * @param card its number
 * @param version which version gives the scores
 */
record ScoreTables(long card, int version, Company company, OffsetDateTime now) {
    private static final Score HELD = SCORE.as("held");
    private static final Table<?> COMPARED = table(name("compared"));
    private static final Field<Long> SUBJECT = compared("subject_id", SQLDataType.BIGINT);
    private static final Field<String> GRADE = compared("grade", SQLDataType.CLOB);
    private static final Field<BigDecimal> POINTS = compared("points", SQLDataType.NUMERIC(5, 2));
    private static final Field<Integer> OVERRIDE = compared("override", SQLDataType.INTEGER);
    private static final Field<String[]> SEEN = compared("seen", SQLDataType.CLOB.array());
    private static final Field<Integer[]> BANDS = compared("bands", SQLDataType.INTEGER.array());
    private static final Field<OffsetDateTime> SINCE = compared("since", SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<Boolean> CHANGES = compared("changes", SQLDataType.BOOLEAN);
    private static final Field<Boolean> GONE = compared("gone", SQLDataType.BOOLEAN);

    /**
     * Each outcome beside what its customer has.
     *
     * @param result called so
     */
    static TableOnConditionStep<Record> beside(Table<?> result, long card) {
        return result.leftJoin(SCORE)
                .on(SCORE.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORE.SCORECARD_ID.eq(card))
                .and(SCORE.SUBJECT_ID.eq(Scoring.SUBJECT));
    }

    /** Class or points are others than before, or the customer had none. */
    private static Condition changes() {
        return HELD.SUBJECT_ID
                .isNull()
                .or(HELD.GRADE.isDistinctFrom(Scoring.GRADE))
                .or(HELD.POINTS.isDistinctFrom(Scoring.POINTS));
    }

    List<CommonTableExpression<?>> written() {
        return List.of(compared(), history(), current(), gone());
    }

    /** What is not as it is stored, also of customers that there are no more: those stand on the side of what is stored only. */
    private CommonTableExpression<?> compared() {
        var isGone = Scoring.SUBJECT.isNull();
        return name("compared")
                .asMaterialized(select(
                                coalesce(Scoring.SUBJECT, HELD.SUBJECT_ID).as(SUBJECT),
                                Scoring.GRADE.as(GRADE),
                                Scoring.POINTS.as(POINTS),
                                Scoring.OVERRIDE.as(OVERRIDE),
                                Scoring.SEEN.as(SEEN),
                                Scoring.BANDS.as(BANDS),
                                when(changes(), val(now)).otherwise(HELD.SINCE).as(SINCE),
                                field(changes()).as(CHANGES),
                                field(isGone).as(GONE))
                        .from(table(name("result"))
                                .fullJoin(select(SCORE.fields())
                                        .from(SCORE)
                                        .where(SCORE.TENANT_ID.eq(CurrentTenant.id()))
                                        .and(SCORE.SCORECARD_ID.eq(card))
                                        .asTable(HELD))
                                .on(HELD.SUBJECT_ID.eq(Scoring.SUBJECT)))
                        .where(isGone.and(HELD.COMPANY_ID.eq(company.id())))
                        .or(not(isGone).and(differs())));
    }

    private Condition differs() {
        return changes()
                .or(HELD.VERSION.ne(version))
                .or(HELD.OVERRIDE.isDistinctFrom(Scoring.OVERRIDE))
                .or(HELD.SEEN.isDistinctFrom(Scoring.SEEN))
                .or(HELD.BANDS.isDistinctFrom(Scoring.BANDS));
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
                                SCORE_CHANGE.AT,
                                SCORE_CHANGE.DAY)
                        .select(select(
                                        val(CurrentTenant.id(), SCORE_CHANGE.TENANT_ID),
                                        val(card),
                                        SUBJECT,
                                        val(company.id(), SCORE_CHANGE.COMPANY_ID),
                                        val(version),
                                        GRADE,
                                        POINTS,
                                        OVERRIDE,
                                        SEEN,
                                        BANDS,
                                        val(now),
                                        val(now.atZoneSameInstant(company.zone())
                                                .toLocalDate()))
                                .from(COMPARED)
                                .where(CHANGES)
                                .and(not(GONE)))
                        .returning(SCORE_CHANGE.ID));
    }

    private CommonTableExpression<?> current() {
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
                                        SUBJECT,
                                        val(company.id(), SCORE.COMPANY_ID),
                                        val(version),
                                        GRADE,
                                        POINTS,
                                        OVERRIDE,
                                        SEEN,
                                        BANDS,
                                        SINCE)
                                .from(COMPARED)
                                .where(not(GONE)))
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

    /** Looked up one by one: hardly ever there are any. */
    private CommonTableExpression<?> gone() {
        return name("gone")
                .as(DSL.deleteFrom(SCORE)
                        .where(SCORE.TENANT_ID.eq(CurrentTenant.id()))
                        .and(SCORE.SCORECARD_ID.eq(card))
                        .and(SCORE.SUBJECT_ID.eq(
                                any(array(select(SUBJECT).from(COMPARED).where(GONE)))))
                        .returning(inline(1)));
    }

    private static <T> Field<T> compared(String column, DataType<T> type) {
        return field(name("compared", column), type);
    }
}
