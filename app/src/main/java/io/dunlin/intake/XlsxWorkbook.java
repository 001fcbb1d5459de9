package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A workbook of the Office Open XML kind, its sheets read as streams. */
final class XlsxWorkbook implements Workbook {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private final SpooledFile file;
    private final ReadableWorkbook book;

    XlsxWorkbook(SpooledFile file) {
        this.file = file;
        try {
            book = new ReadableWorkbook(file.path().toFile(), WITH_FORMATS);
        } catch (IOException | RuntimeException failure) {
            throw Workbook.broken(failure);
        }
    }

    @Override
    public FileFormat format() {
        return FileFormat.XLSX;
    }

    @Override
    public List<String> sheets() {
        return book.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .map(Sheet::getName)
                .toList();
    }

    @Override
    public Rows rows(String sheet) {
        try {
            var found = book.findSheet(sheet).orElseThrow(() -> new Rejected("intake.file.brokenWorkbook"));
            return new XlsxRows(found.openStream(), book.isDate1904());
        } catch (IOException | ExcelReaderException failure) {
            throw Workbook.broken(failure);
        }
    }

    @Override
    public void close() {
        try (file) {
            book.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
