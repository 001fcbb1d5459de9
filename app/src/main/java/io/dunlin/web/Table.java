package io.dunlin.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one table of all lists and reports: a page of rows with what stands above and below them.
 *
 * @param id stable name of the list; also the element's id that htmx replaces
 * @param rows cells in the order of the columns
 * @param totals cells of the totals of the whole filtered set; empty for none
 * @param rowCount rows of the filtered set, over all pages
 */
public record Table(
        String id,
        List<Column> columns,
        List<List<Cell>> rows,
        List<Cell> totals,
        long rowCount,
        TableRequest request) {
    public Table {
        columns = List.copyOf(columns);
    }

    public @Nullable Column column(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElse(null);
    }
}
