package io.dunlin.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Tables as files, written row by row. Text that a spreadsheet would take for a formula is neutralised; numbers stay numbers. */
public final class TableFiles {
    public static final String CSV_TYPE = "text/csv;charset=UTF-8";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_A_FLUSH = 1000;

    private TableFiles() {}

    /** Rows that their source gives one after the other. */
    @FunctionalInterface
    public interface Rows {
        void each(Consumer<List<Cell>> reader);
    }

    public static void csv(List<Column> columns, Stream<List<Cell>> rows, OutputStream output) {
        csv(columns, (Rows) rows::forEach, output);
    }

    public static void xlsx(String title, List<Column> columns, Stream<List<Cell>> rows, OutputStream output) {
        xlsx(title, columns, (Rows) rows::forEach, output);
    }

    public static void csv(List<Column> columns, Rows rows, OutputStream output) {
        csv(columns, rows, List.of(), output);
    }

    public static void xlsx(String title, List<Column> columns, Rows rows, OutputStream output) {
        xlsx(title, columns, rows, List.of(), null, output);
    }

    /** UTF-8 with byte-order mark, comma, a header row, totals last; dates as yyyy-MM-dd, numbers with a point. The stream stays open. */
    public static void csv(List<Column> columns, Rows rows, List<List<Cell>> totals, OutputStream output) {
        try {
            var writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
            writer.write('\ufeff');
            var csv = CsvWriter.builder().build(writer);
            csv.writeRecord(columns.stream().map(TableFiles::head).toList());
            Consumer<List<Cell>> write = row ->
                    csv.writeRecord(row.stream().map(cell -> text(cell.value())).toList());
            rows.each(write);
            totals.forEach(write);
            csv.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * A sheet with a frozen header row, typed cells and bold totals last, and a second one that says what it is. The stream stays open.
     *
     * @param about null: without the second sheet
     */
    public static void xlsx(
            String title,
            List<Column> columns,
            Rows rows,
            List<List<Cell>> totals,
            @Nullable About about,
            OutputStream output) {
        try (var book = new Workbook(output, "Dunlin", "1.0")) {
            var sheet = book.newWorksheet(sheetName(title));
            sheet.freezePane(0, 1);
            for (var place = 0; place < columns.size(); place++) {
                sheet.value(0, place, head(columns.get(place)));
                sheet.style(0, place).bold().set();
                sheet.width(place, columns.get(place).kind() == Column.Kind.TEXT ? 28 : 16);
            }
            var number = new int[] {1};
            rows.each(row -> {
                write(sheet, number[0]++, columns, row);
                flush(sheet, number[0]);
            });
            for (var total : totals) {
                write(sheet, number[0], columns, total);
                for (var place = 0; place < total.size(); place++) {
                    sheet.style(number[0], place).bold().set();
                }
                number[0]++;
            }
            // Sheets are streamed: the next one begins where this one has ended.
            sheet.finish();
            if (about != null) {
                write(about, book.newWorksheet(sheetName(about.sheet())));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(About about, Worksheet sheet) {
        sheet.width(0, 24);
        sheet.width(1, 80);
        var number = 0;
        for (var line : about.lines()) {
            sheet.value(number, 0, line.label());
            sheet.style(number, 0).bold().set();
            sheet.value(number, 1, line.value());
            sheet.style(number, 1).wrapText(true).set();
            number++;
        }
    }

    private static void write(Worksheet sheet, int number, List<Column> columns, List<Cell> row) {
        for (var place = 0; place < row.size(); place++) {
            switch (row.get(place).value()) {
                case null -> {}
                case LocalDate date -> {
                    sheet.value(number, place, date);
                    sheet.style(number, place).format("yyyy-mm-dd").set();
                }
                case BigDecimal amount -> {
                    sheet.value(number, place, amount);
                    if (columns.get(place).kind() == Column.Kind.AMOUNT) {
                        sheet.style(number, place).format("#,##0.00").set();
                    }
                }
                case Number count -> sheet.value(number, place, count);
                case Object other -> sheet.value(number, place, other.toString());
            }
        }
    }

    private static void flush(Worksheet sheet, int number) {
        if (number % ROWS_A_FLUSH == 0) {
            try {
                sheet.flush();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case LocalDate date -> date.toString();
            case Instant instant -> instant.toString();
            case Number number -> number.toString();
            default -> harmless(value.toString());
        };
    }

    /** Spreadsheets run text that begins like this as a formula (OWASP, CSV injection). */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String head(Column column) {
        return harmless(column.unit() == null ? column.label() : column.label() + " (" + column.unit() + ")");
    }

    private static String sheetName(String title) {
        var name = title.replaceAll("[\\\\/?*\\[\\]:]", " ").strip();
        return name.isEmpty() ? "Dunlin" : name.substring(0, Math.min(31, name.length()));
    }
}
