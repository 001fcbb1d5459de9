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
                .filter(one -> Boolean.TRUE.equals(of(criteria, one.facts(), one.items())))
                .map(InventedCustomer::code)
                .sorted()
                .toList();
    }

    private static @Nullable Boolean of(Criteria criteria, Map<String, Object> facts, List<Map<String, Object>> items) {
        return switch (criteria) {
            case Criteria.All(var parts) ->
                parts.stream().map(part -> of(part, facts, items)).reduce(true, NaiveEvaluation::and);
            case Criteria.Any(var parts) ->
                not(parts.stream().map(part -> not(of(part, facts, items))).reduce(true, NaiveEvaluation::and));
            case Criteria.Not(var part) -> not(of(part, facts, items));
            case Criteria.Has has -> {
                var found = items.stream()
                        .anyMatch(item -> Boolean.TRUE.equals(of(has.that(), merged(facts, item), List.of())));
                yield has.none() != found;
            }
            case Criteria.Test test -> of(test, facts);
        };
    }

    private static @Nullable Boolean of(Criteria.Test test, Map<String, Object> facts) {
        var plain = plain(test, facts);
        var asked = test.negated() ? not(plain) : plain;
        return asked == null && test.orUnknown() ? Boolean.TRUE : asked;
    }

    private static @Nullable Boolean plain(Criteria.Test test, Map<String, Object> facts) {
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
            case Comparison.Better(var than) -> rank(value, than) > 0;
            case Comparison.Worse(var than) -> rank(value, than) < 0;
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
    private static int rank(Object value, String than) {
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

    private static Map<String, Object> merged(Map<String, Object> customer, Map<String, Object> item) {
        var merged = new HashMap<>(customer);
        merged.putAll(item);
        return merged;
    }
}
