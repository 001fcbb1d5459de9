package io.dunlin.criteria.web;

import io.dunlin.criteria.Draft.Row;
import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How the indicators of each kind can be compared, by the words of {@link Row#how}. */
final class Operators {
    private static final List<String> NUMBERS =
            List.of("between", "!between", "more", "atLeast", "atMost", "less", "empty", "!empty");

    private Operators() {}

    /** In the order in which they are offered; the first is what a new row begins with. */
    static List<String> of(Indicator indicator) {
        var present = ofPresent(indicator.kind());
        return indicator.past() == null
                ? present
                : Stream.concat(present.stream(), ofPast(indicator.kind()).stream())
                        .toList();
    }

    /** What became of it, for those whose earlier values are kept. */
    private static List<String> ofPast(Kind kind) {
        return switch (kind) {
            case SCORE, RISK, GRADE ->
                List.of("worsened", "improved", "becameWorseThan", "becameBetterThan", "changed", "!changed");
            case AMOUNT, COUNT, DAYS, PERCENT ->
                List.of("rose", "fell", "roseAbove", "fellBelow", "changed", "!changed");
            case TEXT, DATE, FLAG, CHOICE -> withOpposites("changed");
            case SEVERAL -> List.of();
        };
    }

    private static List<String> ofPresent(Kind kind) {
        return switch (kind) {
            case TEXT -> withOpposites("contains", "is", "startsWith", "endsWith", "oneOf", "empty");
            case AMOUNT, COUNT, DAYS, PERCENT -> NUMBERS;
            case SCORE, RISK ->
                Stream.concat(withOpposites("betterThan", "worseThan").stream(), NUMBERS.stream())
                        .toList();
            case GRADE -> withOpposites("oneOf", "betterThan", "worseThan", "empty");
            case DATE -> withOpposites("days", "inLast", "inNext", "longerAgo", "empty");
            case FLAG, CHOICE, SEVERAL -> withOpposites("oneOf", "empty");
        };
    }

    /** The row as its indicator can be compared: after another indicator or comparison was chosen, or as it was read. */
    static Row fitting(Row row, Indicator indicator, Row before) {
        var kind = indicator.kind();
        var how = listed(kind, row.how());
        var earlier = listed(kind, before.how());
        var offered = of(indicator);
        if (!offered.contains(how)) {
            return new Row(row.indicator(), offered.getFirst(), List.of(), false);
        }
        var sameInput =
                row.indicator().equals(before.indicator()) && Input.of(indicator, how) == Input.of(indicator, earlier);
        var orUnknown = row.isNegated() == before.isNegated() ? row.orUnknown() : row.isNegated();
        return new Row(row.indicator(), how, sameInput ? row.values() : List.of(), orUnknown);
    }

    /** Of codes, also one is chosen from the list. */
    private static String listed(Kind kind, String how) {
        return kind.isCode() && how.endsWith(Row.IS) ? how.replace(Row.IS, "oneOf") : how;
    }

    private static List<String> withOpposites(String... words) {
        var all = new ArrayList<String>();
        for (var word : words) {
            all.add(word);
            all.add("!" + word);
        }
        return all;
    }
}
