package io.dunlin.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A table that the browser saves as a file.
 *
 * @param name of the file, without ending and filters; what file systems do not take is replaced
 * @param title of the sheet, where the format has sheets
 * @param totals rows below all others; empty for none
 * @param about what the file says of itself
 */
public record TableDownload(
        String name, String title, List<Column> columns, TableFiles.Rows rows, List<List<Cell>> totals, About about) {
    /** The formats that {@link #send} knows, for the path of an address. */
    public static final String FORMAT = "{format:xlsx|csv}";

    /** Without totals. */
    public TableDownload(String name, String title, List<Column> columns, TableFiles.Rows rows, About about) {
        this(name, title, columns, rows, List.of(), about);
    }

    /** The same file with a row of totals; an empty one is left out. */
    public TableDownload withTotals(List<Cell> row) {
        return withTotals(List.of(), row);
    }

    /** As {@link #withTotals(List)}, with subtotals above it. */
    public TableDownload withTotals(List<List<Cell>> subtotals, List<Cell> row) {
        var all = Stream.concat(subtotals.stream(), row.isEmpty() ? Stream.empty() : Stream.of(row));
        return new TableDownload(name, title, columns, rows, all.toList(), about);
    }

    /** The same file with the columns that the list shows, in their order. */
    public TableDownload shownBy(TableRequest request) {
        var shown = ColumnChoice.shown(columns, request.columns());
        return new TableDownload(
                name,
                title,
                ColumnChoice.of(columns, shown),
                reader -> rows.each(row -> reader.accept(ColumnChoice.of(row, shown))),
                totals.stream().map(row -> ColumnChoice.of(row, shown)).toList(),
                about);
    }

    /** Writes the file row by row as the answer. */
    public void send(String format, HttpServletResponse response) throws IOException {
        var file = about.fileName(name) + "." + format;
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
        if (format.equals("xlsx")) {
            response.setContentType(TableFiles.XLSX_TYPE);
            TableFiles.xlsx(title, columns, rows, totals, about, response.getOutputStream());
        } else {
            response.setContentType(TableFiles.CSV_TYPE);
            TableFiles.csv(columns, rows, totals, response.getOutputStream());
        }
    }
}
