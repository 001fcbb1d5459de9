package io.dunlin.criteria.scorecards.web;

import io.dunlin.criteria.scorecards.web.CardDraft.AxisDraft;
import io.dunlin.criteria.scorecards.web.CardDraft.GradeDraft;
import io.dunlin.criteria.scorecards.web.CardDraft.LineDraft;
import io.dunlin.criteria.scorecards.web.CardDraft.OverrideDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A button of the editor, such as {@code remove line 2} or {@code add band line.0.}.
 *
 * @param verb add, remove, up or down
 * @param what grade, override, line or band
 * @param of number from 0, or the place of the axis of a band
 * @param at number of the band from 0
 */
record CardStep(String verb, String what, String of, int at) {
    /** What is no step does nothing. */
    static CardStep read(String text) {
        var words = text.split(" ");
        return new CardStep(words[0], word(words, 1), word(words, 2), number(word(words, words.length > 3 ? 3 : 2)));
    }

    /** @param code what becomes a new band, where the values are codes */
    CardDraft take(CardDraft draft, String code) {
        return switch (what) {
            case "grade" -> draft.withGrades(changed(draft.grades(), new GradeDraft("", draft.matrix() ? "" : "0")));
            case "override" -> draft.withOverrides(changed(draft.overrides(), new OverrideDraft("", null, "")));
            case "line" -> draft.withLines(changed(draft.lines(), new LineDraft(AxisDraft.NONE, "10", List.of(), "")));
            case "band" -> band(draft, code);
            default -> draft;
        };
    }

    private CardDraft band(CardDraft draft, String code) {
        if (of.equals("rows.")) {
            return draft.withMatrix(bands(draft.rows(), code), draft.columns(), without(draft.cells()));
        }
        if (of.equals("columns.")) {
            return draft.withMatrix(
                    draft.rows(),
                    bands(draft.columns(), code),
                    draft.cells().stream().map(this::without).toList());
        }
        var lines = new ArrayList<>(draft.lines());
        var line = number(of.replaceAll("\\D", ""));
        if (line < lines.size()) {
            lines.set(line, points(lines.get(line), code));
        }
        return draft.withLines(lines);
    }

    private LineDraft points(LineDraft line, String code) {
        var points = new ArrayList<>(line.points());
        // The points of all others stay with all others.
        if (verb.equals("add") && line.axis().codes() && !code.isEmpty()) {
            points.add(Math.max(0, points.size() - 1), "");
        }
        return new LineDraft(
                bands(line.axis(), code),
                line.weight(),
                verb.equals("remove") ? without(points) : points,
                line.missing());
    }

    private AxisDraft bands(AxisDraft axis, String code) {
        if (verb.equals("remove")) {
            return new AxisDraft(axis.indicator(), axis.codes(), without(axis.bands()));
        }
        if (axis.codes() && code.isEmpty()) {
            return axis;
        }
        var bands = new ArrayList<>(axis.bands());
        bands.add(axis.codes() ? code : "");
        return new AxisDraft(axis.indicator(), axis.codes(), bands);
    }

    private <T> List<T> without(List<T> all) {
        if (!verb.equals("remove") || at >= all.size()) {
            return all;
        }
        var rest = new ArrayList<>(all);
        rest.remove(at);
        return rest;
    }

    private <T> List<T> changed(List<T> all, T fresh) {
        UnaryOperator<List<T>> change = switch (verb) {
            case "add" ->
                rest -> {
                    rest.add(fresh);
                    return rest;
                };
            case "remove" -> this::without;
            case "up" -> rest -> swapped(rest, at - 1);
            case "down" -> rest -> swapped(rest, at);
            default -> rest -> rest;
        };
        return change.apply(new ArrayList<>(all));
    }

    private static <T> List<T> swapped(List<T> all, int first) {
        if (first >= 0 && first + 1 < all.size()) {
            all.set(first, all.set(first + 1, all.get(first)));
        }
        return all;
    }

    private static String word(String[] words, int at) {
        return at < words.length ? words[at] : "";
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : Integer.MAX_VALUE - 1;
    }
}
