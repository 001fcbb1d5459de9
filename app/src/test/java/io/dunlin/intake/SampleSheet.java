package io.dunlin.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;

/** Writes the same rows as a workbook of either kind. */
final class SampleSheet {
    private final FileFormat format;
    private final Map<String, List<Object[]>> sheets = new LinkedHashMap<>();
    private String sheet = "List";

    /** A number that is shown with five digits. */
    record Code(int number) {}

    private SampleSheet(FileFormat format) {
        this.format = format;
    }

    static SampleSheet of(FileFormat format) {
        return new SampleSheet(format);
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static Code code(int number) {
        return new Code(number);
    }

    /** As the upload would find it. */
    static String charset(byte[] file) {
        var probe = new TextProbe();
        probe.see(file, file.length);
        var found = probe.charset();
        return found == null ? "" : found.name();
    }

    /** The same workbook with its parts changed, and one part more where there is a name for it. */
    static byte[] rezipped(byte[] file, UnaryOperator<byte[]> change, String name, String content) {
        var bytes = new ByteArrayOutputStream();
        try (var from = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get();
                var to = new ZipOutputStream(bytes)) {
            for (var entry : Collections.list(from.getEntries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(change.apply(from.getInputStream(entry).readAllBytes()));
            }
            if (!name.isEmpty()) {
                to.putNextEntry(new ZipEntry(name));
                to.write(content.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    SampleSheet sheet(String name) {
        sheet = name;
        return this;
    }

    /** Empty texts make no cell. */
    SampleSheet row(Object... cells) {
        sheets.computeIfAbsent(sheet, name -> new ArrayList<>()).add(cells);
        return this;
    }

    byte[] bytes() {
        try (var bytes = new ByteArrayOutputStream()) {
            if (format == FileFormat.XLSX) {
                xlsx(bytes);
            } else {
                xls(bytes);
            }
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void xlsx(ByteArrayOutputStream bytes) throws IOException {
        try (var book = new Workbook(bytes, "Test", "1.0")) {
            for (var one : sheets.entrySet()) {
                var target = book.newWorksheet(one.getKey());
                for (var row = 0; row < one.getValue().size(); row++) {
                    var cells = one.getValue().get(row);
                    for (var at = 0; at < cells.length; at++) {
                        switch (cells[at]) {
                            case String text when text.isEmpty() -> {}
                            case LocalDate day -> {
                                target.value(row, at, day);
                                target.style(row, at).format("dd/mm/yyyy").set();
                            }
                            case Code code -> {
                                target.value(row, at, code.number());
                                target.style(row, at).format("00000").set();
                            }
                            case Number number -> target.value(row, at, number);
                            case Object other -> target.value(row, at, other.toString());
                        }
                    }
                }
            }
        }
    }

    private void xls(ByteArrayOutputStream bytes) throws IOException {
        try (var book = new HSSFWorkbook()) {
            var days = book.createCellStyle();
            days.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            var codes = book.createCellStyle();
            codes.setDataFormat(book.createDataFormat().getFormat("00000"));
            for (var one : sheets.entrySet()) {
                var target = book.createSheet(one.getKey());
                for (var row = 0; row < one.getValue().size(); row++) {
                    var cells = one.getValue().get(row);
                    var line = target.createRow(row);
                    for (var at = 0; at < cells.length; at++) {
                        var cell = line.createCell(at);
                        switch (cells[at]) {
                            case String text when text.isEmpty() -> line.removeCell(cell);
                            case LocalDate day -> {
                                cell.setCellValue(day);
                                cell.setCellStyle(days);
                            }
                            case Code code -> {
                                cell.setCellValue(code.number());
                                cell.setCellStyle(codes);
                            }
                            case Number number -> cell.setCellValue(number.doubleValue());
                            case Object other -> cell.setCellValue(other.toString());
                        }
                    }
                }
            }
            book.write(bytes);
        }
    }
}
