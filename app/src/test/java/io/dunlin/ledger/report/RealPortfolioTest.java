package io.dunlin.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A public sample of 2,466 settled invoices of 100 customers, looked at on two past days. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealPortfolioTest {
    private static final Path FILE = Path.of("../../shared/data/ibm-late-payments.csv");
    private static final DateTimeFormatter MONTH_FIRST = DateTimeFormatter.ofPattern("M/d/yyyy");
    private static final TableRequest FIRST_PAGE = TableRequest.of(null, null, null, null);

    private final TestLedger ledger = new TestLedger("2026-11-22");

    @BeforeAll
    void load() throws IOException {
        assumeTrue(
                Files.exists(FILE),
                () -> "The sample file is not there: " + FILE.toAbsolutePath().normalize());
        var items = new SampleItems(ledger);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(FILE)) {
            for (var row : rows) {
                items.invoice(
                        row.getField("customerID"),
                        row.getField("invoiceNumber"),
                        row.getField("InvoiceAmount"),
                        date(row.getField("InvoiceDate")),
                        date(row.getField("DueDate")),
                        date(row.getField("SettledDate")));
            }
        }
        items.save();
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void at_the_end_of_june_2013_84_items_of_52_customers_are_open() {
        var ageing = ageing("2013-06-30");

        assertThat(ageing.customers()).isEqualTo(52);
        assertThat(ageing.totals().items()).isEqualTo(84);
        assertThat(ageing.totals().total()).isEqualByComparingTo("5119.85");
        assertThat(ageing.totals().amounts())
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .startsWith(new BigDecimal("4284.29"), new BigDecimal("835.56"), BigDecimal.ZERO);
        assertThat(rounded(dso("2013-06-30").days())).isEqualByComparingTo("26.26");
    }

    @Test
    void at_the_end_of_2012_99_items_of_61_customers_are_open() {
        var ageing = ageing("2012-12-31");

        assertThat(ageing.customers()).isEqualTo(61);
        assertThat(ageing.totals().items()).isEqualTo(99);
        assertThat(ageing.totals().total()).isEqualByComparingTo("5725.06");
        assertThat(ageing.totals().amounts())
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .startsWith(new BigDecimal("4936.32"), new BigDecimal("788.74"), BigDecimal.ZERO);
        assertThat(rounded(dso("2012-12-31").days())).isEqualByComparingTo("27.33");
    }

    @Test
    void every_customer_has_the_days_that_the_calculator_finds() {
        var asOf = LocalDate.parse("2013-06-30");
        var answer = ledger.inTenant(() -> new DsoByCustomer(ledger.sql())
                .answer(
                        new DsoQuestion(ledger.company(), asOf, Slice.all(ledger.company())),
                        new TableRequest("", "", false, 1, 1000)));

        assertThat(answer.lines()).hasSize(100);
        assertThat(answer.totals().receivable()).isEqualByComparingTo("5119.85");
        for (var line : answer.lines().stream()
                .filter(any -> any.receivable().signum() != 0)
                .limit(20)
                .toList()) {
            var alone = dso("2013-06-30", line.code());
            assertThat(line.days()).as(line.code()).isEqualByComparingTo(alone.days());
            assertThat(line.overdueDays()).as(line.code()).isEqualByComparingTo(alone.overdueDays());
            assertThat(line.beyondHistory())
                    .as(line.code())
                    .isEqualTo(alone.calculation().beyondHistory());
        }
    }

    private AgeingLine.Answer ageing(String asOf) {
        var question = new AgeingQuestion(
                ledger.company(),
                LocalDate.parse(asOf),
                Credits.COLUMN,
                Set.of(),
                Slice.ofCustomer(ledger.company(), null));
        return ledger.inTenant(() -> new Ageings(ledger.sql()).answer(question, FIRST_PAGE));
    }

    private DsoPoint dso(String asOf) {
        return point(new DsoQuestion(ledger.company(), LocalDate.parse(asOf), Slice.all(ledger.company())));
    }

    private DsoPoint dso(String asOf, @Nullable String customer) {
        return point(
                new DsoQuestion(ledger.company(), LocalDate.parse(asOf), Slice.ofCustomer(ledger.company(), customer)));
    }

    private DsoPoint point(DsoQuestion question) {
        return ledger.inTenant(() -> new DsoHistory(ledger.sql()).answer(question, List.of()))
                .now();
    }

    private static BigDecimal rounded(BigDecimal days) {
        return days.setScale(2, java.math.RoundingMode.HALF_UP);
    }

    private static String date(String monthFirst) {
        return LocalDate.parse(monthFirst, MONTH_FIRST).toString();
    }
}
