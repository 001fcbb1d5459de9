package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.intake.SampleFile.Container;
import io.dunlin.intake.SampleFile.Header;
import io.dunlin.intake.SampleFile.Numbers;
import io.dunlin.intake.SampleFile.Sides;
import io.dunlin.testing.OwnerSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameLedgerTest {
    private static final String EXPECTED = """
            0012|Brûlerie du Port|A-77|2026-02-10|2026-02-10|-150.0000|-150.0000|EUR|PAYMENT
            0012|Brûlerie du Port|F-1001|2026-01-31|2026-03-02|12345.6000|12345.6000|EUR|INVOICE
            0012|Brûlerie du Port|F-1002|2026-02-03|2026-03-05|980.0500|480.0500|EUR|INVOICE
            4711|Müller & Söhne "Nord"|F-1003|2026-02-28|2026-03-30|1000000.0000|1000000.0000|USD|INVOICE
            4711|Müller & Söhne "Nord"|R-9|2026-03-01|2026-03-01|-2500.7500|-500.7500|USD|PAYMENT
            TX-9|Aé; Lda, | Porto|F-1004|2026-03-13|2026-04-12|0.9900|0.9900|EUR|INVOICE""";

    private final Sandbox sandbox = new Sandbox();
    private int companies;

    @AfterAll
    void close() {
        sandbox.close();
    }

    static List<SampleFile> files() {
        var files = new ArrayList<SampleFile>();
        for (var container : Container.values()) {
            for (var header : Header.values()) {
                var sides = Sides.values()[(container.ordinal() + header.ordinal()) % 3];
                files.add(file(
                        container,
                        header,
                        numbers(container, header, sides),
                        sides,
                        header.ordinal() == container.ordinal() % 3));
            }
        }
        for (var container : List.of(Container.XLSX, Container.XLS)) {
            for (var sides : Sides.values()) {
                files.add(file(container, Header.FRENCH, Numbers.NATIVE, sides, sides == Sides.SIGNED));
            }
        }
        files.add(file(Container.UTF_8, Header.ENGLISH, Numbers.ENGLISH_MARKED, Sides.SIGNED, true));
        files.add(file(Container.TABS, Header.GERMAN, Numbers.SWISS, Sides.SIGNED, true));
        files.add(file(Container.UTF_16_LE, Header.FRENCH, Numbers.FRENCH, Sides.SIGNED, true));
        files.add(file(Container.UTF_8_MARKED, Header.FRENCH, Numbers.FRENCH_SIGN, Sides.COLUMNS, true));
        return files;
    }

    private static Numbers numbers(Container container, Header header, Sides sides) {
        return switch (header) {
            case ENGLISH -> container.ordinal() % 2 == 0 ? Numbers.ENGLISH : Numbers.PLAIN;
            // What is not in the character set stands for something else there.
            case FRENCH ->
                container == Container.WINDOWS_1252 || sides != Sides.SIGNED ? Numbers.FRENCH_SIGN : Numbers.FRENCH;
            case GERMAN -> container.ordinal() % 2 == 0 ? Numbers.GERMAN : Numbers.SWISS;
        };
    }

    private static SampleFile file(Container container, Header header, Numbers numbers, Sides sides, boolean titled) {
        var dates = switch (header) {
            case ENGLISH -> "MM/dd/yyyy";
            case FRENCH -> "dd/MM/yyyy";
            case GERMAN -> "dd.MM.yyyy";
        };
        var name = String.join(
                " ", container.name(), header.name(), numbers.name(), sides.name(), titled ? "titled" : "bare");
        return new SampleFile(name, header, dates, numbers, sides, container, titled);
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_same_receivables_give_the_same_ledger_however_they_are_written(SampleFile file) {
        var company = sandbox.newCompany("C" + ++companies);
        var done = sandbox.bring(company, "items", file.bytes());

        assertThat(done.state()).isEqualTo(ImportState.APPLIED);
        assertThat(done.counts().rejected()).isZero();
        try (var owner = new OwnerSession(sandbox.ledger.database().url())) {
            assertThat(owner.ask("""
                            select string_agg(concat_ws('|', c.code, c.name, i.number, i.issue_date, i.due_date,
                                i.original_amount, i.open_amount, i.currency, i.kind), E'\\n' order by c.code, i.number)
                            from ledger.item i join ledger.customer c on c.tenant_id = i.tenant_id and c.id = i.customer_id
                            where i.company_id = %d""".formatted(company.id().value()))).isEqualTo(EXPECTED);
        }
    }

    @org.junit.jupiter.api.Test
    void there_are_many_of_them() {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(25).doesNotHaveDuplicates();
    }
}
