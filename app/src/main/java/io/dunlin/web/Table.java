package io.dunlin.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one table of all lists and reports: a page of rows with what stands above and below them.
 *
 * @param id stable name of the list; also the element's id that htmx replaces
 * @param rows cells in the order of the columns
 * @param totals cells of the totals of the whole filtered set; empty for none
 * @param subtotals rows of cells above the totals; empty for none
 * @param rowCount rows of the filtered set, over all pages
 * @param hasMore whether there are more rows than that, not counted
 * @param export address of its export without ending; null: it cannot be exported
 * @param empty sentence for when there are no rows; null: the usual one
 * @param selection how rows are ticked; null: they are not
 */
public record Table(
        String id,
        List<Column> columns,
        List<List<Cell>> rows,
        List<Cell> totals,
        List<List<Cell>> subtotals,
        long rowCount,
        boolean hasMore,
        TableRequest request,
        @Nullable String export,
        @Nullable String empty,
        @Nullable RowSelection selection) {
    private static final int MOST_SUMS = 2;

    public Table {
        columns = List.copyOf(columns);
    }

    /** Without export, and with the usual words where there are no rows. */
    public Table(
            String id,
            List<Column> columns,
            List<List<Cell>> rows,
            List<Cell> totals,
            long rowCount,
            TableRequest request) {
        this(id, columns, rows, totals, List.of(), rowCount, false, request, null, null, null);
    }

    /** The same table that can be taken out as a file: {@code .xlsx} or {@code .csv} and the page's query are added to the address. */
    public Table withExport(String address) {
        return new Table(id, columns, rows, totals, subtotals, rowCount, hasMore, request, address, empty, selection);
    }

    /** The same table with a sentence for when it has no rows. */
    public Table withEmpty(String sentence) {
        return new Table(id, columns, rows, totals, subtotals, rowCount, hasMore, request, export, sentence, selection);
    }

    /** The same table with rows between its own and the totals: parts of these that add up only by themselves. */
    public Table withSubtotals(List<List<Cell>> parts) {
        return new Table(id, columns, rows, totals, parts, rowCount, hasMore, request, export, empty, selection);
    }

    /** The same table, of which only so many rows are counted that are said: there are more. */
    public Table withMore() {
        return new Table(id, columns, rows, totals, subtotals, rowCount, true, request, export, empty, selection);
    }

    /** The same table with other cells in its rows. */
    public Table withRows(List<List<Cell>> others) {
        return new Table(id, columns, others, totals, subtotals, rowCount, hasMore, request, export, empty, selection);
    }

    /** The same table with rows that can be ticked. */
    public Table withSelection(RowSelection rowSelection) {
        return new Table(id, columns, rows, totals, subtotals, rowCount, hasMore, request, export, empty, rowSelection);
    }

    /** What ticked rows add up to: the first two shown amounts that have totals. For each a line of amount, unit and label, between tabs. */
    public String sums(List<Cell> row) {
        return totals.isEmpty()
                ? ""
                : shown().stream()
                        .filter(at -> columns.get(at).kind() == Column.Kind.AMOUNT
                                && totals.get(at).value() instanceof BigDecimal)
                        .limit(MOST_SUMS)
                        .map(at -> "%s\t%s\t%s"
                                .formatted(
                                        row.get(at).value() instanceof BigDecimal amount ? units(amount) : "0",
                                        Objects.requireNonNullElse(
                                                columns.get(at).unit(), ""),
                                        columns.get(at).label()))
                        .collect(Collectors.joining("\n"));
    }

    /** Ten thousandths as a whole number, for adding up in the browser without rounding. */
    public static String units(BigDecimal amount) {
        return amount.movePointRight(4).toBigInteger().toString();
    }

    /** Positions of the columns that are shown, in their order. */
    public List<Integer> shown() {
        return ColumnChoice.shown(columns, request.columns());
    }

    /** Positions of all columns: the shown ones first. */
    public List<Integer> offered() {
        return ColumnChoice.offered(columns, request.columns());
    }

    public @Nullable Column column(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    public long pages() {
        return Math.max(1, (rowCount + request.size() - 1) / request.size());
    }

    public boolean hasNext() {
        return request.number() < pages() || hasMore && rows.size() == request.size();
    }

    /** Address of the export in one format, with the filters of the page. */
    public String exportAs(String format, String pageAddress) {
        var query = pageAddress.indexOf('?');
        return export + "." + format + (query < 0 ? "" : pageAddress.substring(query));
    }
}
