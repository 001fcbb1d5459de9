package io.dunlin.ledger;

import static io.dunlin.ledger.LoadedItem.invoice;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.DebtorFact.DEBTOR_FACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.LoadOrder.Mode;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.testing.TestLedger;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sales of past months that came as a file, in the facts of customers: as in reports, never twice. */
class ImportedMonthsTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final LoadingLedger loading = new LoadingLedger(ledger);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_month_is_what_its_items_come_to_or_what_the_file_says_whichever_is_more() {
        loading.load(
                Mode.DELTA,
                "2026-11-22",
                invoice("A", "F1", "100.00", "2026-08-10", "2026-09-10"),
                invoice("A", "F2", "500.00", "2026-09-10", "2026-10-10"),
                invoice("B", "F3", "1.00", "2026-09-10", "2026-10-10"));

        loading.loadSales("A 2026-07 EUR 70", "A 2026-08 EUR 250", "A 2026-09 EUR 300", "A 2026-06 EUR -20");

        assertThat(sales("A")).isEqualTo("800: 0 0 0 0 0 0 -20 70 250 500 0 0");
        assertThat(sales("B")).isEqualTo("1: 0 0 0 0 0 0 0 0 0 1 0 0");
        assertThat(ofDebtors()).isEqualByComparingTo("801");
    }

    @Test
    void a_month_counts_when_it_is_whole_and_a_year_long() {
        loading.load(Mode.DELTA, "2026-11-22", invoice("A", "F1", "1.00", "2026-09-10", "2026-10-10"));

        loading.loadSales("A 2026-11 EUR 999", "A 2025-11 EUR 999", "A 2025-12 EUR 12");
        assertThat(sales("A")).isEqualTo("13: 12 0 0 0 0 0 0 0 0 1 0 0");

        ledger.clock().setTo("2026-11-30");
        rebuild();
        assertThat(sales("A")).isEqualTo("1012: 12 0 0 0 0 0 0 0 0 1 0 999");
    }

    @Test
    void other_currencies_are_converted_and_those_without_a_rate_left_out() {
        loading.load(Mode.DELTA, "2026-11-22", invoice("A", "F1", "1.00", "2026-09-10", "2026-10-10"));

        loading.loadSales("A 2026-10 ZAR 100", "A 2026-08 ZAR 100", "A 2026-08 EUR 5");

        assertThat(sales("A")).isEqualTo("6: 0 0 0 0 0 0 0 0 5 1 0 0");
    }

    @Test
    void taking_the_file_back_takes_it_out_of_the_facts() {
        loading.load(Mode.DELTA, "2026-11-22", invoice("A", "F1", "1.00", "2026-09-10", "2026-10-10"));
        loading.loadSales("A 2026-10 EUR 40");
        var before = loading.everything();

        loading.loadSales("A 2026-10 EUR 50", "A 2026-08 EUR 7");
        assertThat(sales("A")).isEqualTo("58: 0 0 0 0 0 0 0 0 7 1 50 0");
        loading.undoLastSales();

        assertThat(loading.everything()).isEqualTo(before);
    }

    private void rebuild() {
        ledger.inTenant(() -> {
            loading.facts().rebuild(loading.company());
            return true;
        });
    }

    /** The sum, and the months up to the present one. */
    private String sales(String customer) {
        return ledger.inTenant(() -> ledger.sql()
                .select(CUSTOMER_FACT.SALES_12_MONTHS, CUSTOMER_FACT.SALES_BY_MONTH)
                .from(CUSTOMER_FACT)
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(CUSTOMER_FACT.TENANT_ID), CUSTOMER.ID.eq(CUSTOMER_FACT.CUSTOMER_ID))
                .where(CUSTOMER_FACT.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.CODE.eq(customer))
                .fetchSingle(row -> plain(row.value1()) + ": "
                        + String.join(
                                " ",
                                Arrays.stream(row.value2())
                                        .map(ImportedMonthsTest::plain)
                                        .toList())));
    }

    private BigDecimal ofDebtors() {
        return ledger.inTenant(() -> ledger.sql()
                .select(org.jooq.impl.DSL.sum(DEBTOR_FACT.SALES_12_MONTHS))
                .from(DEBTOR_FACT)
                .where(DEBTOR_FACT.TENANT_ID.eq(CurrentTenant.id()))
                .fetchSingle()
                .value1());
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
