package io.dunlin.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.ItemKind;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CashReceiptsTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final SampleItems items = new SampleItems(ledger);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void part_payments_count_on_their_own_day_with_their_own_delay() {
        // Due on 10 September: 60 paid 5 days early, 40 paid 10 days late.
        items.item(
                ItemKind.INVOICE,
                "C1",
                "1",
                "EUR",
                "100",
                day("2026-08-10"),
                List.of(
                        new SampleItems.Open(day("2026-08-10"), day("2026-09-05"), day("2026-09-10"), "100"),
                        new SampleItems.Open(day("2026-09-05"), day("2026-09-20"), day("2026-09-10"), "40")));
        // Paid on its due date: on time.
        items.invoice("C1", "2", "100", "2026-09-01", "2026-10-01", "2026-10-01");

        var totals = ask(3, Set.of()).totals();

        assertThat(totals.amount("2026-09")).isEqualByComparingTo("100");
        assertThat(totals.amount("onTime-2026-09")).isEqualByComparingTo("60");
        assertThat(totals.amount("late-2026-09")).isEqualByComparingTo("40");
        // (60 x -5 + 40 x 10) / 100
        assertThat(totals.figure("averageDelay-2026-09")).isEqualByComparingTo("1");
        assertThat(totals.amount("total")).isEqualByComparingTo("200");
        assertThat(totals.figure("averageDelay")).isEqualByComparingTo("0.50");
        assertThat(totals.figure("latePercent")).isEqualByComparingTo("20");
        assertThat(totals.amount("other")).isEqualByComparingTo("0");
    }

    @Test
    void a_credit_note_that_is_used_lowers_what_was_cleared_and_a_memo_counts_for_nothing() {
        items.invoice("C1", "1", "100", "2026-09-01", "2026-10-01", "2026-10-11");
        items.item(ItemKind.CREDIT_NOTE, "C1", "2", "EUR", "-20", "2026-09-15", "2026-09-15", "2026-10-11");
        items.item(ItemKind.DOWN_PAYMENT_REQUEST, "C1", "3", "EUR", "999", "2026-09-15", "2026-09-15", "2026-10-11");

        var totals = ask(2, Set.of()).totals();

        assertThat(totals.amount("2026-10")).isEqualByComparingTo("80");
        assertThat(totals.amount("late")).isEqualByComparingTo("100");
        assertThat(totals.amount("other")).isEqualByComparingTo("-20");
        assertThat(totals.figure("averageDelay")).isEqualByComparingTo("10");
        assertThat(ask(2, Set.of(ItemKind.INVOICE)).totals().amount("total")).isEqualByComparingTo("100");
    }

    @Test
    void a_payment_that_is_taken_back_counts_against_the_month_in_which_the_item_was_opened_again() {
        items.item(
                ItemKind.INVOICE,
                "C1",
                "1",
                "EUR",
                "100",
                day("2026-08-01"),
                List.of(
                        new SampleItems.Open(day("2026-08-01"), day("2026-09-01"), day("2026-09-01"), "100"),
                        new SampleItems.Open(day("2026-10-05"), day("2026-11-10"), day("2026-09-01"), "100")));

        var totals = ask(3, Set.of()).totals();

        assertThat(totals.amount("2026-09")).isEqualByComparingTo("100");
        assertThat(totals.amount("2026-10")).isEqualByComparingTo("-100");
        assertThat(totals.amount("2026-11")).isEqualByComparingTo("100");
        assertThat(totals.amount("total")).isEqualByComparingTo("100");
    }

    @Test
    void an_amount_that_was_corrected_upwards_is_no_payment() {
        // 100, of which 30 is paid; the rest is corrected from 70 to 120 and paid.
        items.item(
                ItemKind.INVOICE,
                "C1",
                "1",
                "EUR",
                "150",
                day("2026-08-01"),
                List.of(
                        new SampleItems.Open(day("2026-08-01"), day("2026-09-01"), day("2026-09-01"), "100"),
                        new SampleItems.Open(day("2026-09-01"), day("2026-10-01"), day("2026-09-01"), "70"),
                        new SampleItems.Open(day("2026-10-01"), day("2026-11-01"), day("2026-09-01"), "120")));

        var totals = ask(3, Set.of()).totals();

        assertThat(totals.amount("2026-09")).isEqualByComparingTo("30");
        // The 30 of before are owed again, as far as anybody can tell.
        assertThat(totals.amount("2026-10")).isEqualByComparingTo("-30");
        assertThat(totals.amount("2026-11")).isEqualByComparingTo("120");
    }

    @Test
    void a_back_dated_payment_counts_on_its_own_day_also_before_the_issue() {
        items.invoice("C1", "1", "100", "2026-10-10", "2026-11-10", "2026-10-10");
        items.invoice("C2", "2", "10", "2026-08-01", "2026-08-31", "2026-09-30");

        var answer = ask(3, Set.of());

        assertThat(answer.totals().amount("2026-10")).isEqualByComparingTo("100");
        assertThat(answer.totals().amount("2026-09")).isEqualByComparingTo("10");
        assertThat(answer.count()).isEqualTo(2);
    }

    @Test
    void foreign_payments_are_converted_one_by_one_and_those_without_a_rate_are_told() {
        items.rate("USD", "2026-11-01", "1.25");
        items.item(ItemKind.INVOICE, "C1", "1", "USD", "100.01", "2026-09-01", "2026-10-01", "2026-10-11");
        items.item(ItemKind.INVOICE, "C1", "2", "GBP", "100.01", "2026-09-01", "2026-10-01", "2026-10-11");

        var totals = ask(2, Set.of()).totals();

        assertThat(totals.amount("total")).isEqualByComparingTo("80.01");
        assertThat(totals.amount("unconverted")).isEqualByComparingTo("1");
        assertThat(totals.figure("averageDelay")).isEqualByComparingTo("10");
    }

    private GroupedLine.Answer ask(int months, Set<ItemKind> kinds) {
        items.save();
        var asOf = day("2026-11-22");
        var by = new GroupBy(Slice.CUSTOMER_CODE, List.of());
        var entries = new ReceiptEntries(
                ledger.company(),
                asOf,
                Periods.upTo(asOf, Periods.Step.MONTH, months),
                kinds,
                Slice.ofCustomer(ledger.company(), null),
                by);
        return ledger.inTenant(
                () -> new GroupedLines(ledger.sql()).answer(entries, by, TableRequest.of(null, null, null, null)));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
