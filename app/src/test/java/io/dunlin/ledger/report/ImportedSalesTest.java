package io.dunlin.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days sales outstanding of a company that begins: its open items are known, and its past sales from a file. */
class ImportedSalesTest {
    private final TestLedger ledger = new TestLedger("2025-09-30");
    private final SampleItems items = new SampleItems(ledger);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void the_days_are_those_of_the_sales_and_not_of_the_few_items_that_are_open() {
        // 212,000 open; sales of 100, 80 and 70 thousand, of which the ledger knows what is open.
        items.month("C1", "2025-09", "EUR", "100000", null);
        items.month("C1", "2025-08", "EUR", "80000", null);
        items.month("C1", "2025-07", "EUR", "70000", null);
        items.invoice("C1", "1", "100000", "2025-09-05", "2025-10-05", null);
        items.invoice("C1", "2", "80000", "2025-08-05", "2025-10-05", null);
        items.invoice("C1", "3", "32000", "2025-07-05", "2025-10-05", null);
        items.save();

        var answer = ledger.inTenant(() -> new DsoHistory(ledger.sql()).answer(question(), List.of()));
        assertThat(answer.now().days()).isEqualByComparingTo("75.1714");
        assertThat(answer.yearSales()).isEqualByComparingTo("250000");
        assertThat(byCustomer()).isEqualByComparingTo("75.1714");
    }

    @Test
    void a_month_is_never_counted_twice() {
        items.invoice("C1", "1", "100000", "2025-09-05", "2025-10-05", null);
        items.invoice("C1", "2", "80000", "2025-08-05", "2025-10-05", null);
        items.invoice("C1", "3", "70000", "2025-07-05", "2025-10-05", "2025-09-01");
        items.invoice("C1", "4", "32000", "2025-06-05", "2025-10-05", null);
        items.save();
        var without = byCustomer();
        items.month("C1", "2025-09", "EUR", "100000", null);
        items.month("C1", "2025-08", "EUR", "79000", null);
        items.month("C1", "2025-07", "EUR", "70000", null);
        items.save();

        assertThat(byCustomer()).isEqualByComparingTo(without);
        assertThat(ledger.inTenant(() -> new DsoHistory(ledger.sql())
                        .answer(question(), List.of())
                        .yearSales()))
                .isEqualByComparingTo("282000");
    }

    private java.math.BigDecimal byCustomer() {
        return ledger.inTenant(() -> new DsoByCustomer(ledger.sql())
                .answer(question(), TableRequest.of(null, null, null, null))
                .lines()
                .getFirst()
                .days());
    }

    private DsoQuestion question() {
        return new DsoQuestion(ledger.company(), LocalDate.parse("2025-09-30"), Slice.all(ledger.company()));
    }
}
