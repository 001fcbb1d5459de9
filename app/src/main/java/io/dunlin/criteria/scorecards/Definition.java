package io.dunlin.criteria.scorecards;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dunlin.criteria.Criteria;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a scorecard says. Stored as JSON: never rename.
 *
 * @param grades its classes, the best first
 * @param overrides tried first, in their order; the first one that fits decides the class
 * @param method what decides where no override does
 */
public record Definition(List<Grade> grades, List<Overriding> overrides, Method method) {
    public Definition {
        grades = List.copyOf(grades);
        overrides = List.copyOf(overrides);
    }

    /**
     * A class.
     *
     * @param from the least points, from 0 to 100, that are enough for it; null in a matrix
     */
    public record Grade(String name, @Nullable BigDecimal from) {}

    /**
     * Whoever meets the criteria is given the class: those of a saved search, or its own.
     *
     * @param search number of the search; null: it has its own
     * @param name of the search as the card was saved; empty: it has its own
     * @param criteria its own; null: those of the search, as they are when the card is calculated
     */
    public record Overriding(
            @Nullable Long search, String name, @Nullable Criteria criteria, String grade) {
        public Overriding(long search, String name, String grade) {
            this(search, name, null, grade);
        }

        public Overriding(Criteria criteria, String grade) {
            this(null, "", criteria, grade);
        }
    }

    /** How customers that no override takes come to their class. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Points.class, name = "points"),
        @JsonSubTypes.Type(value = Matrix.class, name = "matrix")
    })
    public sealed interface Method {
        /** What it looks at, in its order. */
        @JsonIgnore
        List<Axis> axes();
    }

    /**
     * The points of the lines, averaged by their weights: from 0 to 100, rounded half up to two decimals before the class is looked up.
     *
     * @param enough how much of the weight must be known, in percent from 1 to 100; where less is, there are neither points nor class
     */
    public record Points(List<Line> lines, int enough) implements Method {
        public Points {
            lines = List.copyOf(lines);
        }

        @Override
        public List<Axis> axes() {
            return lines.stream().map(Line::axis).toList();
        }
    }

    /**
     * Two indicators against each other. Where one of them is unknown there is no class.
     *
     * @param cells the class for each band of the rows, and in it for each of the columns
     */
    public record Matrix(Axis rows, Axis columns, List<List<String>> cells) implements Method {
        public Matrix {
            cells = cells.stream().map(List::copyOf).toList();
        }

        @Override
        public List<Axis> axes() {
            return List.of(rows, columns);
        }
    }

    /** An indicator, by code, of the customer or its debtor. */
    public record Axis(String indicator, Bands bands) {}

    /**
     * One line of a table of points.
     *
     * @param weight more than 0
     * @param points for each band, from 0 to 100
     * @param missing points where the value is unknown; null: the line is left out, and the others weigh accordingly more
     */
    public record Line(
            Axis axis,
            BigDecimal weight,
            List<BigDecimal> points,
            @Nullable BigDecimal missing) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** Names of the classes from the worst to the best: the scale of the indicator. */
    List<String> scale() {
        return grades.reversed().stream().map(Grade::name).toList();
    }

    @JsonIgnore
    public boolean isMatrix() {
        return method instanceof Matrix;
    }

    /** Those of its overrides that go by no search. */
    Stream<Criteria> ownCriteria() {
        return overrides.stream().map(Overriding::criteria).filter(Objects::nonNull);
    }

    /** Codes of the indicators that its lines or axes look at, besides those of its overrides. */
    Stream<String> indicators() {
        return method.axes().stream().map(Axis::indicator);
    }
}
