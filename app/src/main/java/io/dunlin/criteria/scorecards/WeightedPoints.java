package io.dunlin.criteria.scorecards;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.when;

import io.dunlin.criteria.scorecards.Definition.Line;
import io.dunlin.criteria.scorecards.Definition.Points;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * The points of a customer: those of its bands, averaged by the weights of the lines that are known.
 *
 * <p>They are added as whole numbers, many times as quickly as others: all are multiplied by the same power of ten, which falls out as
 * they are divided. Points and weights have at most four decimals each, so that sums stay below 10^16.
 */
final class WeightedPoints {
    private final Points table;
    private final IntFunction<Field<Integer>> bandOf;
    /** By how many places the point is moved to the right. */
    private final int moved;

    /** @param bandOf the band of each line; unknown where its value is */
    WeightedPoints(Points table, IntFunction<Field<Integer>> bandOf) {
        this.table = table;
        this.bandOf = bandOf;
        this.moved = table.lines().stream()
                .flatMap(WeightedPoints::numbers)
                .mapToInt(BigDecimal::scale)
                .reduce(0, Math::max);
    }

    private static Stream<BigDecimal> numbers(Line line) {
        var weighted = Stream.concat(line.points().stream(), Stream.ofNullable(line.missing()))
                .map(line.weight()::multiply);
        return Stream.concat(Stream.of(line.weight()), weighted);
    }

    /** Rounded half up to two decimals; unknown where too little is known. */
    Field<BigDecimal> average() {
        var known = known();
        var least = whole(table.lines().stream().map(Line::weight).reduce(BigDecimal.ZERO, BigDecimal::add))
                * table.enough();
        // Exact up to the one division; numeric rounds half away from zero, which is half up here.
        var average = round(
                        sum().cast(SQLDataType.NUMERIC)
                                .div(nullif(known.cast(SQLDataType.NUMERIC), inline(BigDecimal.ZERO))),
                        2)
                .cast(SQLDataType.NUMERIC(5, 2));
        return when(known.mul(inline(100L)).ge(inline(least)), average)
                .otherwise(inline((BigDecimal) null).cast(SQLDataType.NUMERIC(5, 2)));
    }

    private Field<Long> sum() {
        return IntStream.range(0, table.lines().size())
                .mapToObj(at -> given(table.lines().get(at), at))
                .reduce(zero(), Field::plus);
    }

    /** A line that is left out adds nothing. */
    private Field<Long> given(Line line, int at) {
        var missing = line.missing() == null ? BigDecimal.ZERO : Objects.requireNonNull(line.missing());
        var cases = case_(bandOf.apply(at))
                .when(inline(1), weighted(line, line.points().getFirst()));
        for (var band = 1; band < line.points().size(); band++) {
            cases = cases.when(inline(band + 1), weighted(line, line.points().get(band)));
        }
        return cases.otherwise(weighted(line, missing));
    }

    /** The weight of the lines that are not left out. */
    private Field<Long> known() {
        return IntStream.range(0, table.lines().size())
                .mapToObj(at -> {
                    var weight = inline(whole(table.lines().get(at).weight()));
                    return table.lines().get(at).missing() == null
                            ? when(bandOf.apply(at).isNotNull(), weight).otherwise(inline(0L))
                            : weight;
                })
                .reduce(zero(), Field::plus);
    }

    /** So that the database adds with eight bytes, also where each number by itself needs only four. */
    private static Field<Long> zero() {
        return inline(0L).cast(SQLDataType.BIGINT);
    }

    private Field<Long> weighted(Line line, BigDecimal points) {
        return inline(whole(points.multiply(line.weight())));
    }

    private long whole(BigDecimal number) {
        return number.movePointRight(moved).longValueExact();
    }
}
