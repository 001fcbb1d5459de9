package io.dunlin.intake;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Opens the rows of a file that has been looked through. */
final class FileRows {
    private FileRows() {}

    /** All rows, those above and below its table included. Closing them closes the content too. */
    static Rows open(InputStream content, Upload upload, FileProfile profile) {
        var layout = profile.layout();
        return switch (layout.format()) {
            case TEXT ->
                new CsvRows(content, upload.charset(), profile.delimiter().charAt(0));
            case XLSX, XLS -> ofSheet(Workbook.open(content), layout.sheet());
        };
    }

    private static Rows ofSheet(Workbook book, String sheet) {
        Rows rows;
        try {
            rows = book.rows(sheet);
        } catch (RuntimeException failure) {
            book.close();
            throw failure;
        }
        return new Rows() {
            @Override
            public @Nullable RawRow next() {
                return rows.next();
            }

            @Override
            public void close() {
                try (book) {
                    rows.close();
                }
            }
        };
    }
}
