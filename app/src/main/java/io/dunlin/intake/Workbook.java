package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import java.io.InputStream;
import java.util.List;

/** A file of sheets. It is read from a temporary file, which goes when it is closed. To add a kind, add one class that is one. */
sealed interface Workbook extends AutoCloseable permits XlsxWorkbook, XlsWorkbook {
    FileFormat format();

    /** Names of the sheets that can be seen, in their order. */
    List<String> sheets();

    /** The rows of one sheet, numbered as spreadsheets number them. */
    Rows rows(String sheet);

    @Override
    void close();

    /** Opens it for the first time: refuses what is no workbook, or harmful, with a sentence. */
    static Workbook examine(InputStream content) {
        return open(SpooledFile.of(content), true);
    }

    /** Opens one that {@link #examine} has let pass. */
    static Workbook open(InputStream content) {
        return open(SpooledFile.of(content), false);
    }

    private static Workbook open(SpooledFile file, boolean first) {
        try {
            if (!file.begins(0xd0, 0xcf, 0x11, 0xe0)) {
                if (first) {
                    XlsxCheck.refuseHarmful(file.path());
                }
                return new XlsxWorkbook(file);
            }
            return new XlsWorkbook(file);
        } catch (RuntimeException | Error failure) {
            file.close();
            throw failure;
        }
    }

    /** The sentence for a workbook that its reader cannot make sense of. */
    static Rejected broken(Throwable cause) {
        if (cause instanceof Rejected known) {
            return known;
        }
        var rejected = new Rejected("intake.file.brokenWorkbook");
        rejected.initCause(cause);
        return rejected;
    }
}
