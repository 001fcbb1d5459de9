package io.dunlin.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.CustomerChoice;
import io.dunlin.ledger.ItemKind;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverdueTrendTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final SampleItems items = new SampleItems(ledger);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void each_period_shows_what_was_overdue_at_its_end_and_the_last_one_at_the_day() {
        // Overdue from 11 September; 60 of it paid on 20 October, the rest on 5 November.
        items.item(
                ItemKind.INVOICE,
                "C1",
                "1",
                "EUR",
                "100",
                day("2026-08-10"),
                List.of(
                        new SampleItems.Open(day("2026-08-10"), day("2026-10-20"), day("2026-09-10"), "100"),
                        new SampleItems.Open(day("2026-10-20"), day("2026-11-05"), day("2026-09-10"), "40")));
        // Due on the last day of October: overdue from November on.
        items.invoice("C2", "2", "300", "2026-10-01", "2026-10-31", null);
        items.item(ItemKind.CREDIT_NOTE, "C2", "3", "EUR", "-50", "2026-09-01", "2026-09-01", null);

        var answer = ask(4, 0, Credits.COLUMN);

        assertThat(answer.count()).isEqualTo(2);
        assertThat(answer.totals().amount("2026-08")).isEqualByComparingTo("0");
        assertThat(answer.totals().amount("2026-09")).isEqualByComparingTo("100");
        assertThat(answer.totals().amount("receivable-2026-09")).isEqualByComparingTo("50");
        assertThat(answer.totals().amount("2026-10")).isEqualByComparingTo("40");
        assertThat(answer.totals().amount("receivable-2026-10")).isEqualByComparingTo("290");
        assertThat(answer.totals().amount("2026-11")).isEqualByComparingTo("300");
        assertThat(answer.totals().figure("overduePercent")).isEqualByComparingTo("120");
        assertThat(answer.totals().amount("change")).isEqualByComparingTo("300");
        assertThat(answer.lines().getFirst().code()).isEqualTo("C2");
        assertThat(answer.lines().getLast().amount("2026-10")).isEqualByComparingTo("40");
        assertThat(ask(4, 0, Credits.NETTED).totals().amount("2026-10")).isEqualByComparingTo("-10");
    }

    @Test
    void more_than_30_days_begins_with_the_31st() {
        items.invoice("C1", "1", "100", "2026-10-01", "2026-10-23", null);
        items.invoice("C1", "2", "10", "2026-10-01", "2026-10-22", null);

        assertThat(ask(1, 0, Credits.COLUMN).totals().amount("2026-11")).isEqualByComparingTo("110");
        assertThat(ask(1, 30, Credits.COLUMN).totals().amount("2026-11")).isEqualByComparingTo("10");
        assertThat(ask(1, 60, Credits.COLUMN).totals().amount("2026-11")).isEqualByComparingTo("0");
    }

    @Test
    void a_reopened_item_is_overdue_again_and_a_back_dated_payment_ends_it_on_its_own_day() {
        items.item(
                ItemKind.INVOICE,
                "C1",
                "1",
                "EUR",
                "100",
                day("2026-08-01"),
                List.of(
                        new SampleItems.Open(day("2026-08-01"), day("2026-09-15"), day("2026-08-20"), "100"),
                        new SampleItems.Open(day("2026-10-05"), null, day("2026-08-20"), "100")));
        items.invoice("C1", "2", "7", "2026-08-01", "2026-08-20", "2026-10-31");

        var totals = ask(4, 0, Credits.COLUMN).totals();

        assertThat(totals.amount("2026-08")).isEqualByComparingTo("107");
        assertThat(totals.amount("2026-09")).isEqualByComparingTo("7");
        assertThat(totals.amount("2026-10")).isEqualByComparingTo("100");
        assertThat(totals.amount("2026-11")).isEqualByComparingTo("100");
    }

    @Test
    void foreign_items_count_at_the_rate_of_each_day_and_those_without_are_told() {
        items.rate("USD", "2026-09-30", "1.25");
        items.rate("USD", "2026-10-31", "1.60");
        items.item(ItemKind.INVOICE, "C1", "1", "USD", "100.01", "2026-07-01", "2026-08-01", null);

        var totals = ask(3, 0, Credits.COLUMN).totals();

        assertThat(totals.amount("2026-09")).isEqualByComparingTo("80.01");
        assertThat(totals.amount("2026-10")).isEqualByComparingTo("62.51");
        assertThat(totals.amount("unconverted-2026-10")).isEqualByComparingTo("0");
        var earlier = ask(4, 0, Credits.COLUMN).totals();
        assertThat(earlier.amount("2026-08")).isEqualByComparingTo("0");
        assertThat(earlier.amount("unconverted-2026-08")).isEqualByComparingTo("1");
    }

    @Test
    void weeks_run_from_monday_to_sunday() {
        items.invoice("C1", "1", "100", "2026-10-01", "2026-11-15", null);
        items.save();
        var periods = Periods.upTo(day("2026-11-18"), Periods.Step.WEEK, 3);

        assertThat(periods.ends()).containsExactly(day("2026-11-08"), day("2026-11-15"), day("2026-11-18"));
        assertThat(periods.all()).extracting(Periods.Period::key).containsExactly("2026-W45", "2026-W46", "2026-W47");
        var totals = ask(periods, 0, Credits.COLUMN, Slice.CUSTOMER_CODE).totals();
        assertThat(totals.amount("2026-W46")).isEqualByComparingTo("0");
        assertThat(totals.amount("2026-W47")).isEqualByComparingTo("100");
    }

    @Test
    void without_items_there_are_no_lines_and_the_totals_are_zero() {
        var answer = ask(12, 0, Credits.COLUMN);

        assertThat(answer.lines()).isEmpty();
        assertThat(answer.count()).isZero();
        assertThat(answer.totals().amount("2026-11")).isEqualByComparingTo("0");
        assertThat(answer.totals().figure("overduePercent")).isNull();
    }

    @Test
    void customers_in_two_groups_count_in_both_and_once_in_the_total() {
        items.invoice("C1", "1", "100", "2026-09-01", "2026-10-01", null);
        items.invoice("C2", "2", "10", "2026-09-01", "2026-10-01", null);
        items.invoice("C3", "3", "1", "2026-09-01", "2026-10-01", null);
        items.save();
        items.group("North", "C1", "C2");
        items.group("Food", "C1");

        var answer =
                ask(Periods.upTo(day("2026-11-22"), Periods.Step.MONTH, 1), 0, Credits.COLUMN, CustomerChoice.GROUP);

        assertThat(answer.lines())
                .extracting(
                        GroupedLine::label,
                        GroupedLine::customers,
                        line -> line.amount("2026-11").intValue())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("North", 2L, 110),
                        org.assertj.core.groups.Tuple.tuple("Food", 1L, 100),
                        org.assertj.core.groups.Tuple.tuple(null, 1L, 1));
        assertThat(answer.totals().amount("2026-11")).isEqualByComparingTo("111");
        assertThat(answer.totals().customers()).isEqualTo(3);
    }

    @Test
    void sales_managers_are_those_of_the_items() {
        items.invoice("C1", "1", "100", "2026-09-01", "2026-10-01", null);
        items.invoice("C1", "2", "20", "2026-09-01", "2026-10-01", null);
        items.save();
        items.salesManager("2", "Anna");
        var periods = Periods.upTo(day("2026-11-22"), Periods.Step.MONTH, 1);

        var answer = ask(periods, 0, Credits.COLUMN, Slice.SALES_MANAGER);

        assertThat(answer.lines()).extracting(GroupedLine::label).containsExactly(null, "Anna");
        assertThat(answer.lines().getLast().amount("2026-11")).isEqualByComparingTo("20");
        var anna = new Slice(ledger.company(), null, "Anna", CustomerChoice.ALL);
        var none = new Slice(ledger.company(), null, Slice.NONE, CustomerChoice.ALL);
        assertThat(overdue(periods, anna)).isEqualByComparingTo("20");
        assertThat(overdue(periods, none)).isEqualByComparingTo("100");
    }

    private java.math.BigDecimal overdue(Periods periods, Slice slice) {
        var question = new AgeingQuestion(ledger.company(), periods.last().to(), Credits.COLUMN, Set.of(), slice);
        var by = new GroupBy(Slice.CUSTOMER_CODE, List.of());
        return ledger.inTenant(() -> new GroupedLines(ledger.sql())
                        .answer(
                                new OverdueEntries(question, periods, 0, by),
                                by,
                                TableRequest.of(null, null, null, null)))
                .totals()
                .amount(periods.last().key());
    }

    private GroupedLine.Answer ask(int months, int moreThan, Credits credits) {
        items.save();
        return ask(Periods.upTo(day("2026-11-22"), Periods.Step.MONTH, months), moreThan, credits, Slice.CUSTOMER_CODE);
    }

    private GroupedLine.Answer ask(Periods periods, int moreThan, Credits credits, String groupBy) {
        var question = new AgeingQuestion(
                ledger.company(), periods.last().to(), credits, Set.of(), Slice.ofCustomer(ledger.company(), null));
        var by = new GroupBy(groupBy, List.of());
        return ledger.inTenant(() -> new GroupedLines(ledger.sql())
                .answer(
                        new OverdueEntries(question, periods, moreThan, by),
                        by,
                        TableRequest.of(null, null, null, null)));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
