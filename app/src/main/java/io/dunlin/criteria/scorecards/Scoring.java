package io.dunlin.criteria.scorecards;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.criteria.scorecards.Definition.Matrix;
import io.dunlin.criteria.scorecards.Definition.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What a card gives, in one pass of the customers: {@code seen} has the values, {@code banded} their bands, {@code summed} the points, and
 * the common table expression {@code result} the outcome for each customer. They stand in one another, and none is written down before
 * the last; what keeps the database from putting one into the other, and so from looking a band up wherever it is used, is their offset.
 *
 * @param from the tables that were asked for, with {@code where} which of their rows
 * @param id number of the customer of a row
 * @param values what each axis sees, a number or a code; of numbers four decimals
 * @param fits for each override whether it takes the customer
 */
record Scoring(
        Definition definition,
        Table<?> from,
        Condition where,
        Field<Long> id,
        List<Field<?>> values,
        List<Condition> fits) {
    static final Field<Long> SUBJECT = result("subject_id", Long.class);
    static final Field<Integer> OVERRIDE = result("override", Integer.class);
    static final Field<String> GRADE = result("grade", String.class);
    static final Field<BigDecimal> POINTS = field(name("result", "points"), SQLDataType.NUMERIC(5, 2));
    static final Field<String[]> SEEN = field(name("result", "seen"), SQLDataType.CLOB.array());
    static final Field<Integer[]> BANDS = field(name("result", "bands"), SQLDataType.INTEGER.array());

    private static final Field<Long> OF = field(name("subject_id"), SQLDataType.BIGINT);
    private static final Field<Integer> DECIDED = field(name("override"), SQLDataType.INTEGER);

    private Table<?> seen() {
        var columns = new ArrayList<SelectField<?>>(List.of(id.as("subject_id"), first().as("override")));
        each(at -> columns.add(values.get(at).as("value_" + at)));
        return select(columns).from(from).where(where).offset(inline(0)).asTable("seen");
    }

    private Field<Integer> first() {
        var none = inline((Integer) null).cast(SQLDataType.INTEGER);
        if (fits.isEmpty()) {
            return none;
        }
        var cases = case_().when(fits.getFirst(), inline(1));
        for (var at = 1; at < fits.size(); at++) {
            cases = cases.when(fits.get(at), inline(at + 1));
        }
        return cases.otherwise(none);
    }

    private Table<?> banded() {
        var columns = new ArrayList<SelectField<?>>(List.of(OF, DECIDED));
        each(at -> {
            columns.add(text(at).as("text_" + at));
            columns.add(band(at).as("band_" + at));
        });
        return select(columns).from(seen()).offset(inline(0)).asTable("banded");
    }

    /** Numbers without zeros at their end. */
    private Field<String> text(int at) {
        var isNumber = definition.method().axes().get(at).bands() instanceof Bands.Ranges;
        return isNumber
                ? function(name("trim_scale"), SQLDataType.NUMERIC, field(name("value_" + at), SQLDataType.NUMERIC))
                        .cast(SQLDataType.CLOB)
                : field(name("value_" + at), SQLDataType.CLOB);
    }

    /** Unknown where the value is. */
    private Field<Integer> band(int at) {
        return switch (definition.method().axes().get(at).bands()) {
            case Bands.Ranges(var ends) -> {
                var value = field(name("value_" + at), SQLDataType.NUMERIC);
                yield band(ends.stream().map(end -> value.lt(inline(end))).toList(), value);
            }
            case Bands.Values(var codes) -> {
                var value = field(name("value_" + at), SQLDataType.CLOB);
                yield band(codes.stream().map(code -> value.eq(val(code))).toList(), value);
            }
        };
    }

    private static Field<Integer> band(List<Condition> each, Field<?> value) {
        var last = when(value.isNotNull(), inline(each.size() + 1));
        if (each.isEmpty()) {
            return last;
        }
        var cases = case_().when(each.getFirst(), inline(1));
        for (var at = 1; at < each.size(); at++) {
            cases = cases.when(each.get(at), inline(at + 1));
        }
        return cases.otherwise(last);
    }

    private Table<?> summed() {
        var columns = new ArrayList<SelectField<?>>(List.of(
                OF,
                DECIDED,
                array(all(at -> field(name("text_" + at), SQLDataType.CLOB))).as("seen"),
                array(all(Scoring::bandOf)).as("bands"),
                points().as("points")));
        return select(columns).from(banded()).offset(inline(0)).asTable("summed");
    }

    private Field<BigDecimal> points() {
        return switch (definition.method()) {
            case Matrix matrix -> inline((BigDecimal) null).cast(SQLDataType.NUMERIC(5, 2));
            case Points points -> new WeightedPoints(points, Scoring::bandOf).average();
        };
    }

    CommonTableExpression<?> result() {
        var points = field(name("points"), SQLDataType.NUMERIC(5, 2));
        var grades = definition.overrides().stream()
                .map(Definition.Overriding::grade)
                .toArray(String[]::new);
        var overridden = grades.length == 0 ? none() : arrayGet(val(grades), DECIDED);
        return name("result")
                .asMaterialized(select(
                                OF,
                                DECIDED,
                                coalesce(overridden, grade(points)).as("grade"),
                                points,
                                field(name("seen"), SQLDataType.CLOB.array()),
                                field(name("bands"), SQLDataType.INTEGER.array()))
                        .from(summed()));
    }

    private Field<String> grade(Field<BigDecimal> points) {
        return switch (definition.method()) {
            case Points any -> byPoints(points);
            case Matrix(var rows, var columns, var cells) -> {
                var bands = field(name("bands"), SQLDataType.INTEGER.array());
                var flat = cells.stream().flatMap(List::stream).toArray(String[]::new);
                // One after the other, row by row; where a band is unknown, so is the place.
                var place = arrayGet(bands, 1)
                        .minus(inline(1))
                        .mul(inline(columns.bands().size()))
                        .plus(arrayGet(bands, 2));
                yield arrayGet(val(flat), place);
            }
        };
    }

    private Field<String> byPoints(Field<BigDecimal> points) {
        var grades = definition.grades();
        var cases = case_().when(
                        points.ge(from(grades.getFirst())),
                        val(grades.getFirst().name(), SQLDataType.CLOB));
        for (var grade : grades.subList(1, grades.size())) {
            cases = cases.when(points.ge(from(grade)), val(grade.name(), SQLDataType.CLOB));
        }
        return cases.otherwise(none());
    }

    private static Field<BigDecimal> from(Definition.Grade grade) {
        return inline(Objects.requireNonNull(grade.from()));
    }

    private static Field<String> none() {
        return inline((@Nullable String) null).cast(SQLDataType.CLOB);
    }

    private static Field<Integer> bandOf(int at) {
        return field(name("band_" + at), SQLDataType.INTEGER);
    }

    private <T> List<Field<T>> all(IntFunction<Field<T>> one) {
        return IntStream.range(0, values.size()).mapToObj(one).toList();
    }

    private void each(IntConsumer one) {
        IntStream.range(0, values.size()).forEach(one);
    }

    private static <T> Field<T> result(String column, Class<T> type) {
        return field(name("result", column), type);
    }
}
