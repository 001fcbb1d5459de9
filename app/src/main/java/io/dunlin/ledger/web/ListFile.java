package io.dunlin.ledger.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A list as a file, written row by row. Texts that a spreadsheet would take for a formula are made harmless. */
sealed interface ListFile extends Closeable {
    /** Values are String, BigDecimal, Number, LocalDate or null. */
    void row(List<? extends @Nullable Object> values) throws IOException;

    static ListFile of(String format, OutputStream output) throws IOException {
        return format.equals("xlsx") ? new Xlsx(output) : new Csv(output);
    }

    static String mediaType(String format) {
        return format.equals("xlsx")
                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : "text/csv;charset=UTF-8";
    }

    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Comma-separated, UTF-8 with the mark that spreadsheets ask for. */
    final class Csv implements ListFile {
        private final Writer writer;
        private final CsvWriter csv;

        private Csv(OutputStream output) throws IOException {
            writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
            writer.write('\uFEFF');
            csv = CsvWriter.builder().build(writer);
        }

        @Override
        public void row(List<? extends @Nullable Object> values) {
            csv.writeRecord(values.stream().map(Csv::text).toList());
        }

        private static String text(@Nullable Object value) {
            return switch (value) {
                case null -> "";
                case BigDecimal number -> number.toPlainString();
                case String text -> harmless(text);
                default -> value.toString();
            };
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    final class Xlsx implements ListFile {
        private static final int FLUSHED_EVERY = 500;

        private final Workbook workbook;
        private final Worksheet sheet;
        private int rows;

        private Xlsx(OutputStream output) {
            workbook = new Workbook(output, "Dunlin", "1.0");
            sheet = workbook.newWorksheet("Dunlin");
        }

        @Override
        public void row(List<? extends @Nullable Object> values) throws IOException {
            for (int column = 0; column < values.size(); column++) {
                switch (values.get(column)) {
                    case null -> {}
                    case BigDecimal number -> {
                        sheet.value(rows, column, number);
                        sheet.style(rows, column).format("#,##0.00").set();
                    }
                    case LocalDate day -> {
                        sheet.value(rows, column, day);
                        sheet.style(rows, column).format("yyyy-mm-dd").set();
                    }
                    case Number number -> sheet.value(rows, column, number);
                    case Object text -> sheet.value(rows, column, harmless(text.toString()));
                }
            }
            rows++;
            if (rows % FLUSHED_EVERY == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }
}
