package io.dunlin.ledger.indicator;

import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.scorecards.Bands;
import io.dunlin.criteria.scorecards.Definition;
import io.dunlin.ledger.indicator.InventedPortfolio.InventedCustomer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a card gives a customer, in Java, one line after the other. */
record NaiveScore(
        @Nullable String grade,
        @Nullable BigDecimal points,
        @Nullable Integer override) {
    static NaiveScore of(Definition definition, Map<Long, Criteria> searches, InventedCustomer customer) {
        Integer override = null;
        for (var at = definition.overrides().size() - 1; at >= 0; at--) {
            var one = definition.overrides().get(at);
            var criteria = one.criteria() == null ? Objects.requireNonNull(searches.get(one.search())) : one.criteria();
            if (!NaiveEvaluation.customers(List.of(customer), criteria).isEmpty()) {
                override = at + 1;
            }
        }
        var points = definition.method() instanceof Definition.Points table ? points(table, customer) : null;
        var grade = switch (definition.method()) {
            case Definition.Points any -> points == null ? null : grade(definition, points);
            case Definition.Matrix matrix -> cell(matrix, customer);
        };
        return new NaiveScore(
                override == null
                        ? grade
                        : definition.overrides().get(override - 1).grade(),
                points,
                override);
    }

    private static @Nullable BigDecimal points(Definition.Points table, InventedCustomer customer) {
        var sum = BigDecimal.ZERO;
        var known = BigDecimal.ZERO;
        var whole = BigDecimal.ZERO;
        for (var line : table.lines()) {
            whole = whole.add(line.weight());
            var band = band(line.axis(), customer);
            var points = band == 0 ? line.missing() : line.points().get(band - 1);
            if (points != null) {
                known = known.add(line.weight());
                sum = sum.add(points.multiply(line.weight()));
            }
        }
        if (known.signum() == 0
                || known.multiply(new BigDecimal(100)).compareTo(whole.multiply(new BigDecimal(table.enough()))) < 0) {
            return null;
        }
        return sum.divide(known, 2, RoundingMode.HALF_UP);
    }

    private static String grade(Definition definition, BigDecimal points) {
        return definition.grades().stream()
                .filter(grade -> grade.from() != null && points.compareTo(grade.from()) >= 0)
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static @Nullable String cell(Definition.Matrix matrix, InventedCustomer customer) {
        var row = band(matrix.rows(), customer);
        var column = band(matrix.columns(), customer);
        return row == 0 || column == 0 ? null : matrix.cells().get(row - 1).get(column - 1);
    }

    /** Place of the band, from 1; 0 where the value is unknown. */
    private static int band(Definition.Axis axis, InventedCustomer customer) {
        var value = customer.facts().get(axis.indicator());
        if (value == null) {
            return 0;
        }
        return switch (axis.bands()) {
            case Bands.Values(var codes) -> {
                var at = codes.indexOf(value.toString());
                yield at < 0 ? codes.size() + 1 : at + 1;
            }
            case Bands.Ranges(var ends) -> {
                var number = value instanceof LocalDate day
                        ? new BigDecimal(InventedPortfolio.TODAY.toEpochDay() - day.toEpochDay())
                        : (BigDecimal) value;
                yield 1
                        + (int) ends.stream()
                                .filter(end -> number.compareTo(end) >= 0)
                                .count();
            }
        };
    }
}
