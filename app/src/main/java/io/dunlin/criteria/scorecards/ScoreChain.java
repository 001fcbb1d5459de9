package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.Score.SCORE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.with;

import io.dunlin.criteria.Pick;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Cards tried one after the other in one statement: each sees what those before it would give, and not what is stored of them. */
final class ScoreChain {
    static final Field<Long> CARD = field(name("card"), SQLDataType.BIGINT);
    static final Field<String> CODE = field(name("code"), SQLDataType.CLOB);
    static final Field<String> NAME = field(name("name"), SQLDataType.CLOB);
    static final Field<String> BEFORE = field(name("before"), SQLDataType.CLOB);
    static final Field<String> AFTER = field(name("after"), SQLDataType.CLOB);
    static final Field<BigDecimal> POINTS = field(name("points"), SQLDataType.NUMERIC);
    /** Null: the row is about one customer. */
    static final Field<Integer> CUSTOMERS = field(name("customers"), SQLDataType.INTEGER);

    private final Scorings scorings;
    private final Company company;
    private final Map<Pick<?>, CommonTableExpression<?>> given = new LinkedHashMap<>();

    ScoreChain(Scorings scorings, Company company) {
        this.scorings = scorings;
        this.company = company;
    }

    void add(long card, Definition definition) {
        var scoring = scorings.of(definition, company, given);
        var outcome = with(scoring.result())
                .select(
                        val(CurrentTenant.id(), SCORE.TENANT_ID).as("tenant_id"),
                        inline(card).as("scorecard_id"),
                        Scoring.SUBJECT.as("subject_id"),
                        Scoring.GRADE.as("grade"),
                        Scoring.POINTS.as("points"))
                .from(name("result"));
        given.put(scorings.pick(card), name("card_" + card).asMaterialized(outcome));
    }

    /** What {@link #told} reads. */
    List<CommonTableExpression<?>> expressions() {
        return List.copyOf(given.values());
    }

    /**
     * Two kinds of rows for each card: how many customers go from one class to another, also to the same one; and of those who go to
     * another one the first few by code.
     */
    Select<Record> told(int shown) {
        var parts = new ArrayList<Select<Record>>();
        given.forEach((pick, outcome) -> {
            parts.add(moves(pick.number(), outcome.as("result")));
            parts.add(changed(pick.number(), outcome.as("result"), shown));
        });
        return parts.stream().reduce(Select::unionAll).orElseThrow();
    }

    private static Select<Record> moves(long card, Table<?> result) {
        return select(List.of(
                        inline(card).as(CARD),
                        nothing(CODE),
                        nothing(NAME),
                        SCORE.GRADE.as(BEFORE),
                        Scoring.GRADE.as(AFTER),
                        nothing(POINTS),
                        count().as(CUSTOMERS)))
                .from(ScoreTables.beside(result, card))
                .groupBy(SCORE.GRADE, Scoring.GRADE);
    }

    private Select<Record> changed(long card, Table<?> result, int shown) {
        var customers = scorings.customers().as("shown");
        Field<Long> id = Objects.requireNonNull(customers.field("id")).coerce(SQLDataType.BIGINT);
        var code = text(customers, CODE);
        return select(List.of(
                        inline(card).as(CARD),
                        code.as(CODE),
                        text(customers, NAME).as(NAME),
                        SCORE.GRADE.as(BEFORE),
                        Scoring.GRADE.as(AFTER),
                        Scoring.POINTS.as(POINTS),
                        nothing(CUSTOMERS)))
                .from(ScoreTables.beside(result, card)
                        .join(customers)
                        .on(Scorings.ours(customers))
                        .and(id.eq(Scoring.SUBJECT)))
                .where(SCORE.GRADE.isDistinctFrom(Scoring.GRADE))
                .orderBy(code)
                .limit(shown);
    }

    private static Field<?> nothing(Field<?> column) {
        return inline((Object) null).cast(column.getDataType()).as(column);
    }

    private static Field<String> text(Table<?> table, Field<String> column) {
        return Objects.requireNonNull(table.field(column.getName())).coerce(SQLDataType.CLOB);
    }
}
