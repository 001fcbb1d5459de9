package io.dunlin.criteria.rules;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.arrayRemove;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.criteria.Selections;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Record4;
import org.jooq.Row2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What the rules of one assignable decide, as common table expressions over one pass of the customers.
 *
 * <p>{@code hit} has a row for each customer and value that a rule gives, with the place of the first rule that gives it, 1 for the first.
 * {@code change} has those of them that differ from what is held, and what is taken away.
 *
 * @param fits for each rule, whether it fits the row of {@code rows}
 * @param customers the table of the customers
 * @param company which rows are asked
 */
record Decision(
        Assignable assignable,
        List<Rule> rules,
        Selections.Together rows,
        List<Condition> fits,
        Table<?> customers,
        Condition company) {
    static final Field<Long> SUBJECT = field(name("change", "subject_id"), SQLDataType.BIGINT);
    static final Field<String> BEFORE = field(name("change", "before"), SQLDataType.CLOB);
    static final Field<String> AFTER = field(name("change", "after"), SQLDataType.CLOB);
    static final Field<Integer> PLACE = field(name("change", "place"), SQLDataType.INTEGER);
    static final Field<Integer> HIT_PLACE = field(name("hit", "place"), SQLDataType.INTEGER);

    static final Field<Long> HIT_SUBJECT = field(name("hit", "subject_id"), SQLDataType.BIGINT);
    static final Field<String> HIT_VALUE = field(name("hit", "value"), SQLDataType.CLOB);
    private static final Field<Long> HELD_SUBJECT = field(name("held", "subject_id"), SQLDataType.BIGINT);
    private static final Field<String> HELD_VALUE = field(name("held", "value"), SQLDataType.CLOB);
    private static final Field<Long> ASKED_SUBJECT = field(name("asked", "subject_id"), SQLDataType.BIGINT);

    List<CommonTableExpression<?>> expressions() {
        return assignable.isCumulative()
                ? List.of(asked(places()), eachHit(), held(), givenAndTaken())
                : List.of(asked(first()), onlyHit(), held(), replaced());
    }

    /** How many customers each rule finds, and at last how many were asked. */
    List<Integer> countFits(DSLContext sql) {
        var counts = new ArrayList<Field<?>>();
        fits.forEach(fit -> counts.add(count().filterWhere(fit)));
        counts.add(count());
        var found = sql.select(counts)
                .from(rows.from())
                .where(rows.where())
                .and(company)
                .fetchSingle();
        return counts.stream().map(count -> found.get(count, Integer.class)).toList();
    }

    /** Number of the customer of the row. */
    Field<Long> id() {
        return Objects.requireNonNull(customers.field("id")).coerce(SQLDataType.BIGINT);
    }

    /** What the customer is called. */
    Field<String> column(String column) {
        return Objects.requireNonNull(customers.field(column)).coerce(SQLDataType.CLOB);
    }

    /** Number of the rule at a place. */
    Field<Long> rule(Field<Integer> place) {
        var ids = rules.stream().map(Rule::id).toArray(Long[]::new);
        return DSL.arrayGet(val(ids), place);
    }

    /** How many customers each rule took: {@code rule_id} and {@code number}. */
    Table<?> tookByRule(String alias) {
        return select(rule(HIT_PLACE), count())
                .from(name("hit"))
                .groupBy(HIT_PLACE)
                .asTable(alias, "rule_id", "number");
    }

    /** How many values each rule changed, likewise. */
    Table<?> changedByRule(String alias) {
        return select(rule(PLACE), count()).from(name("change")).groupBy(PLACE).asTable(alias, "rule_id", "number");
    }

    private Field<String> value(Field<Integer> place) {
        return DSL.arrayGet(val(rules.stream().map(Rule::value).toArray(String[]::new)), place);
    }

    /** Worked out once for each customer, whatever is asked of it. */
    private CommonTableExpression<?> asked(Field<?> decided) {
        return name("asked")
                .fields("subject_id", "decided")
                .asMaterialized(select(id(), decided)
                        .from(rows.from())
                        .where(rows.where())
                        .and(company));
    }

    private Field<Integer> first() {
        var none = inline((Integer) null).cast(SQLDataType.INTEGER);
        if (fits.isEmpty()) {
            return none;
        }
        var cases = case_().when(fits.getFirst(), inline(1));
        for (var place = 2; place <= fits.size(); place++) {
            cases = cases.when(fits.get(place - 1), inline(place));
        }
        return cases.otherwise(none);
    }

    private Field<Integer[]> places() {
        var places = IntStream.rangeClosed(1, fits.size())
                .mapToObj(place -> when(fits.get(place - 1), inline(place)))
                .toList();
        return arrayRemove(
                array(places).cast(SQLDataType.INTEGER.array()),
                inline((Integer) null).cast(SQLDataType.INTEGER));
    }

    private CommonTableExpression<?> onlyHit() {
        var place = field(name("asked", "decided"), SQLDataType.INTEGER);
        return hit(
                select(ASKED_SUBJECT, place, value(place)).from(name("asked")).where(place.isNotNull()));
    }

    private CommonTableExpression<?> eachHit() {
        var decided = field(name("asked", "decided"), SQLDataType.INTEGER.array());
        var place = field(name("fitting", "place"), SQLDataType.INTEGER);
        var each = select(
                        ASKED_SUBJECT.as("subject_id"),
                        place.as("place"),
                        value(place).as("value"))
                .from(table(name("asked")).crossJoin(unnest(decided).as("fitting", "place")))
                .asTable("each");
        var subject = field(name("each", "subject_id"), SQLDataType.BIGINT);
        var value = field(name("each", "value"), SQLDataType.CLOB);
        return hit(select(subject, min(field(name("each", "place"), SQLDataType.INTEGER)), value)
                .from(each)
                .groupBy(subject, value));
    }

    private static CommonTableExpression<?> hit(Select<Record3<Long, Integer, String>> rows) {
        return name("hit").fields("subject_id", "place", "value").as(rows);
    }

    private CommonTableExpression<?> held() {
        return name("held").fields("subject_id", "value").as(assignable.held());
    }

    private CommonTableExpression<?> replaced() {
        return change(select(HIT_SUBJECT, HELD_VALUE, HIT_VALUE, HIT_PLACE)
                .from(name("hit"))
                .leftJoin(name("held"))
                .on(HELD_SUBJECT.eq(HIT_SUBJECT))
                .where(HELD_VALUE.isDistinctFrom(HIT_VALUE)));
    }

    private CommonTableExpression<?> givenAndTaken() {
        var none = inline((String) null).cast(SQLDataType.CLOB);
        var given = select(HIT_SUBJECT, none, HIT_VALUE, HIT_PLACE)
                .from(name("hit"))
                .leftJoin(name("held"))
                .on(HELD_SUBJECT.eq(HIT_SUBJECT), HELD_VALUE.eq(HIT_VALUE))
                .where(HELD_VALUE.isNull());
        var dropping = IntStream.range(0, rules.size())
                .filter(index -> rules.get(index).drops())
                .boxed()
                .toList();
        if (dropping.isEmpty()) {
            return change(given);
        }
        var value = field(name("dropping", "value"), SQLDataType.CLOB);
        var place = field(name("dropping", "place"), SQLDataType.INTEGER);
        var ofRules = DSL.values(dropping.stream()
                        .map(index -> DSL.row(val(rules.get(index).value()).cast(SQLDataType.CLOB), inline(index + 1)))
                        .toArray(Row2[]::new))
                .as("dropping", "value", "place");
        var taken = select(HELD_SUBJECT, HELD_VALUE, none, min(place))
                .from(table(name("held"))
                        .join(ofRules)
                        .on(value.eq(HELD_VALUE))
                        .join(table(name("asked")))
                        .on(ASKED_SUBJECT.eq(HELD_SUBJECT)))
                .where(not(exists(selectOne()
                        .from(name("hit"))
                        .where(HIT_SUBJECT.eq(HELD_SUBJECT))
                        .and(HIT_VALUE.eq(HELD_VALUE)))))
                .groupBy(HELD_SUBJECT, HELD_VALUE);
        return change(given.unionAll(taken));
    }

    private static CommonTableExpression<?> change(Select<Record4<Long, String, String, Integer>> rows) {
        return name("change").fields("subject_id", "before", "after", "place").as(rows);
    }
}
