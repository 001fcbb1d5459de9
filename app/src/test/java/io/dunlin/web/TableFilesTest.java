package io.dunlin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class TableFilesTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("name", "Name", null, Column.Kind.TEXT, true),
            new Column("amount", "Amount", "EUR", Column.Kind.AMOUNT, true),
            new Column("count", "Count", null, Column.Kind.COUNT, true),
            new Column("on", "Due", null, Column.Kind.DATE, true));

    @Test
    void csv_begins_with_the_byte_order_mark_and_a_head_with_units() {
        assertThat(csv()).isEqualTo("\ufeffName,Amount (EUR),Count,Due\r\n");
    }

    @Test
    void text_that_a_spreadsheet_would_run_is_neutralised_in_csv() {
        for (var evil : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1")) {
            assertThat(csv(row(evil, "1", 1, null)))
                    .as(evil)
                    .containsPattern("\n\"?'" + java.util.regex.Pattern.quote(evil));
        }
        assertThat(csv(row("a=b, \"c\"", "1", 1, null))).contains("\"a=b, \"\"c\"\"\",1,1,\r\n");
    }

    @Test
    void negative_numbers_stay_numbers_in_csv() {
        assertThat(csv(row("A", "-1234.50", -3, LocalDate.of(2026, 3, 9)))).endsWith("A,-1234.50,-3,2026-03-09\r\n");
    }

    @Test
    void csv_leaves_the_stream_open() throws IOException {
        var output = new ByteArrayOutputStream() {
            private boolean closed;

            @Override
            public void close() {
                closed = true;
            }
        };
        TableFiles.csv(COLUMNS, Stream.of(), output);
        assertThat(output.closed).isFalse();
    }

    @Test
    void cells_of_a_workbook_have_their_types() throws IOException {
        var rows = read(xlsx("Ageing: 9/3 [all]", row("=1+1", "-1234.50", -3, LocalDate.of(2026, 3, 9))));
        assertThat(rows.getFirst().getCellText(1)).isEqualTo("Amount (EUR)");
        var row = rows.get(1);
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(0).asString()).isEqualTo("=1+1");
        assertThat(row.getCell(1).getType()).isEqualTo(CellType.NUMBER);
        assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("-1234.50");
        assertThat(row.getCell(2).asNumber()).isEqualByComparingTo("-3");
        assertThat(row.getCell(3).asDate().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    @Test
    void totals_come_last_and_stay_numbers() throws IOException {
        var total = row("1 row", "-1234.50", -3, null);
        TableFiles.Rows rows = reader -> reader.accept(row("A", "-1234.50", -3, LocalDate.of(2026, 3, 9)));
        var csv = new ByteArrayOutputStream();
        TableFiles.csv(COLUMNS, rows, List.of(total), csv);
        assertThat(csv.toString(StandardCharsets.UTF_8)).endsWith("A,-1234.50,-3,2026-03-09\r\n1 row,-1234.50,-3,\r\n");
        var xlsx = new ByteArrayOutputStream();
        TableFiles.xlsx("All", COLUMNS, rows, List.of(total), null, xlsx);
        var withFormats = new ReadingOptions(true, false);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx.toByteArray()), withFormats)) {
            var last = book.getFirstSheet().read().getLast();
            assertThat(last.getRowNum()).isEqualTo(3);
            assertThat(last.getCellText(0)).isEqualTo("1 row");
            assertThat(last.getCell(1).asNumber()).isEqualByComparingTo("-1234.50");
            assertThat(last.getCell(1).getDataFormatString()).isEqualTo("#,##0.00");
        }
    }

    @Test
    void what_xml_cannot_hold_does_not_break_a_workbook() throws IOException {
        var rows = read(xlsx("<&>", row("a\u0001 <b> & \"c\" é 𝒜", "1", 1, null)));
        assertThat(rows.get(1).getCellText(0)).contains("<b> & \"c\" é 𝒜");
    }

    @Test
    void fifty_thousand_rows_go_out_while_they_are_read() throws IOException {
        var written = new ByteArrayOutputStream();
        var outWhenTheLastRowIsRead = new int[1];
        TableFiles.Rows rows = reader -> IntStream.rangeClosed(1, 50_000).forEach(number -> {
            reader.accept(row("Customer " + number, number + ".25", number, LocalDate.of(2026, 3, 9)));
            outWhenTheLastRowIsRead[0] = written.size();
        });
        TableFiles.xlsx("All", COLUMNS, rows, written);

        assertThat(outWhenTheLastRowIsRead[0]).isGreaterThan(100_000);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(written.toByteArray()));
                var read = book.getFirstSheet().openStream()) {
            var total = read.skip(1).map(row -> row.getCell(2).asNumber()).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(total).isEqualByComparingTo("1250025000");
        }
    }

    private static List<Cell> row(
            String name, String amount, int count, @org.jspecify.annotations.Nullable LocalDate on) {
        return List.of(Cell.of(name), Cell.of(new BigDecimal(amount)), Cell.of(count), Cell.of(on));
    }

    @SafeVarargs
    private static String csv(List<Cell>... rows) {
        var output = new ByteArrayOutputStream();
        TableFiles.csv(COLUMNS, Stream.of(rows), output);
        return output.toString(StandardCharsets.UTF_8);
    }

    @SafeVarargs
    private static byte[] xlsx(String title, List<Cell>... rows) {
        var output = new ByteArrayOutputStream();
        TableFiles.xlsx(title, COLUMNS, Stream.of(rows), output);
        return output.toByteArray();
    }

    private static List<Row> read(byte[] file) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getFirstSheet().read();
        }
    }
}
