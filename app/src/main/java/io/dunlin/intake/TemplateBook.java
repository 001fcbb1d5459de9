package io.dunlin.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a file to fill in as a workbook. */
final class TemplateBook {
    private static final String REQUIRED = "DCE6F5";
    private static final String OPTIONAL = "EEEEEE";
    /** Rows whose cells are text from the start: else spreadsheets take the zeros off the front of codes. */
    private static final int PREPARED = 300;

    private static final int LONGEST_NAME = 31;

    private final Workbook book;

    TemplateBook(OutputStream output) {
        book = new Workbook(output, "Dunlin", "1.0");
    }

    void list(String name, List<Field> fields, List<String> headers, List<List<Object>> rows) {
        var sheet = sheet(name);
        for (var at = 0; at < headers.size(); at++) {
            head(sheet, at, headers.get(at), fields.get(at).required());
            sheet.width(at, Math.max(12, headers.get(at).length() + 3));
            if (isText(fields.get(at))) {
                sheet.range(1, at, PREPARED, at).style().format("@").set();
            }
        }
        for (var row = 0; row < rows.size(); row++) {
            for (var at = 0; at < headers.size(); at++) {
                write(sheet, row + 1, at, rows.get(row).get(at));
            }
        }
    }

    void explanations(String name, List<String> headers, List<List<String>> rows) {
        var sheet = sheet(name);
        var widths = List.of(28, 12, 64, 64);
        for (var at = 0; at < headers.size(); at++) {
            head(sheet, at, headers.get(at), true);
            sheet.width(at, widths.get(at));
        }
        for (var row = 0; row < rows.size(); row++) {
            for (var at = 0; at < headers.size(); at++) {
                sheet.value(row + 1, at, rows.get(row).get(at));
                sheet.style(row + 1, at).wrapText(true).verticalAlignment("top").set();
            }
        }
    }

    void finish() throws IOException {
        book.close();
    }

    private Worksheet sheet(String name) {
        var sheet = book.newWorksheet(name.substring(0, Math.min(LONGEST_NAME, name.length())));
        sheet.freezePane(0, 1);
        return sheet;
    }

    private static void head(Worksheet sheet, int at, String text, boolean required) {
        sheet.value(0, at, text);
        sheet.style(0, at).bold().fillColor(required ? REQUIRED : OPTIONAL).set();
    }

    private static void write(Worksheet sheet, int row, int at, Object value) {
        switch (value) {
            case LocalDate date -> {
                sheet.value(row, at, date);
                sheet.style(row, at).format("yyyy-mm-dd").set();
            }
            case BigDecimal amount -> {
                sheet.value(row, at, amount);
                sheet.style(row, at).format("#,##0.00").set();
            }
            default -> {
                if (!value.toString().isEmpty()) {
                    sheet.value(row, at, value.toString());
                }
            }
        }
    }

    private static boolean isText(Field field) {
        return field.kind() != Field.Kind.DATE && field.kind() != Field.Kind.AMOUNT;
    }
}
