package io.dunlin.criteria.scorecards.web;

import io.dunlin.criteria.CriteriaJson;
import io.dunlin.criteria.scorecards.Bands;
import io.dunlin.criteria.scorecards.Definition.Axis;
import io.dunlin.criteria.scorecards.Definition.Matrix;
import io.dunlin.criteria.scorecards.Definition.Overriding;
import io.dunlin.criteria.scorecards.Definition.Points;
import io.dunlin.criteria.scorecards.Scorecard;
import io.dunlin.criteria.scorecards.web.CardDraft.AxisDraft;
import io.dunlin.criteria.scorecards.web.CardDraft.GradeDraft;
import io.dunlin.criteria.scorecards.web.CardDraft.LineDraft;
import io.dunlin.criteria.scorecards.web.CardDraft.OverrideDraft;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the form of a card that is kept. */
final class CardDrafts {
    private CardDrafts() {}

    static CardDraft of(Scorecard card) {
        var definition = card.definition();
        var lines = definition.method() instanceof Points table
                ? table.lines().stream()
                        .map(line -> new LineDraft(
                                axis(line.axis()),
                                text(line.weight()),
                                line.points().stream().map(CardDrafts::text).toList(),
                                text(line.missing())))
                        .toList()
                : List.<LineDraft>of();
        var matrix = definition.method() instanceof Matrix some ? some : null;
        return new CardDraft(
                card.id(),
                definition.isMatrix(),
                card.name(),
                definition.grades().stream()
                        .map(grade -> new GradeDraft(grade.name(), text(grade.from())))
                        .toList(),
                definition.overrides().stream().map(CardDrafts::override).toList(),
                lines,
                definition.method() instanceof Points table ? Integer.toString(table.enough()) : "60",
                matrix == null ? AxisDraft.NONE : axis(matrix.rows()),
                matrix == null ? AxisDraft.NONE : axis(matrix.columns()),
                matrix == null ? List.of() : matrix.cells());
    }

    private static OverrideDraft override(Overriding one) {
        return new OverrideDraft(
                one.search() == null ? "" : Long.toString(one.search()),
                one.criteria() == null ? null : CriteriaJson.write(one.criteria()),
                one.grade());
    }

    private static AxisDraft axis(Axis axis) {
        return switch (axis.bands()) {
            case Bands.Ranges(var ends) ->
                new AxisDraft(
                        axis.indicator(),
                        false,
                        ends.stream().map(CardDrafts::text).toList());
            case Bands.Values(var values) -> new AxisDraft(axis.indicator(), true, values);
        };
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
