package io.dunlin.criteria.scorecards;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.scorecards.Definition.Axis;
import io.dunlin.criteria.scorecards.Definition.Line;
import io.dunlin.criteria.scorecards.Definition.Matrix;
import io.dunlin.criteria.scorecards.Definition.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Whether a definition means something: classes that tile the scale, known indicators, bands that fit them. Says all that is wrong. */
final class DefinitionCheck {
    static final int MOST_GRADES = 10;
    static final int MOST_LINES = 30;
    static final int MOST_BANDS = 60;
    static final int MOST_OVERRIDES = 30;
    private static final int LONGEST_NAME = 40;
    private static final BigDecimal MOST_WEIGHT = new BigDecimal("1000");
    private static final BigDecimal MOST_POINTS = new BigDecimal("100");
    private static final String BAD = "criteria.scorecards.bad.";

    private final Catalogue.Entries catalogue;
    private final Definition definition;
    private final List<Flaw> flaws = new ArrayList<>();

    private DefinitionCheck(Catalogue.Entries catalogue, Definition definition) {
        this.catalogue = catalogue;
        this.definition = definition;
    }

    static List<Flaw> of(Definition definition, Catalogue.Entries catalogue) {
        return new DefinitionCheck(catalogue, definition).all();
    }

    /** What a card can look at: numbers, dates and codes of a customer or its debtor, one of each. */
    static boolean fits(Indicator indicator) {
        return indicator.subject() != Subject.ITEM
                && indicator.kind() != Kind.TEXT
                && indicator.value() instanceof Indicator.Value.One;
    }

    private List<Flaw> all() {
        grades();
        overrides();
        switch (definition.method()) {
            case Points points -> points(points);
            case Matrix matrix -> matrix(matrix);
        }
        return List.copyOf(flaws);
    }

    private void grades() {
        var grades = definition.grades();
        if (grades.size() < 2 || grades.size() > MOST_GRADES) {
            add("grades", "grades", MOST_GRADES);
        }
        var names = new HashSet<String>();
        for (var at = 0; at < grades.size(); at++) {
            var name = grades.get(at).name();
            if (name.isBlank() || name.length() > LONGEST_NAME || !names.add(name)) {
                add("grade.%d.name".formatted(at), "gradeName", at + 1, LONGEST_NAME);
            }
            if (!definition.isMatrix()) {
                threshold(at, at == grades.size() - 1);
            }
        }
    }

    /** From the top of the scale down to 0, each class begins where the one above it ends. */
    private void threshold(int at, boolean last) {
        var grades = definition.grades();
        var from = grades.get(at).from();
        var above = at == 0 ? MOST_POINTS : grades.get(at - 1).from();
        var place = "grade.%d.from".formatted(at);
        if (from == null || from.signum() < 0 || from.compareTo(MOST_POINTS) > 0 || from.scale() > 2) {
            add(place, "threshold", grades.get(at).name());
        } else if (last && from.signum() != 0) {
            add(place, "lowest", grades.get(at).name());
        } else if (at > 0 && above != null && from.compareTo(above) >= 0) {
            add(place, "falling", grades.get(at).name(), grades.get(at - 1).name());
        }
    }

    private void overrides() {
        if (definition.overrides().size() > MOST_OVERRIDES) {
            add("overrides", "many", MOST_OVERRIDES);
        }
        for (var at = 0; at < definition.overrides().size(); at++) {
            if (!isGrade(definition.overrides().get(at).grade())) {
                add("override.%d.grade".formatted(at), "overrideGrade", at + 1);
            }
        }
    }

    private void points(Points points) {
        if (points.lines().isEmpty() || points.lines().size() > MOST_LINES) {
            add("lines", "lines", MOST_LINES);
        }
        if (points.enough() < 1 || points.enough() > 100) {
            add("enough", "enough");
        }
        for (var at = 0; at < points.lines().size(); at++) {
            line("line.%d.".formatted(at), at + 1, points.lines().get(at));
        }
    }

    private void line(String place, int number, Line line) {
        axis(place, number, line.axis());
        if (line.weight().signum() <= 0
                || line.weight().compareTo(MOST_WEIGHT) > 0
                || line.weight().scale() > 4) {
            add(place + "weight", "weight", number);
        }
        for (var at = 0; at < line.points().size(); at++) {
            pointsOf(place + "points." + at, number, line.points().get(at));
        }
        if (line.missing() != null) {
            pointsOf(place + "missing", number, Objects.requireNonNull(line.missing()));
        }
        if (line.points().size() != line.axis().bands().size()) {
            add(place + "points.0", "points", number);
        }
    }

    private void pointsOf(String place, int number, BigDecimal points) {
        if (points.signum() < 0 || points.compareTo(MOST_POINTS) > 0 || points.scale() > 4) {
            add(place, "points", number);
        }
    }

    private void matrix(Matrix matrix) {
        axis("rows.", 1, matrix.rows());
        axis("columns.", 2, matrix.columns());
        for (var row = 0; row < matrix.rows().bands().size(); row++) {
            for (var column = 0; column < matrix.columns().bands().size(); column++) {
                var known = row < matrix.cells().size()
                        && column < matrix.cells().get(row).size()
                        && isGrade(matrix.cells().get(row).get(column));
                if (!known) {
                    add("cell.%d.%d".formatted(row, column), "cell", row + 1, column + 1);
                }
            }
        }
    }

    private void axis(String place, int number, Axis axis) {
        var indicator = catalogue.find(axis.indicator()).filter(DefinitionCheck::fits);
        if (indicator.isEmpty()) {
            add(place + "indicator", "indicator", number);
            return;
        }
        var isCode = indicator.get().kind().isCode();
        switch (axis.bands()) {
            case Bands.Values(var values) -> {
                if (!isCode || values.size() >= MOST_BANDS || new HashSet<>(values).size() < values.size()) {
                    add(place + "indicator", "bands", number, MOST_BANDS);
                }
            }
            case Bands.Ranges(var ends) -> {
                if (isCode || ends.size() >= MOST_BANDS) {
                    add(place + "indicator", "bands", number, MOST_BANDS);
                }
                for (var at = 1; at < ends.size(); at++) {
                    if (ends.get(at).compareTo(ends.get(at - 1)) <= 0) {
                        add(place + "band." + at, "rising", number, at + 1);
                    }
                }
            }
        }
    }

    private boolean isGrade(String name) {
        return definition.grades().stream().anyMatch(grade -> grade.name().equals(name));
    }

    private void add(String place, String key, Object... arguments) {
        flaws.add(Flaw.of(place, BAD + key, arguments));
    }
}
