package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.testing.OwnerSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each is answered with a sentence and changes nothing, or loads what is good and reports the rest. */
class HostileFilesTest {
    private static final String HEAD = "client_code;item_number;invoice_date;amount;currency\n";
    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = new Sandbox();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void what_is_no_list_is_refused_with_a_sentence_and_leaves_nothing_behind() {
        assertRefused("%PDF-1.7\n1 0 obj", "intake.file.pdf");
        assertRefused("", "intake.file.empty");
        assertRefused("\n \n\n", "intake.file.empty");
        assertRefused(HEAD, "intake.file.noRows");
        assertRefused("1;2;3\n4;5;6\n", "intake.file.noHeader");
        assertRefused("1001;F-1;2026-01-02;10\n1002;F-2;2026-01-02;10\n", "intake.file.noHeader");
        assertRefused("a\0b;c\n", "intake.file.binary");
        assertRefused("<?xml version=\"1.0\"?><Workbook/>", "intake.file.markup");
        assertRefused("client;" + "x;".repeat(400) + "\n1;2\n", "intake.file.tooManyColumns");
        assertRefused("x".repeat(3 << 20), "intake.file.quote");
        assertRefused("x;".repeat(1 << 20), "intake.file.tooManyColumns");
        assertRefused("client;amount\n1;\"" + "x\n".repeat(2 << 20), "intake.file.quote");
        try (var owner = new OwnerSession(sandbox.ledger.database().url())) {
            assertThat(owner.ask("select count(*) from intake.upload")).isEqualTo("0");
            assertThat(owner.ask("select count(*) from intake.upload_piece")).isEqualTo("0");
        }
    }

    @Test
    void bad_rows_are_reported_and_the_good_ones_loaded() {
        var done = bring(HEAD
                + "1;A;2026-01-02;1.5E+03;EUR\n"
                + "1;B;1900-01-01;10;EUR\n"
                + "1;C;2999-12-31;10;EUR\n"
                + "1;D;2026-01-02;10;ZZZ\n"
                + "1;A;2026-01-02;10;EUR\n"
                + "1;E;2026-01-02;ten;EUR\n"
                + "1;F;2026-01-02;10;EUR;;" + ";x".repeat(400) + "\n"
                + "1;G" + "g".repeat(70_000) + ";2026-01-02;10;EUR\n"
                + "1;H;2026-01-02;99999999999999999;EUR\n"
                + "1;I;2026-01-02;1e999;EUR\n"
                + "1;J;2026-01-02;10;EUR\n");

        assertThat(done.counts().added()).isEqualTo(2);
        assertThat(reasons(done))
                .containsExactly(
                        "3 intake.row.dateRange",
                        "4 intake.row.dateRange",
                        "5 intake.row.badCurrency",
                        "6 ledger.load.duplicate",
                        "7 intake.row.badAmount",
                        "8 intake.row.tooManyColumns",
                        "9 intake.row.tooLong",
                        "10 intake.row.badAmount",
                        "11 intake.row.badAmount");
    }

    @Test
    void a_currency_that_is_not_known_is_never_taken_for_that_of_the_company() {
        var done = bring(HEAD + "1;A;2026-01-02;10;Taler\n1;B;2026-01-02;10;Gulden\n");

        assertThat(done.counts().added()).isZero();
        assertThat(reasons(done)).containsExactly("2 intake.row.badCurrency", "3 intake.row.badCurrency");
    }

    @Test
    void columns_of_the_same_name_are_told_apart() {
        var done = bring("client_code;item_number;invoice_date;amount;amount\n1;A;2026-01-02;10;99\n");

        assertThat(done.counts().added()).isEqualTo(1);
        assertThat(ask("select sum(original_amount) from ledger.item")).isEqualTo("10.0000");
    }

    @Test
    void mixed_character_sets_spoil_only_the_letters_that_are_wrong() {
        var utf8 = (HEAD.replace("currency", "customer_name")
                        + "1;A;2026-01-02;10;Brûlerie élégante à Orléans, près du théâtre de l’été\n")
                .getBytes(StandardCharsets.UTF_8);
        var western = "2;B;2026-01-02;10;Café\n".getBytes(Charset.forName("windows-1252"));
        var done = sandbox.bring(sandbox.ledger.company(), "mixed.csv", join(utf8, western));

        assertThat(done.counts().added()).isEqualTo(2);
        assertThat(ask("select string_agg(name, '|' order by code) from ledger.customer"))
                .isEqualTo("Brûlerie élégante à Orléans, près du théâtre de l’été|Caf\ufffd");
    }

    @Test
    void zeros_and_cut_signs_in_wide_text_are_left_out() {
        var text = "\ufeff" + HEAD + "1;A\0B\ud83dX;2026-01-02;10;EUR\n2;C;2026-01-02;10;EUR\n";
        var bytes = new byte[text.length() * 2];
        for (var at = 0; at < text.length(); at++) {
            bytes[2 * at] = (byte) text.charAt(at);
            bytes[2 * at + 1] = (byte) (text.charAt(at) >> 8);
        }
        var done = sandbox.bring(sandbox.ledger.company(), "wide.csv", bytes);

        assertThat(done.counts().added()).isEqualTo(2);
        assertThat(ask("select min(number) from ledger.item")).startsWith("AB");
    }

