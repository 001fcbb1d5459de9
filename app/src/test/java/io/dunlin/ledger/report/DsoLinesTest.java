package io.dunlin.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.CustomerChoice;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** All lines at once say what the count-back of each says, also where a receivable is older than the sales of a year. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DsoLinesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final TableRequest ALL = new TableRequest("", "", false, 1, 1000);
    private static final int CUSTOMERS = 30;

    private final TestLedger ledger = new TestLedger("2026-11-22");

    /** Four years of invoices; every third customer bought nothing of late, every fifth pays nothing. */
    @BeforeAll
    void many_customers() {
        var items = new SampleItems(ledger);
        var random = new Random(20261122);
        for (var customer = 0; customer < CUSTOMERS; customer++) {
            for (var number = 0; number < 12; number++) {
                var back = (customer % 3 == 0 ? 400 : 0) + random.nextInt(1000);
                var issued = TODAY.minusDays(back);
                var isPaid = customer % 5 != 0 && random.nextInt(3) > 0 && back > 60;
                var paid = isPaid ? issued.plusDays(50).toString() : null;
                var amount = Integer.toString(10 + random.nextInt(5000));
                items.invoice(
                        "C" + customer,
                        customer + "-" + number,
                        amount,
                        issued.toString(),
                        issued.plusDays(30).toString(),
                        paid);
            }
        }
        items.save();
        items.group("Wholesale", "C0", "C1", "C3", "C5", "C7");
        items.group("Retail", "C2", "C3", "C6");
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void each_customer_counts_back_as_far_as_its_receivable_reaches() {
        var lines = lines("customer");
        assertThat(lines).hasSize(CUSTOMERS);
        assertThat(lines).anySatisfy(line -> assertThat(line.yearSales()).isZero());
        assertThat(lines).anySatisfy(line -> assertThat(line.days()).isGreaterThan(new java.math.BigDecimal("400")));
        for (var line : lines) {
            var slice = new Slice(ledger.company(), line.code(), null, CustomerChoice.of(Map.of()));
            sameAs(new DsoQuestion(ledger.company(), TODAY, slice), line);
        }
    }

    @Test
    void customers_together_count_back_as_one() {
        for (var line : lines("customerGroup")) {
            var only = Map.of("customerGroup", List.of(line.code() == null ? "-" : line.code()));
            sameAs(
                    new DsoQuestion(
                            ledger.company(), TODAY, new Slice(ledger.company(), null, null, CustomerChoice.of(only))),
                    line);
        }
    }

    private List<DsoLine> lines(String by) {
        var question =
                new DsoQuestion(ledger.company(), TODAY, Slice.all(ledger.company()), new GroupBy(by, List.of()));
        return ledger.inTenant(() -> new DsoByCustomer(ledger.sql()).answer(question, ALL))
                .lines();
    }

    private void sameAs(DsoQuestion question, DsoLine line) {
        var alone = ledger.inTenant(() -> new DsoHistory(ledger.sql()).answer(question, List.of()));
        assertThat(line.receivable())
                .as(line.name())
                .isEqualByComparingTo(alone.now().receivable());
        assertThat(line.days()).as(line.name()).isEqualByComparingTo(alone.now().days());
        assertThat(line.beyondHistory())
                .as(line.name())
                .isEqualTo(alone.now().calculation().beyondHistory());
        assertThat(line.yearSales()).as(line.name()).isEqualByComparingTo(alone.yearSales());
    }
}
