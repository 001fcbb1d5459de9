package io.dunlin.web;

import org.jspecify.annotations.Nullable;

/**
 * One value of a table.
 *
 * @param value String, BigDecimal, Long, Integer, LocalDate or Instant as the column's kind asks; null: empty
 * @param link address that the value opens
 * @param note second, quieter line
 * @param flag coloured mark before the value; null: none
 * @param tone meaning shown by colour together with an icon or word: {@code bad}, {@code warn}, {@code good}; empty for none
 */
public record Cell(
        @Nullable Object value,
        @Nullable String link,
        @Nullable String note,
        @Nullable Flag flag,
        String tone) {
    public static Cell of(@Nullable Object value) {
        return new Cell(value, null, null, null, "");
    }

    public static Cell link(@Nullable Object value, String link) {
        return new Cell(value, link, null, null, "");
    }

    public Cell withNote(@Nullable String quieterLine) {
        return new Cell(value, link, quieterLine, flag, tone);
    }

    public Cell withTone(String meaning) {
        return new Cell(value, link, note, flag, meaning);
    }

    /** @param mark null: none */
    public Cell withFlag(@Nullable Flag mark) {
        return new Cell(value, link, note, mark, tone);
    }
}
