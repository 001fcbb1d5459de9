package io.dunlin.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a list was asked for in its address: {@code q}, {@code sort}, {@code dir}, {@code page}, {@code columns}.
 *
 * @param text what the rows must contain; empty for all
 * @param sort key of a column; empty for the list's own order
 * @param number page, from 1
 * @param size rows a page, 50 on pages
 * @param columns keys of the columns to show, in this order; empty: the usual ones
 */
public record TableRequest(String text, String sort, boolean descending, int number, int size, List<String> columns) {
    public static final int PAGE_SIZE = 50;
    private static final int MOST_COLUMNS = 200;

    public TableRequest {
        text = text.strip();
        number = Math.max(1, number);
        columns = List.copyOf(columns);
    }

    /** With the usual columns. */
    public TableRequest(String text, String sort, boolean descending, int number, int size) {
        this(text, sort, descending, number, size, List.of());
    }

    /** The same list with other columns: their keys between commas; null or empty: the usual ones. */
    public TableRequest withColumns(@Nullable String keys) {
        var asked = keys == null || keys.isBlank()
                ? List.<String>of()
                : Stream.of(keys.split(",", MOST_COLUMNS)).map(String::strip).toList();
        return new TableRequest(text, sort, descending, number, size, asked);
    }

    /** From the parameters of an address; null and nonsense become the first page in the list's own order. */
    public static TableRequest of(
            @Nullable String text, @Nullable String sort, @Nullable String direction, @Nullable Integer page) {
        return new TableRequest(
                text == null ? "" : text,
                sort == null ? "" : sort,
                "desc".equals(direction),
                page == null ? 1 : page,
                PAGE_SIZE);
    }

    public long offset() {
        return (number - 1L) * size;
    }
}
