package io.dunlin.web;

/**
 * What a list was asked for in its address: {@code q}, {@code sort}, {@code dir}, {@code page}.
 *
 * @param text what the rows must contain; empty for all
 * @param sort key of a column; empty for the list's own order
 * @param number page, from 1
 * @param size rows a page, 50 on pages
 */
public record TableRequest(String text, String sort, boolean descending, int number, int size) {
    public static final int PAGE_SIZE = 50;

    public TableRequest {
        text = text.strip();
        number = Math.max(1, number);
    }

    /** From the parameters of an address; null and nonsense become the first page in the list's own order. */
    public static TableRequest of(
            @org.jspecify.annotations.Nullable String text,
            @org.jspecify.annotations.Nullable String sort,
            @org.jspecify.annotations.Nullable String direction,
            @org.jspecify.annotations.Nullable Integer page) {
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
