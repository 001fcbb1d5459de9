package io.dunlin.criteria.scorecards;

import static java.util.stream.Collectors.toMap;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.scorecards.Definition.Axis;
import io.dunlin.criteria.scorecards.Definition.Line;
import io.dunlin.criteria.scorecards.Definition.Matrix;
import io.dunlin.criteria.scorecards.Definition.Points;
import io.dunlin.criteria.scorecards.ScoreSheet.Band;
import io.dunlin.criteria.scorecards.ScoreSheet.Reading;
import io.dunlin.criteria.scorecards.ScoreSheet.Row;
import io.dunlin.criteria.scorecards.ScoreSheet.Tone;
import io.dunlin.criteria.web.CriteriaWords;
import io.dunlin.criteria.web.Labels;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Explains outcomes from what is stored of them; what indicators and values are called is looked up once. */
final class Readings {
    private final Catalogue.Entries catalogue;
    private final Labels labels;
    private final CriteriaWords.Sentences sentences;
    private final Map<String, Map<String, String>> choices = new HashMap<>();

    Readings(Catalogue.Entries catalogue, Labels labels, CriteriaWords.Sentences sentences) {
        this.catalogue = catalogue;
        this.labels = labels;
        this.sentences = sentences;
    }

    /** What is stored of an outcome: for each axis the value and the place of its band, null for unknown. */
    record Stored(
            Instant at,
            int version,
            @Nullable String grade,
            @Nullable BigDecimal points,
            @Nullable Integer override,
            @Nullable String[] seen,
            @Nullable Integer[] bands) {}

    Reading of(Definition definition, Stored stored) {
        var override = stored.override();
        var points = stored.points();
        return new Reading(
                stored.at(),
                stored.version(),
                stored.grade(),
                tone(definition, stored.grade()),
                points,
                override == null ? null : decided(definition.overrides().get(override - 1)),
                points == null ? null : byPoints(definition, points),
                definition.isMatrix(),
                switch (definition.method()) {
                    case Points table -> lines(table, stored);
                    case Matrix matrix ->
                        List.of(
                                row(matrix.rows(), stored, 0, null, null),
                                row(matrix.columns(), stored, 1, null, null));
                },
                definition.method() instanceof Points table ? known(table, stored) : new BigDecimal("100"),
                definition.method() instanceof Points table ? table.enough() : 100);
    }

    private ScoreSheet.Decided decided(Definition.Overriding override) {
        var criteria = override.criteria();
        return criteria == null
                ? new ScoreSheet.Decided(override.name(), true)
                : new ScoreSheet.Decided(sentences.of(criteria), false);
    }

    /** Of the class among those of the card: the best, the worst, and between them the lower half. */
    static Tone tone(Definition definition, @Nullable String grade) {
        var names = definition.grades().stream().map(Definition.Grade::name).toList();
        var at = grade == null ? -1 : names.indexOf(grade);
        if (at < 0) {
            return Tone.NONE;
        }
        if (at == names.size() - 1) {
            return Tone.WORST;
        }
        return at == 0 ? Tone.BEST : 2 * at >= names.size() ? Tone.POOR : Tone.MIDDLE;
    }

    private static @Nullable String byPoints(Definition definition, BigDecimal points) {
        return definition.grades().stream()
                .filter(grade -> grade.from() != null && points.compareTo(grade.from()) >= 0)
                .map(Definition.Grade::name)
                .findFirst()
                .orElse(null);
    }

    private List<Row> lines(Points table, Stored stored) {
        var known = weight(table, stored);
        var rows = new ArrayList<Row>();
        for (var at = 0; at < table.lines().size(); at++) {
            var line = table.lines().get(at);
            var points = points(line, stored, at);
            var share = points == null ? null : points.multiply(line.weight()).divide(known, 2, RoundingMode.HALF_UP);
            rows.add(row(line.axis(), stored, at, line.weight(), points).withShare(share));
        }
        return rows;
    }

    private static @Nullable BigDecimal points(Line line, Stored stored, int at) {
        var band = stored.bands()[at];
        return band == null ? line.missing() : line.points().get(band - 1);
    }

    private static BigDecimal weight(Points table, Stored stored) {
        var sum = BigDecimal.ZERO;
        for (var at = 0; at < table.lines().size(); at++) {
            if (points(table.lines().get(at), stored, at) != null) {
                sum = sum.add(table.lines().get(at).weight());
            }
        }
        return sum;
    }

    private static BigDecimal known(Points table, Stored stored) {
        var whole = table.lines().stream().map(Line::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return weight(table, stored).movePointRight(2).divide(whole, 0, RoundingMode.DOWN);
    }

    private Row row(Axis axis, Stored stored, int at, @Nullable BigDecimal weight, @Nullable BigDecimal points) {
        var indicator = catalogue.find(axis.indicator()).orElse(null);
        var seen = stored.seen()[at];
        var isNumber = axis.bands() instanceof Bands.Ranges;
        return new Row(
                indicator == null ? axis.indicator() : labels.name(indicator.label()),
                indicator == null ? null : indicator.kind(),
                seen == null || !isNumber ? null : new BigDecimal(seen),
                seen == null || isNumber ? null : called(indicator, seen),
                band(axis.bands(), indicator, stored.bands()[at]),
                weight,
                points,
                null);
    }

    private @Nullable Band band(Bands bands, @Nullable Indicator indicator, @Nullable Integer place) {
        if (place == null) {
            return null;
        }
        return switch (bands) {
            case Bands.Ranges(var ends) ->
                new Band(
                        place == 1 ? null : ends.get(place - 2),
                        place > ends.size() ? null : ends.get(place - 1),
                        null,
                        false);
            case Bands.Values(var values) ->
                place > values.size()
                        ? new Band(null, null, null, true)
                        : new Band(null, null, called(indicator, values.get(place - 1)), false);
        };
    }

    private String called(@Nullable Indicator indicator, String code) {
        return indicator == null
                ? code
                : choices.computeIfAbsent(indicator.code(), any -> names(indicator))
                        .getOrDefault(code, code);
    }

    private Map<String, String> names(Indicator indicator) {
        return Objects.requireNonNull(indicator.choices().get()).stream()
                .collect(toMap(Choice::value, choice -> labels.name(choice.label()), (one, other) -> one));
    }
}
