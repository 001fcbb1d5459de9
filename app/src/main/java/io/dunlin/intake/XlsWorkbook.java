package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A workbook of Excel 97 to 2003, its records read as a stream. */
final class XlsWorkbook implements Workbook {
    private static final String CONTENT = "Workbook";

    private final SpooledFile file;
    private final POIFSFileSystem storage;
    /** In the order of their content. */
    private final List<BoundSheetRecord> sheets = new ArrayList<>();

    XlsWorkbook(SpooledFile file) {
        this.file = file;
        try {
            storage = new POIFSFileSystem(file.path().toFile(), true);
        } catch (IOException | RuntimeException failure) {
            throw Workbook.broken(failure);
        }
        try {
            refuseOthers();
            findSheets();
        } catch (RuntimeException failure) {
            closeStorage();
            throw failure;
        }
    }

    private void refuseOthers() {
        var root = storage.getRoot();
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw new Rejected("intake.file.encrypted");
        }
        if (!root.hasEntryCaseInsensitive(CONTENT)) {
            throw new Rejected(
                    root.hasEntryCaseInsensitive("Book") ? "intake.file.oldWorkbook" : "intake.file.noWorkbook");
        }
    }

    private void findSheets() {
        try {
            var records = records();
            for (var record = records.nextRecord();
                    record != null && !(record instanceof EOFRecord);
                    record = records.nextRecord()) {
                if (record instanceof BoundSheetRecord sheet) {
                    sheets.add(sheet);
                }
            }
            sheets.sort(java.util.Comparator.comparingInt(BoundSheetRecord::getPositionOfBof));
        } catch (RuntimeException failure) {
            throw refusal(failure);
        }
    }

    static Rejected refusal(RuntimeException failure) {
        return failure instanceof EncryptedDocumentException
                ? new Rejected("intake.file.encrypted")
                : Workbook.broken(failure);
    }

    private RecordFactoryInputStream records() {
        try {
            return new RecordFactoryInputStream(storage.createDocumentInputStream(CONTENT), false);
        } catch (IOException failure) {
            throw Workbook.broken(failure);
        }
    }

    @Override
    public FileFormat format() {
        return FileFormat.XLS;
    }

    @Override
    public List<String> sheets() {
        return sheets.stream()
                .filter(sheet -> !sheet.isHidden() && !sheet.isVeryHidden())
                .map(BoundSheetRecord::getSheetname)
                .toList();
    }

    @Override
    public Rows rows(String sheet) {
        var position =
                sheets.stream().map(BoundSheetRecord::getSheetname).toList().indexOf(sheet);
        try {
            return new XlsRows(records(), position);
        } catch (RuntimeException failure) {
            throw refusal(failure);
        }
    }

    private void closeStorage() {
        try {
            storage.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try (file) {
            closeStorage();
        }
    }
}
