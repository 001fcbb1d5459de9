package io.dunlin.reporting;

import io.dunlin.web.Chart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                                new ArrayList<>(one.values()),
                                one.shape() == Shape.LINE,
                                one.unit()))
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
     * One value for each category; null: not known.
     *
     * @param unit where the values are of another one than those of the bars: they get an axis of their own; null: the same
     * @param tones one for all, or one for each category: {@code age-0} to {@code age-5}, {@code accent}, {@code soft},
     *     {@code bad}, {@code warn}, {@code good}, {@code grey}, {@code ink}, or {@code flag-} and the colour of a flag
     */
    public record Series(
            String name, Shape shape, @Nullable String unit, List<@Nullable BigDecimal> values, List<String> tones) {
        /** In the unit of the diagram. */
        public Series(String name, Shape shape, List<? extends @Nullable BigDecimal> values, List<String> tones) {
            this(name, shape, null, new ArrayList<>(values), tones);
        }
    }
}
