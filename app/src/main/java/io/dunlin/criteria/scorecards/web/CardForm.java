package io.dunlin.criteria.scorecards.web;

import io.dunlin.criteria.scorecards.web.CardDraft.AxisDraft;
import io.dunlin.criteria.scorecards.web.CardDraft.GradeDraft;
import io.dunlin.criteria.scorecards.web.CardDraft.LineDraft;
import io.dunlin.criteria.scorecards.web.CardDraft.OverrideDraft;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the form of a card. Fields stand under their place, such as {@code line.2.band.0}; the parts of a list end where one is absent. */
record CardForm(MultiValueMap<String, String> fields) {
    /** More than any card may have: the rest of a form of any length is passed over. */
    private static final int MOST = 100;

    CardDraft read() {
        return new CardDraft(
                id(),
                text("kind").equals("matrix"),
                text("name").strip(),
                all(
                        "grade.%d.name",
                        at -> new GradeDraft(
                                text("grade.%d.name".formatted(at)).strip(), text("grade.%d.from".formatted(at)))),
                all("override.%d.search", at -> override("override.%d.".formatted(at))),
                all("line.%d.indicator", at -> line("line.%d.".formatted(at))),
                text("enough"),
                axis("rows."),
                axis("columns."),
                all(
                        "cell.%d.0",
                        row -> all("cell." + row + ".%d", column -> text("cell.%d.%d".formatted(row, column)))));
    }

    /** The indicator of an axis as the form showed it: where it is another one, its bands belong to the one before. */
    String indicatorBefore(String place) {
        return text(place + "was");
    }

    /** A code that is to become a band of the axis; empty: none. */
    String added(String place) {
        return text(place + "more");
    }

    private @Nullable Long id() {
        return text("id").matches("\\d{1,18}") ? Long.valueOf(text("id")) : null;
    }

    private OverrideDraft override(String place) {
        var isOwn = fields.containsKey(place + "criteria");
        return new OverrideDraft(
                text(place + "search"), isOwn ? text(place + "criteria") : null, text(place + "grade"));
    }

    private LineDraft line(String place) {
        return new LineDraft(
                axis(place),
                text(place + "weight"),
                all(place + "points.%d", at -> text(place + "points." + at)),
                text(place + "missing"));
    }

    private AxisDraft axis(String place) {
        return new AxisDraft(
                text(place + "indicator"),
                text(place + "codes").equals("true"),
                all(place + "band.%d", at -> text(place + "band." + at)));
    }

    private <T> List<T> all(String name, IntFunction<T> each) {
        return IntStream.range(0, MOST)
                .takeWhile(at -> fields.containsKey(name.formatted(at)))
                .mapToObj(each)
                .toList();
    }

    private String text(String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value.replace("\0", "");
    }
}
