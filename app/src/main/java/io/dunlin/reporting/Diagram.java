package io.dunlin.reporting;

import java.math.BigDecimal;
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
