package io.dunlin.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of a table.
 *
 * @param value String, BigDecimal, Long, Integer, LocalDate or Instant as the column's kind asks; null: empty
 * @param link address that the value opens
 * @param note second, quieter line
 * @param flag coloured mark before the value; null: none
 * @param tone meaning shown by colour together with an icon or word: {@code bad}, {@code warn}, {@code good}; empty for none
 * @param dots squares that lead to what the row is marked by; empty for none
 */
public record Cell(
        @Nullable Object value,
        @Nullable String link,
        @Nullable String note,
        @Nullable Flag flag,
        String tone,
        List<Dot> dots) {
    /**
     * A small square beside the value.
     *
     * @param style class of its colour
     * @param label what it stands for
     */
    public record Dot(String style, String label, String link) {}

    public Cell {
        dots = List.copyOf(dots);
    }

    public static Cell of(@Nullable Object value) {
        return new Cell(value, null, null, null, "", List.of());
    }

    public static Cell link(@Nullable Object value, String link) {
        return new Cell(value, link, null, null, "", List.of());
    }

    public Cell withNote(@Nullable String quieterLine) {
        return new Cell(value, link, quieterLine, flag, tone, dots);
    }

    public Cell withTone(String meaning) {
        return new Cell(value, link, note, flag, meaning, dots);
    }

    /** @param mark null: none */
    public Cell withFlag(@Nullable Flag mark) {
        return new Cell(value, link, note, mark, tone, dots);
    }

    public Cell withDots(List<Dot> squares) {
        return new Cell(value, link, note, flag, tone, squares);
    }
}
