package io.dunlin.reporting;

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
     *     {@code bad}, {@code warn}, {@code good}, {@code grey}, {@code ink}
     */
    public record Series(
            String name, Shape shape, @Nullable String unit, List<@Nullable BigDecimal> values, List<String> tones) {
        /** In the unit of the diagram. */
        public Series(String name, Shape shape, List<? extends @Nullable BigDecimal> values, List<String> tones) {
            this(name, shape, null, new ArrayList<>(values), tones);
        }
    }
}
