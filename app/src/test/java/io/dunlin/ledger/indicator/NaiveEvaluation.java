package io.dunlin.ledger.indicator;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.ledger.indicator.InventedPortfolio.InventedCustomer;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What criteria mean, one row after the other, in Java: true, false, or null for unknown. */
final class NaiveEvaluation {
    private static final LocalDate TODAY = InventedPortfolio.TODAY;
    private static final List<String> GRADES = List.of("D", "C", "B", "A");

    private NaiveEvaluation() {}

    static List<String> customers(List<InventedCustomer> all, Criteria criteria) {
        return all.stream()
                .filter(one -> Boolean.TRUE.equals(of(criteria, new Row(one.facts(), one.past()), one.items())))
                .map(InventedCustomer::code)
                .sorted()
                .toList();
    }

    /** @param past by indicator the value from each day on */
    private record Row(Map<String, Object> facts, Map<String, NavigableMap<LocalDate, Optional<Object>>> past) {
        Row with(Map<String, Object> item) {
            var merged = new HashMap<>(facts);
            merged.putAll(item);
            return new Row(merged, past);
        }
    }

    private static @Nullable Boolean of(Criteria criteria, Row facts, List<Map<String, Object>> items) {
        return switch (criteria) {
            case Criteria.All(var parts) ->
                parts.stream().map(part -> of(part, facts, items)).reduce(true, NaiveEvaluation::and);
            case Criteria.Any(var parts) ->
                not(parts.stream().map(part -> not(of(part, facts, items))).reduce(true, NaiveEvaluation::and));
            case Criteria.Not(var part) -> not(of(part, facts, items));
            case Criteria.Has has -> {
                var found = items.stream()
                        .anyMatch(item -> Boolean.TRUE.equals(of(has.that(), facts.with(item), List.of())));
                yield has.none() != found;
            }
            case Criteria.Test test -> of(test, facts);
        };
    }

    private static @Nullable Boolean of(Criteria.Test test, Row facts) {
        var plain = plain(test, facts);
        var asked = test.negated() ? not(plain) : plain;
        return asked == null && test.orUnknown() ? Boolean.TRUE : asked;
    }

    private static @Nullable Boolean plain(Criteria.Test test, Row row) {
        var facts = row.facts();
        var past = row.past().get(test.indicator());
        switch (test.comparison()) {
            case Comparison.Changed(var days) -> {
                return changed(facts.get(test.indicator()), Objects.requireNonNull(past), TODAY.minusDays(days));
            }
            case Comparison.Moved moved -> {
                return moved(test.indicator(), facts, then(past, moved.days()), moved);
            }
            case Comparison.Crossed crossed -> {
                return crossed(test.indicator(), facts, then(past, crossed.days()), crossed);
            }
            default -> {}
        }
        var value = facts.get(test.indicator());
        if (value instanceof Set<?> several) {
            return test.comparison() instanceof Comparison.OneOf(var values)
                    ? values.stream().anyMatch(several::contains)
                    : several.isEmpty();
        }
        if (test.comparison() instanceof Comparison.Empty) {
            return value == null;
        }
        return value == null ? null : compare(test.indicator(), value, test.comparison(), facts);
    }

    private static @Nullable Boolean compare(
            String code, Object value, Comparison comparison, Map<String, Object> facts) {
        return switch (comparison) {
            case Comparison.Empty any -> false;
            case Comparison.OneOf(var values) ->
                code.endsWith("city") || code.endsWith("Order") || code.endsWith("code")
                        ? values.stream().anyMatch(one -> folded(one).equals(folded(value.toString())))
                        : values.contains(value.toString());
            case Comparison.Part(var place, var part) ->
                switch (place) {
                    case ANYWHERE -> folded(value.toString()).contains(folded(part));
                    case START -> folded(value.toString()).startsWith(folded(part));
                    case END -> folded(value.toString()).endsWith(folded(part));
                };
            case Comparison.Between(var from, var to) ->
                (from == null || number(value).compareTo(from) >= 0)
                        && (to == null || number(value).compareTo(to) <= 0);
            case Comparison.Days(var from, var to) -> within((LocalDate) value, from, to);
            case Comparison.InLast(var days) -> within((LocalDate) value, TODAY.minusDays(days), TODAY);
            case Comparison.InNext(var days) -> within((LocalDate) value, TODAY, TODAY.plusDays(days));
            case Comparison.LongerAgo(var days) -> ((LocalDate) value).isBefore(TODAY.minusDays(days));
            case Comparison.Against against -> against(number(value), against, facts);
            case Comparison.Better(var than) -> rank(code, value, than) > 0;
            case Comparison.Worse(var than) -> rank(code, value, than) < 0;
            case Comparison.Changed any -> throw new IllegalStateException("Asked before");
            case Comparison.Moved any -> throw new IllegalStateException("Asked before");
            case Comparison.Crossed any -> throw new IllegalStateException("Asked before");
        };
    }