    @Test
    void formulas_stay_text_and_no_spreadsheet_runs_them_from_the_file_of_rejected_rows() {
        var formula = "=cmd|' /C calc'!A0";
        var done = bring(HEAD + "1;" + formula + ";2026-01-02;10;EUR\n@SUM(A1);" + formula + ";2026-02-30;-10;EUR\n");
        assertThat(ask("select number from ledger.item")).isEqualTo(formula);

        var output = new ByteArrayOutputStream();
        CurrentTenant.run(
                sandbox.ledger.tenant(),
                () -> new RejectedFile(sandbox.imports, sandbox.rejected).write(done.id(), output, RowProblem::reason));
        var file = output.toString(StandardCharsets.UTF_8);
        assertThat(file).contains("'@SUM(A1);'" + formula + ";2026-02-30;-10;EUR");

        // Corrected and uploaded again it means what it meant.
        sandbox.bring(
                sandbox.ledger.company(),
                "again.csv",
                file.replace("02-30", "02-28").getBytes(StandardCharsets.UTF_8));
        assertThat(ask("select string_agg(distinct number, '|') from ledger.item"))
                .isEqualTo(formula);
        assertThat(ask("select count(*) from ledger.customer where code = '@SUM(A1)'"))
                .isEqualTo("1");
    }

    @Test
    void of_formulas_in_cells_the_value_counts_and_macros_are_never_opened() throws IOException {
        try (var book = new HSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("List");
            var header = sheet.createRow(0);
            List.of("client_code", "item_number", "invoice_date", "amount")
                    .forEach(name ->
                            header.createCell(header.getPhysicalNumberOfCells()).setCellValue(name));
            var row = sheet.createRow(1);
            row.createCell(0).setCellFormula("CONCATENATE(\"00\",\"12\")");
            row.getCell(0).setCellValue("0012");
            row.createCell(1).setCellValue("=HYPERLINK(\"x\")");
            row.createCell(2).setCellValue("2026-01-02");
            row.createCell(3).setCellFormula("6*7");
            row.getCell(3).setCellValue(42);
            book.write(bytes);
            assertThat(sandbox.bring(sandbox.ledger.company(), "a.xls", bytes.toByteArray())
                            .counts()
                            .added())
                    .isEqualTo(1);
        }
        assertThat(
                        ask(
                                "select concat_ws('|', c.code, i.number, i.original_amount) from ledger.item i join ledger.customer c on c.id = i.customer_id"))
                .isEqualTo("0012|=HYPERLINK(\"x\")|42.0000");

        var plain = SampleSheet.of(FileFormat.XLSX)
                .row("client_code", "item_number", "invoice_date", "amount")
                .row("1", "M", "2026-01-02", 10)
                .bytes();
        var done = sandbox.bring(
                sandbox.ledger.company(),
                "macros.xlsm",
                SampleSheet.rezipped(plain, part -> part, "xl/vbaProject.bin", "not opened"));
        assertThat(done.counts().added()).isEqualTo(1);
    }

    @Test
    void workbooks_with_a_password_are_asked_for_without() throws IOException {
        try (var book = new HSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            book.createSheet("List").createRow(0).createCell(0).setCellValue("client_code");
            Biff8EncryptionKey.setCurrentUserPassword("secret");
            book.write(bytes);
            Biff8EncryptionKey.setCurrentUserPassword(null);
            assertThatThrownBy(() -> sandbox.bring(sandbox.ledger.company(), "a.xls", bytes.toByteArray()))
                    .isInstanceOf(Rejected.class)
                    .hasMessage("intake.file.encrypted");
        }
    }

    @Test
    void every_refusal_has_its_sentence_in_both_languages() throws IOException {
        for (var language : List.of("en", "fr")) {
            var texts = new java.util.Properties();
            try (var content =
                    getClass().getResourceAsStream("/io/dunlin/intake/web/messages_" + language + ".properties")) {
                texts.load(new java.io.InputStreamReader(
                        java.util.Objects.requireNonNull(content), StandardCharsets.UTF_8));
            }
            assertThat(texts.stringPropertyNames())
                    .contains(
                            "intake.file.brokenWorkbook",
                            "intake.file.encrypted",
                            "intake.file.oldWorkbook",
                            "intake.file.otherWorkbook",
                            "intake.file.noWorkbook",
                            "intake.file.largeWorkbook",
                            "intake.file.bomb",
                            "intake.file.markup",
                            "intake.file.longHeader",
                            "intake.row.badSide.remedy");
        }
    }

    private Import bring(String content) {
        return sandbox.bring(sandbox.ledger.company(), "items.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(String content, String key) {
        assertThatThrownBy(() -> bring(content)).isInstanceOf(Rejected.class).hasMessage(key);
    }

    private List<String> reasons(Import done) {
        return sandbox.ledger.inTenant(() -> sandbox.rejected.first(done.id(), 100)).stream()
                .map(row -> row.problem().row() + " " + row.problem().reason())
                .toList();
    }

    private String ask(String query) {
        try (var owner = new OwnerSession(sandbox.ledger.database().url())) {
            return String.valueOf(owner.ask(query));
        }
    }

    private static byte[] join(byte[] one, byte[] other) {
        var joined = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
