package io.dunlin.reporting;

import io.dunlin.web.Chart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a report draws above its table.
 *
 * @param unit of the values of the bars
 * @param categories along the axis
 */
public record Diagram(String title, String unit, List<String> categories, List<Series> series) {
    public Diagram {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }

    /** As pages draw it. */
    public Chart chart() {
        var shapes = series.stream().map(Series::shape).distinct().toList();
        var kind = shapes.contains(Shape.STACKED)
                ? Chart.Kind.STACKED_BAR
                : shapes.contains(Shape.BARS) ? Chart.Kind.BAR : Chart.Kind.LINE;
        return new Chart(
                kind,
                title,
                categories,
                series.stream()
                        .map(one -> new Chart.Series(
                                one.name(),
                                one.tones().size() > 1 ? "age" : one.tones().getFirst(),
                                new ArrayList<>(one.values())))
                        .toList(),
                unit);
    }

    /** Whether there is nothing to draw: no value, or zeros only. */
    public boolean isEmpty() {
        return series.stream()
                .flatMap(one -> one.values().stream())
                .allMatch(value -> value == null || value.signum() == 0);
    }

    public enum Shape {
        /** One bar a category. */
        BARS,
        /** Stacked upon the other stacked series. */
        STACKED,
        LINE
    }

    /**
     * One value for each category.
     *
     * @param tones one for all, or one for each category: {@code age-0} to {@code age-5}, {@code accent}, {@code bad}, {@code grey}
     */
    public record Series(String name, Shape shape, List<BigDecimal> values, List<String> tones) {}
}