    private static @Nullable Boolean against(BigDecimal value, Comparison.Against against, Map<String, Object> facts) {
        var other = facts.get(against.indicator());
        if (other == null) {
            return null;
        }
        var sign = value.multiply(new BigDecimal(100)).compareTo(number(other).multiply(against.percent()));
        return switch (against.relation()) {
            case LESS -> sign < 0;
            case AT_MOST -> sign <= 0;
            case AT_LEAST -> sign >= 0;
            case MORE -> sign > 0;
        };
    }

    /** More is better, and so is an earlier letter. */
    private static int rank(String code, Object value, String than) {
        if (code.startsWith("outside.")) {
            return height(code, value).compareTo(height(code, than));
        }
        return value instanceof BigDecimal score
                ? score.compareTo(new BigDecimal(than))
                : GRADES.indexOf(value.toString()) - GRADES.indexOf(than);
    }

    private static boolean within(LocalDate day, @Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private static BigDecimal number(Object value) {
        return (BigDecimal) value;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static @Nullable Boolean and(@Nullable Boolean one, @Nullable Boolean other) {
        var either = Stream.of(String.valueOf(one), String.valueOf(other)).toList();
        return either.contains("false") ? Boolean.FALSE : either.contains("null") ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean not(@Nullable Boolean one) {
        return one == null ? null : !one;
    }

    private static @Nullable Object then(@Nullable NavigableMap<LocalDate, Optional<Object>> past, int days) {
        var entry = Objects.requireNonNull(past).floorEntry(TODAY.minusDays(days));
        return entry == null ? null : entry.getValue().orElse(null);
    }

    private static @Nullable Boolean changed(
            @Nullable Object now, NavigableMap<LocalDate, Optional<Object>> past, LocalDate day) {
        var then = past.floorEntry(day);
        if (then == null) {
            return null;
        }
        return Stream.concat(past.tailMap(day, false).values().stream(), Stream.of(Optional.ofNullable(now)))
                .anyMatch(value -> !value.equals(then.getValue()));
    }

    private static @Nullable Boolean moved(
            String code, Map<String, Object> facts, @Nullable Object then, Comparison.Moved moved) {
        var now = facts.get(code);
        if (now == null || then == null) {
            return null;
        }
        var gained = height(code, now).subtract(height(code, then));
        return (moved.way().isUp() ? gained : gained.negate()).compareTo(moved.by()) >= 0;
    }

    private static @Nullable Boolean crossed(
            String code, Map<String, Object> facts, @Nullable Object then, Comparison.Crossed crossed) {
        var now = facts.get(code);
        var bound = height(code, crossed.value());
        var sign = crossed.way().isUp() ? 1 : -1;
        var wasBefore = then == null ? null : (Boolean) (height(code, then).compareTo(bound) * sign <= 0);
        var isBeyond = now == null ? null : (Boolean) (height(code, now).compareTo(bound) * sign > 0);
        return and(wasBefore, isBeyond);
    }

    /** The higher the better, or the more. */
    private static BigDecimal height(String code, Object value) {
        if (code.equals("outside.grade")) {
            return new BigDecimal("CBA".indexOf(value.toString()));
        }
        var number = new BigDecimal(value.toString());
        return code.equals("outside.risk") ? number.negate() : number;
    }
}
