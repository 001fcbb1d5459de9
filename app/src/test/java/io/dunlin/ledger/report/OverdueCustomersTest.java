package io.dunlin.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.ItemKind;
import io.dunlin.testing.TestLedger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Four customers on 22 November, by what they owe and how they usually pay:
 *
 * <ul>
 *   <li>AMPLE owes 1,000, 10 days late, as it always is;
 *   <li>BRISK owes 900, 40 days late, and usually pays on the day;
 *   <li>CLASSIC owes 700, 120 days late, and has paid nothing for long;
 *   <li>DUST owes 50, 5 days late.
 * </ul>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverdueCustomersTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final OverdueCustomers customers = new OverdueCustomers(ledger.sql());

    @BeforeAll
    void four_customers() {
        var items = new SampleItems(ledger);
        items.invoice("AMPLE", "A1", "1000", "2026-10-13", "2026-11-12", null);
        items.invoice("AMPLE", "A0", "1000", "2026-07-01", "2026-08-01", "2026-08-11");
        items.invoice("BRISK", "B1", "900", "2026-09-13", "2026-10-13", null);
        items.invoice("BRISK", "B0", "500", "2026-07-01", "2026-08-01", "2026-08-01");
        items.invoice("CLASSIC", "C1", "700", "2026-06-25", "2026-07-25", null);
        // Paid more than six months ago: says nothing about today.
        items.invoice("CLASSIC", "C0", "600", "2025-01-01", "2025-02-01", "2025-02-01");
        items.invoice("DUST", "D1", "50", "2026-10-18", "2026-11-17", null);
        items.invoice("DUST", "D2", "9000", "2026-11-18", "2026-12-18", null);
        items.invoice("EVEN", "E1", "100", "2026-10-22", "2026-11-22", null);
        items.item(ItemKind.CREDIT_NOTE, "AMPLE", "A9", "EUR", "-400", "2026-10-20", "2026-10-20", null);
        items.save();
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void worse_than_usual_and_old_come_before_large_and_habitual() {
        // BRISK 900 × (1 + 40/90 + 1 + 0.5); CLASSIC 700 × (1 + 1 + 0 + 0.5); AMPLE 1,000 × (1 + 10/90 + 0 + 0.5).
        var called = toCall(10);
        assertThat(called).extracting(OverdueCustomer::code).containsExactly("BRISK", "CLASSIC", "AMPLE", "DUST");
        assertThat(called)
                .extracting(customer -> customer.score().setScale(0, java.math.RoundingMode.HALF_UP))
                .containsExactly(new BigDecimal(2650), new BigDecimal(1750), new BigDecimal(1611), new BigDecimal(53));
    }

    @Test
    void each_carries_what_its_reason_is_made_of() {
        var brisk = toCall(1).getFirst();
        assertThat(brisk.overdue()).isEqualByComparingTo("900");
        assertThat(brisk.oldestDays()).isEqualTo(40);
        assertThat(brisk.lateDays()).isEqualByComparingTo("40");
        assertThat(brisk.usualDays()).isEqualByComparingTo("0");
        assertThat(brisk.share()).isEqualByComparingTo("34.0");
        assertThat(toCall(2).getLast().usualDays()).isNull();
    }

    @Test
    void the_largest_are_ordered_by_amount_alone() {
        assertThat(ledger.inTenant(() -> customers.largest(Slice.all(ledger.company()), TODAY, 2)))
                .extracting(OverdueCustomer::code)
                .containsExactly("AMPLE", "BRISK");
    }

    @Test
    void totals_are_those_of_the_ageing_balance() {
        var totals = ledger.inTenant(() -> customers.totals(Slice.all(ledger.company()), TODAY));
        // 2,650 overdue: credits do not hide it, and EVEN is due today only.
        assertThat(totals.overdue()).isEqualByComparingTo("2650");
        assertThat(totals.receivable()).isEqualByComparingTo("11350");
        assertThat(totals.items()).isEqualTo(7);
        assertThat(totals.owing()).isEqualTo(5);
        assertThat(totals.customers()).isEqualTo(4);
        assertThat(totals.half()).isEqualTo(2);
    }

    @Test
    void the_past_is_ranked_as_it_was() {
        assertThat(ledger.inTenant(
                        () -> customers.toCall(Slice.all(ledger.company()), LocalDate.parse("2026-08-05"), 10)))
                .extracting(OverdueCustomer::code)
                .containsExactly("AMPLE", "CLASSIC");
        assertThat(ledger.inTenant(
                        () -> customers.toCall(Slice.all(ledger.company()), LocalDate.parse("2020-01-01"), 10)))
                .isEmpty();
        assertThat(ledger.inTenant(() -> customers.totals(Slice.all(ledger.company()), LocalDate.parse("2020-01-01")))
                        .customers())
                .isZero();
    }

    @Test
    void another_tenant_sees_none_of_them() {
        var other = ledger.newTenant("Other");
        assertThat(ledger.as(other, () -> customers.toCall(Slice.all(ledger.company()), TODAY, 10)))
                .isEmpty();
    }

    private List<OverdueCustomer> toCall(int most) {
        return ledger.inTenant(() -> customers.toCall(Slice.all(ledger.company()), TODAY, most));
    }
}
