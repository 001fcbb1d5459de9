package io.dunlin.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.ItemKind;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SalesTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final SampleItems items = new SampleItems(ledger);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void sales_are_invoices_less_credit_notes_by_month_of_issue_beside_the_same_days_a_year_before() {
        items.invoice("C1", "1", "100", "2026-09-01", "2026-10-01", "2026-10-01");
        items.invoice("C1", "2", "200", "2026-11-22", "2026-12-22", null);
        items.item(ItemKind.CREDIT_NOTE, "C1", "3", "EUR", "-30", "2026-11-02", "2026-11-02", null);
        items.item(ItemKind.PAYMENT, "C1", "4", "EUR", "-500", "2026-11-02", "2026-11-02", null);
        items.invoice("C1", "5", "90", "2025-11-22", "2025-12-22", "2026-01-01");
        // After the day of the year before, and before the window: in neither.
        items.invoice("C1", "6", "1000", "2025-11-23", "2025-12-22", "2026-01-01");
        items.invoice("C1", "7", "1000", "2026-08-31", "2026-09-22", "2026-10-01");

        var totals = ask("2026-11-22", 3, SalesQuestion.Tax.INCLUDED).totals();

        assertThat(totals.amount("2026-09")).isEqualByComparingTo("100");
        assertThat(totals.amount("2026-10")).isEqualByComparingTo("0");
        assertThat(totals.amount("2026-11")).isEqualByComparingTo("170");
        assertThat(totals.amount("total")).isEqualByComparingTo("270");
        assertThat(totals.amount("creditNotes")).isEqualByComparingTo("-30");
        assertThat(totals.amount("previousYear")).isEqualByComparingTo("90");
        assertThat(totals.amount("previous-2026-11")).isEqualByComparingTo("90");
        assertThat(totals.figure("changePercent")).isEqualByComparingTo("200");
        assertThat(totals.amount("open")).isEqualByComparingTo("170");
        assertThat(totals.amount("items")).isEqualByComparingTo("3");
    }

    @Test
    void a_whole_february_is_compared_with_a_whole_february() {
        var question = question("2025-02-28", 2, SalesQuestion.Tax.EXCLUDED);

        assertThat(question.yearBefore().ends())
                .containsExactly(LocalDate.parse("2024-01-31"), LocalDate.parse("2024-02-29"));
    }

    @Test
    void without_tax_what_is_open_counts_with_the_same_share() {
        items.item(
                ItemKind.INVOICE,
                "C1",
                "1",
                "EUR",
                "120",
                day("2026-11-01"),
                List.of(
                        new SampleItems.Open(day("2026-11-01"), day("2026-11-10"), day("2026-12-01"), "120"),
                        new SampleItems.Open(day("2026-11-10"), null, day("2026-12-01"), "60")));
        items.invoice("C1", "2", "12", "2026-11-01", "2026-12-01", null);
        items.save();
        items.withoutTax("1", "100");

        var totals = ask("2026-11-22", 1, SalesQuestion.Tax.EXCLUDED).totals();

        assertThat(totals.amount("total")).isEqualByComparingTo("112");
        assertThat(totals.amount("open")).isEqualByComparingTo("62");
        assertThat(totals.amount("withTax")).isEqualByComparingTo("1");
        assertThat(ask("2026-11-09", 1, SalesQuestion.Tax.EXCLUDED).totals().amount("open"))
                .isEqualByComparingTo("112");
        assertThat(ask("2026-11-22", 1, SalesQuestion.Tax.INCLUDED).totals().amount("open"))
                .isEqualByComparingTo("72");
    }

    @Test
    void foreign_items_are_converted_one_by_one_and_those_without_a_rate_are_told() {
        items.rate("USD", "2026-11-01", "1.25");
        items.item(ItemKind.INVOICE, "C1", "1", "USD", "0.01", "2026-11-01", "2026-12-01", null);
        items.item(ItemKind.INVOICE, "C1", "2", "USD", "0.01", "2026-11-01", "2026-12-01", null);
        items.item(ItemKind.INVOICE, "C1", "3", "GBP", "70", "2026-11-01", "2026-12-01", null);

        var totals = ask("2026-11-22", 1, SalesQuestion.Tax.INCLUDED).totals();

        assertThat(totals.amount("total")).isEqualByComparingTo("0.02");
        assertThat(totals.amount("unconverted")).isEqualByComparingTo("1");
        var missing = ledger.inTenant(() -> new GroupedLines(ledger.sql())
                .unconverted(
                        new SalesEntries(question("2026-11-22", 1, SalesQuestion.Tax.INCLUDED), true).unconverted()));
        assertThat(missing).containsExactly(new AgeingLine.Unconverted("GBP", new java.math.BigDecimal("70.0000"), 1));
    }

    @Test
    void imported_months_count_as_far_as_items_do_not_account_for_them() {
        items.rate("USD", "2026-01-01", "1.25");
        items.month("C1", "2026-08", "EUR", "1000", "900");
        items.month("C1", "2026-09", "USD", "500", null);
        items.month("C1", "2026-10", "EUR", "300", null);
        items.invoice("C1", "1", "250", "2026-09-10", "2026-10-10", null);
        items.invoice("C1", "2", "310", "2026-10-10", "2026-11-10", "2026-11-15");
        items.invoice("C2", "3", "7", "2026-08-10", "2026-09-10", "2026-09-10");

        var totals = ask("2026-11-22", 4, SalesQuestion.Tax.INCLUDED).totals();
        // Of August all and what another customer bought, of September what is missing from 400, of October nothing:
        // items say more.
        assertThat(totals.amount("2026-08")).isEqualByComparingTo("1007");
        assertThat(totals.amount("2026-09")).isEqualByComparingTo("400");
        assertThat(totals.amount("2026-10")).isEqualByComparingTo("310");
        assertThat(totals.amount("open")).isEqualByComparingTo("250");
        assertThat(ask("2026-11-22", 4, SalesQuestion.Tax.EXCLUDED).totals().amount("2026-08"))
                .isEqualByComparingTo("907");
    }

    @Test
    void an_imported_month_counts_from_its_last_day_on() {
        items.month("C1", "2026-11", "EUR", "1000", null);
        items.month("C1", "2025-11", "EUR", "100", null);
        items.invoice("C1", "1", "40", "2026-11-10", "2026-12-10", null);

        assertThat(ask("2026-11-22", 1, SalesQuestion.Tax.INCLUDED).totals().amount("total"))
                .isEqualByComparingTo("40");
        assertThat(ask("2026-11-22", 1, SalesQuestion.Tax.INCLUDED).totals().amount("previousYear"))
                .isEqualByComparingTo("0");
        assertThat(ask("2026-11-30", 1, SalesQuestion.Tax.INCLUDED).totals().amount("total"))
                .isEqualByComparingTo("1000");
        assertThat(ask("2026-11-30", 1, SalesQuestion.Tax.INCLUDED).totals().amount("previousYear"))
                .isEqualByComparingTo("100");
    }

    private GroupedLine.Answer ask(String asOf, int months, SalesQuestion.Tax tax) {
        items.save();
        var question = question(asOf, months, tax);
        return ledger.inTenant(() -> new GroupedLines(ledger.sql())
                .answer(new SalesEntries(question, true), question.by(), TableRequest.of(null, null, null, null)));
    }

    private SalesQuestion question(String asOf, int months, SalesQuestion.Tax tax) {
        return new SalesQuestion(
                ledger.company(),
                Periods.upTo(day(asOf), Periods.Step.MONTH, months),
                tax,
                Slice.ofCustomer(ledger.company(), null),
                new GroupBy(Slice.CUSTOMER_CODE, List.of()));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
