package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.Rejected;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkbookTest {
    @ParameterizedTest
    @EnumSource(names = {"XLSX", "XLS"})
    void a_sheet_is_read_as_text_with_the_numbers_of_its_rows(FileFormat format) {
        var profile = profile(SampleSheet.of(format)
                .row("Client", "Number", "Date", "Due date", "Amount", "Zip")
                .row(
                        "A1",
                        7,
                        SampleSheet.day("2026-01-31"),
                        SampleSheet.day("2026-03-02"),
                        1234.567,
                        SampleSheet.code(75))
                .row()
                .row("A2", 8.0, SampleSheet.day("2026-02-01"), "", -0.1, SampleSheet.code(75001))
                .bytes());

        assertThat(profile.layout().format()).isEqualTo(format);
        assertThat(profile.layout().sheet()).isEqualTo("List");
        assertThat(profile.rows()).isEqualTo(2);
        assertThat(profile.samples()).extracting(FileProfile.Sample::number).containsExactly(2L, 4L);
        assertThat(profile.samples().getFirst().cells())
                .containsExactly("A1", "7", "2026-01-31", "2026-03-02", "1234.5670", "00075");
        assertThat(profile.samples().getLast().cells()).containsExactly("A2", "8", "2026-02-01", "", "-0.1", "75001");
        assertThat(profile.columns().get(4).amounts()).containsExactly(AmountFormat.POINT);
    }

    @ParameterizedTest
    @EnumSource(names = {"XLSX", "XLS"})
    void titles_above_totals_below_and_columns_before_are_no_part_of_the_table(FileFormat format) {
        var profile = profile(SampleSheet.of(format)
                .row("", "Open items of Estuaire Foods")
                .row("", "Printed", SampleSheet.day("2026-11-23"))
                .row()
                .row("", "Client", "Number", "Date", "Amount")
                .row("", "A", "F1", SampleSheet.day("2026-01-31"), 100)
                .row("", "B", "F2", SampleSheet.day("2026-01-31"), 50.5)
                .row("", "", "", "", 150.5)
                .row("", "Total", "", "", 150.5)
                .bytes());

        assertThat(profile.layout().header()).isEqualTo(4);
        assertThat(profile.layout().firstColumn()).isEqualTo(1);
        assertThat(profile.layout().totals())
                .extracting(FileProfile.Sample::number)
                .containsExactly(7L, 8L);
        assertThat(profile.rows()).isEqualTo(2);
        assertThat(profile.columns())
                .extracting(ColumnProfile::header)
                .containsExactly("Client", "Number", "Date", "Amount");
        assertThat(profile.columns().getLast().pointSum()).isEqualByComparingTo("150.5");
    }

    @ParameterizedTest
    @EnumSource(names = {"XLSX", "XLS"})
    void the_sheet_with_the_names_that_are_known_is_read(FileFormat format) {
        var profile = profile(SampleSheet.of(format)
                .row("Read me first")
                .row("This book was made on Monday")
                .sheet("Receivables")
                .row("Client", "Item number", "Amount")
                .row("A", "F1", 100)
                .bytes());

        assertThat(profile.layout().sheet()).isEqualTo("Receivables");
        assertThat(profile.rows()).isEqualTo(1);
    }

    @Test
    void what_is_no_workbook_is_told_apart() throws IOException {
        assertRefused(zip("word/document.xml", "<a/>"), "intake.file.noWorkbook");
        assertRefused(zip("xl/workbook.bin", "x"), "intake.file.otherWorkbook");
        assertRefused(zip("xl/workbook.xml", "<workbook/>"), "intake.file.brokenWorkbook");
        assertRefused(
                zip("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), "intake.file.brokenWorkbook");
        assertRefused("PK\3\4 and nothing more".getBytes(StandardCharsets.ISO_8859_1), "intake.file.brokenWorkbook");
        assertRefused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2}, "intake.file.brokenWorkbook");
        assertRefused(storage("EncryptedPackage"), "intake.file.encrypted");
        assertRefused(storage("WordDocument"), "intake.file.noWorkbook");
        assertRefused(storage("Book"), "intake.file.oldWorkbook");
        assertRefused("<html><table>".getBytes(StandardCharsets.UTF_8), "intake.file.markup");
    }

    @Test
    void a_bomb_is_not_opened() throws IOException {
        assertRefused(bomb("xl/worksheets/sheet1.xml", "<row r=\"1\"><c/></row>"), "intake.file.bomb");
        assertRefused(bomb("xl/worksheets/sheet1.xml", "endless"), "intake.file.brokenWorkbook");
        assertRefused(bomb("xl/worksheets/sheet1.xml", "<c t=\"s\"/>"), "intake.file.brokenWorkbook");
        assertRefused(zip("xl/worksheets/sheet1.xml", "<row><c r=\"ZZZZZZ1\"/></row>"), "intake.file.brokenWorkbook");
    }

    @Test
    void nothing_stays_behind_on_the_disk() throws IOException {
        var before = temporaryFiles();
        assertRefused(zip("xl/workbook.xml", "<workbook/>"), "intake.file.brokenWorkbook");
        assertRefused(storage("Book"), "intake.file.oldWorkbook");
        profile(SampleSheet.of(FileFormat.XLSX)
                .row("Client", "Amount")
                .row("A", 1)
                .bytes());
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static List<String> temporaryFiles() {
        var names = new java.io.File(System.getProperty("java.io.tmpdir"))
                .list((folder, name) -> name.startsWith("dunlin-workbook"));
        return names == null ? List.of() : List.of(names);
    }

    private static FileProfile profile(byte[] file) {
        return Profiler.profile(new ByteArrayInputStream(file), SampleSheet.charset(file));
    }

    private static void assertRefused(byte[] file, String key) {
        assertThatThrownBy(() -> profile(file)).isInstanceOf(Rejected.class).hasMessage(key);
    }

    private static byte[] zip(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            if (!name.startsWith("xl/workbook") && name.startsWith("xl/")) {
                zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
                zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bomb(String name, String content) throws IOException {
        return zip(name, content.repeat((20 << 20) / content.length()));
    }

    private static byte[] storage(String entry) throws IOException {
        try (var storage = new POIFSFileSystem();
                var bytes = new ByteArrayOutputStream()) {
            storage.createDocument(new ByteArrayInputStream(new byte[5000]), entry);
            storage.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }
}
