package io.dunlin.criteria.scorecards.web;

import io.dunlin.criteria.BadCriteria;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaJson;
import io.dunlin.criteria.scorecards.Bands;
import io.dunlin.criteria.scorecards.Definition;
import io.dunlin.criteria.scorecards.Definition.Axis;
import io.dunlin.criteria.scorecards.Definition.Grade;
import io.dunlin.criteria.scorecards.Definition.Line;
import io.dunlin.criteria.scorecards.Definition.Matrix;
import io.dunlin.criteria.scorecards.Definition.Overriding;
import io.dunlin.criteria.scorecards.Definition.Points;
import io.dunlin.criteria.scorecards.Flaw;
import io.dunlin.criteria.scorecards.web.CardDraft.AxisDraft;
import io.dunlin.criteria.scorecards.web.CardDraft.LineDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a definition of what was typed, or says which fields are none. */
final class CardReading {
    static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,4})?");

    private final Map<Long, String> searches;
    private final List<Flaw> flaws = new ArrayList<>();

    /** @param searches names of the searches that can be chosen, by number */
    CardReading(Map<Long, String> searches) {
        this.searches = searches;
    }

    /** @param definition means nothing where there are flaws */
    record Result(Definition definition, List<Flaw> flaws) {}

    Result read(CardDraft draft) {
        var grades = each(draft.grades().size(), at -> {
            var grade = draft.grades().get(at);
            return new Grade(grade.name(), draft.matrix() ? null : number("grade.%d.from".formatted(at), grade.from()));
        });
        var overrides = each(draft.overrides().size(), at -> {
            var override = draft.overrides().get(at);
            if (override.criteria() != null) {
                return new Overriding(criteria(at, override.criteria()), override.grade());
            }
            var search = NUMBER.matcher(override.search()).matches() ? Long.parseLong(override.search()) : -1;
            if (!searches.containsKey(search)) {
                flaws.add(new Flaw(
                        "override.%d.search".formatted(at), "criteria.scorecards.bad.search", List.of(at + 1)));
            }
            return new Overriding(search, searches.getOrDefault(search, ""), override.grade());
        });
        var method = draft.matrix()
                ? new Matrix(axis("rows.", draft.rows()), axis("columns.", draft.columns()), draft.cells())
                : new Points(
                        each(
                                draft.lines().size(),
                                at -> line(
                                        "line.%d.".formatted(at), draft.lines().get(at))),
                        whole("enough", draft.enough()));
        return new Result(new Definition(grades, overrides, method), List.copyOf(flaws));
    }

    /** Whether they mean something is asked of the card as a whole. */
    private Criteria criteria(int at, String json) {
        try {
            return CriteriaJson.read(json);
        } catch (BadCriteria none) {
            flaws.add(new Flaw(
                    "override.%d.criteria".formatted(at), "criteria.scorecards.bad.criteria", List.of(at + 1)));
            return new Criteria.All(List.of());
        }
    }

    private Line line(String place, LineDraft line) {
        var axis = axis(place, line.axis());
        return new Line(
                axis,
                number(place + "weight", line.weight()),
                each(axis.bands().size(), at -> number(place + "points." + at, line.points(at))),
                line.missing().isBlank() ? null : number(place + "missing", line.missing()));
    }

    private Axis axis(String place, AxisDraft axis) {
        return new Axis(
                axis.indicator(),
                axis.codes()
                        ? new Bands.Values(axis.bands())
                        : new Bands.Ranges(each(
                                axis.bands().size(),
                                at -> number(place + "band." + at, axis.bands().get(at)))));
    }

    private int whole(String place, String text) {
        var stripped = text.strip();
        if (!stripped.matches("\\d{1,3}")) {
            flaws.add(new Flaw(place, "criteria.scorecards.bad.enough", List.of()));
            return 1;
        }
        return Integer.parseInt(stripped);
    }

    private BigDecimal number(String place, @Nullable String text) {
        var stripped = text == null ? "" : text.strip();
        if (!NUMBER.matcher(stripped).matches()) {
            flaws.add(new Flaw(place, "criteria.scorecards.bad.number", List.of(stripped)));
            return BigDecimal.ZERO;
        }
        return new BigDecimal(stripped.replace(',', '.'));
    }

    private static <T> List<T> each(int size, IntFunction<T> one) {
        return IntStream.range(0, size).mapToObj(one).toList();
    }
}
