package io.dunlin.criteria.web;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Comparison.Against;
import io.dunlin.criteria.Comparison.Better;
import io.dunlin.criteria.Comparison.Between;
import io.dunlin.criteria.Comparison.Changed;
import io.dunlin.criteria.Comparison.Crossed;
import io.dunlin.criteria.Comparison.Days;
import io.dunlin.criteria.Comparison.Empty;
import io.dunlin.criteria.Comparison.InLast;
import io.dunlin.criteria.Comparison.InNext;
import io.dunlin.criteria.Comparison.LongerAgo;
import io.dunlin.criteria.Comparison.Moved;
import io.dunlin.criteria.Comparison.OneOf;
import io.dunlin.criteria.Comparison.Part;
import io.dunlin.criteria.Comparison.Worse;
import io.dunlin.criteria.Indicator.Kind;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an indicator, in words.
 *
 * @param kind of the indicator, for the unit of its numbers; null: it is not known
 * @param names what another indicator is called
 * @param values what a value stands for
 */
record ComparisonWords(Labels labels, @Nullable Kind kind, UnaryOperator<String> names, UnaryOperator<String> values) {
    String of(Comparison comparison, boolean negated) {
        return switch (comparison) {
            case Empty() -> how("empty", negated);
            case OneOf(var some) ->
                how(some.size() == 1 ? "is" : "oneOf", negated)
                        + " "
                        + CriteriaWords.Sentences.list(some.stream().map(values).toList(), labels);
            case Part(var place, var text) ->
                how(
                                switch (place) {
                                    case ANYWHERE -> "contains";
                                    case START -> "startsWith";
                                    case END -> "endsWith";
                                },
                                negated)
                        + " "
                        + labels.text("criteria.words.quoted", text);
            case Between(var from, var to) ->
                between(from == null ? null : number(from), to == null ? null : number(to), negated);
            case Days(var from, var to) ->
                between(from == null ? null : labels.date(from), to == null ? null : labels.date(to), negated);
            case InLast(var days) -> how("inLast", negated) + " " + days(days);
            case InNext(var days) -> how("inNext", negated) + " " + days(days);
            case LongerAgo(var days) -> how("longerAgo", negated) + " " + days(days);
            case Against against -> against(negated ? against.opposite() : against);
            case Better(var than) -> how("betterThan", negated) + " " + values.apply(than);
            case Worse(var than) -> how("worseThan", negated) + " " + values.apply(than);
            case Changed(var days) -> how("changed", negated) + " " + days(days);
            case Moved moved -> notIf(negated, moved(moved));
            case Crossed crossed -> notIf(negated, crossed(crossed));
        };
    }

    private String moved(Moved moved) {
        var by = kind == Kind.GRADE
                ? labels.text("criteria.words.steps", moved.by().intValue())
                : number(moved.by());
        return labels.text("criteria.words.moved." + moved.way(), by, moved.days());
    }

    private String crossed(Crossed crossed) {
        var value = kind == Kind.GRADE ? values.apply(crossed.value()) : number(new BigDecimal(crossed.value()));
        return labels.text("criteria.words.crossed." + crossed.way(), value, crossed.days());
    }

    private String notIf(boolean negated, String words) {
        return negated ? labels.text("criteria.words.not", words) : words;
    }

    private String between(@Nullable String from, @Nullable String to, boolean negated) {
        if (from != null && to != null) {
            return how("between", negated) + " " + from + " " + labels.text("criteria.and") + " " + to;
        }
        return from != null
                ? labels.text("criteria.words." + (negated ? "less" : "atLeast"), from)
                : labels.text("criteria.words." + (negated ? "more.than" : "atMost"), String.valueOf(to));
    }

    private String number(BigDecimal number) {
        var written = labels.number(number);
        return switch (kind) {
            case DAYS -> written + " " + labels.text("criteria.unit.days");
            case PERCENT -> written + " %";
            case null, default -> written;
        };
    }

    private String against(Against against) {
        var key = switch (against.relation()) {
            case LESS -> "less";
            case AT_MOST -> "atMost";
            case AT_LEAST -> "atLeast";
            case MORE -> "more.than";
        };
        var share =
                labels.text("criteria.words.share", labels.number(against.percent()), names.apply(against.indicator()));
        return labels.text("criteria.words." + key, share);
    }

    private String days(int days) {
        return days + " " + labels.text("criteria.unit.days");
    }

    private String how(String word, boolean negated) {
        return labels.text("criteria.how." + (negated ? "not." : "") + word);
    }
}
