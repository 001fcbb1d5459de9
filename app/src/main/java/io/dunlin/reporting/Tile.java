package io.dunlin.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure above a report.
 *
 * @param key its name in JSON
 * @param value BigDecimal, Integer, Long or LocalDate, as in JSON; null: not known
 * @param figure the value as it is shown
 * @param unit beside the figure, quieter; null for none
 * @param note second line; null for none
 * @param tone {@code bad}, {@code warn}, {@code good} or empty
 * @param formula how it is calculated, in words; null where it is a plain sum
 * @param inputs what the formula was filled with
 */
public record Tile(
        String key,
        String label,
        @Nullable Object value,
        String figure,
        @Nullable String unit,
        @Nullable String note,
        String tone,
        @Nullable String formula,
        List<Input> inputs) {
    public Tile {
        inputs = List.copyOf(inputs);
    }

    /** One value that went into a figure. */
    public record Input(String label, String value) {}
}
