package io.dunlin.criteria;

import io.dunlin.criteria.Criteria.All;
import io.dunlin.criteria.Criteria.Any;
import io.dunlin.criteria.Criteria.Has;
import io.dunlin.criteria.Criteria.Not;
import io.dunlin.criteria.Criteria.Test;
import java.util.List;
import java.util.stream.Stream;

/**
 * Criteria as a short text, for addresses: {@code customer.overdue.between(1000,),!customer.country.oneOf(FR,DE)}.
 *
 * <p>Parts between commas must all be met. A part is {@code all(…)}, {@code any(…)}, {@code not(…)}, {@code has.item(…)},
 * {@code hasNo.item(…)}, or an indicator, a point, and a comparison as in {@link CriteriaJson} with its values in brackets. A
 * {@code !} before it asks for the opposite, a {@code ?} behind it also lets through what is unknown. Within values {@code \} stands
 * before {@code , ( ) \}.
 */
public final class CriteriaText {
    private CriteriaText() {}

    public static String write(Criteria criteria) {
        return criteria instanceof All(var of) && of.size() != 1 ? list(of) : part(criteria);
    }

    /** Refuses with {@link BadCriteria} and the place what is not of this form; an empty text is everything. */
    public static Criteria read(String text) {
        var reader = new CriteriaTextReader(text);
        var parts = text.isEmpty() ? List.<Criteria>of() : reader.parts(1);
        reader.end();
        return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }

    private static String list(List<Criteria> parts) {
        return String.join(",", parts.stream().map(CriteriaText::part).toList());
    }

    private static String part(Criteria criteria) {
        return switch (criteria) {
            case All(var of) -> "all(" + list(of) + ")";
            case Any(var of) -> "any(" + list(of) + ")";
            case Not(var of) -> "not(" + part(of) + ")";
            case Has(var what, var none, var that) ->
                (none ? "hasNo." : "has.") + what.code() + "(" + write(that) + ")";
            case Test test ->
                (test.negated() ? "!" : "")
                        + test.indicator() + "." + comparison(test.comparison())
                        + (test.orUnknown() ? "?" : "");
        };
    }

    private static String comparison(Comparison comparison) {
        var values = values(comparison).map(CriteriaText::escaped).toList();
        return ComparisonJson.name(comparison) + "(" + String.join(",", values) + ")";
    }

    /** In the order of the short form. */
    static Stream<String> values(Comparison comparison) {
        return switch (comparison) {
            case Comparison.Empty() -> Stream.of();
            case Comparison.OneOf(var values) -> values.stream();
            case Comparison.Part part -> Stream.of(part.text());
            case Comparison.Between(var from, var to) ->
                Stream.of(from == null ? "" : from.toPlainString(), to == null ? "" : to.toPlainString());
            case Comparison.Days(var from, var to) ->
                Stream.of(from == null ? "" : from.toString(), to == null ? "" : to.toString());
            case Comparison.InLast(var days) -> Stream.of(Integer.toString(days));
            case Comparison.InNext(var days) -> Stream.of(Integer.toString(days));
            case Comparison.LongerAgo(var days) -> Stream.of(Integer.toString(days));
            case Comparison.Against against -> Stream.of(against.percent().toPlainString(), against.indicator());
            case Comparison.Better(var than) -> Stream.of(than);
            case Comparison.Worse(var than) -> Stream.of(than);
            case Comparison.Changed(var days) -> Stream.of(Integer.toString(days));
            case Comparison.Moved moved -> Stream.of(moved.by().toPlainString(), Integer.toString(moved.days()));
            case Comparison.Crossed crossed -> Stream.of(crossed.value(), Integer.toString(crossed.days()));
        };
    }

    private static String escaped(String value) {
        return value.replaceAll("([\\\\,()])", "\\\\$1");
    }
}
