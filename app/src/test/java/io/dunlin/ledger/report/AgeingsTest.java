package io.dunlin.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.ItemKind;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgeingsTest {
    private static final TableRequest FIRST_PAGE = TableRequest.of(null, null, null, null);

    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final SampleItems items = new SampleItems(ledger);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void the_day_itself_is_not_overdue_and_day_31_opens_the_second_bracket() {
        items.invoice("C1", "1", "100", "2026-10-01", "2026-11-22", null);
        items.invoice("C1", "2", "100", "2026-10-01", "2026-11-21", null);
        items.invoice("C1", "3", "100", "2026-10-01", "2026-10-23", null);
        items.invoice("C1", "4", "100", "2026-10-01", "2026-10-22", null);
        items.item(ItemKind.CREDIT_NOTE, "C1", "5", "EUR", "-50", "2026-11-01", "2026-11-01", null);

        var line = only(ask("2026-11-22", Credits.COLUMN));

        assertThat(line.amounts())
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(euros(100, 200, 100, 0, 0, 0, -50));
        assertThat(line.total()).isEqualByComparingTo("350");
        assertThat(line.overdue()).isEqualByComparingTo("300");
        assertThat(line.overduePercent()).isEqualByComparingTo("85.71");
        assertThat(line.items()).isEqualTo(5);
    }

    @Test
    void netted_credits_count_in_the_column_of_their_due_date() {
        items.invoice("C1", "1", "100", "2026-10-01", "2026-11-21", null);
        items.item(ItemKind.CREDIT_NOTE, "C1", "5", "EUR", "-50", "2026-11-01", "2026-11-01", null);

        var line = only(ask("2026-11-22", Credits.NETTED));

        assertThat(line.amounts())
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(euros(0, 50, 0, 0, 0, 0));
        assertThat(line.overdue()).isEqualByComparingTo("50");
    }

    @Test
    void a_past_date_shows_what_was_open_then() {
        items.item(
                ItemKind.INVOICE,
                "C1",
                "1",
                "EUR",
                "100",
                LocalDate.parse("2026-01-10"),
                List.of(
                        new SampleItems.Open(
                                LocalDate.parse("2026-01-10"),
                                LocalDate.parse("2026-03-01"),
                                LocalDate.parse("2026-02-10"),
                                "100"),
                        new SampleItems.Open(
                                LocalDate.parse("2026-03-01"),
                                LocalDate.parse("2026-04-01"),
                                LocalDate.parse("2026-03-10"),
                                "40")));

        assertThat(ask("2026-01-09", Credits.COLUMN).lines()).isEmpty();
        assertThat(ask("2026-01-09", Credits.COLUMN).totals().total()).isEqualByComparingTo("0");
        assertThat(only(ask("2026-02-28", Credits.COLUMN)).overdue()).isEqualByComparingTo("100");
        assertThat(only(ask("2026-03-01", Credits.COLUMN)).amounts().getFirst()).isEqualByComparingTo("40");
        assertThat(ask("2026-04-01", Credits.COLUMN).lines()).isEmpty();
    }

    @Test
    void foreign_items_count_at_the_rate_of_the_day_and_those_without_are_told() {
        items.rate("USD", "2026-11-01", "1.25");
        items.item(ItemKind.INVOICE, "C1", "1", "USD", "100.01", "2026-10-01", "2026-12-01", null);
        items.item(ItemKind.INVOICE, "C1", "2", "GBP", "70", "2026-10-01", "2026-12-01", null);
        items.item(ItemKind.DOWN_PAYMENT_REQUEST, "C1", "3", "EUR", "9999", "2026-10-01", "2026-12-01", null);
        items.save();

        var line = only(ask("2026-11-22", Credits.COLUMN));

        assertThat(line.total()).isEqualByComparingTo("80.01");
        assertThat(line.items()).isEqualTo(2);
        assertThat(line.unconverted()).isEqualTo(1);
        assertThat(ledger.inTenant(
                        () -> new Ageings(ledger.sql()).unconverted(question("2026-11-22", Credits.COLUMN, Set.of()))))
                .containsExactly(new AgeingLine.Unconverted("GBP", new BigDecimal("70.0000"), 1));
    }

    @Test
    void totals_are_those_of_the_filtered_set_whatever_the_page() {
        for (var number = 10; number < 70; number++) {
            items.invoice("C" + number, "1", String.valueOf(number), "2026-10-01", "2026-12-01", null);
        }
        items.save();

        var all = ask(new TableRequest("", "total", true, 2, 50));
        assertThat(all.lines()).hasSize(10);
        assertThat(all.lines().getFirst().code()).isEqualTo("C19");
        assertThat(all.customers()).isEqualTo(60);
        assertThat(all.totals().total()).isEqualByComparingTo("2370");
        var found = ask(new TableRequest("CUSTOMER c6", "code", false, 1, 50));
        assertThat(found.customers()).isEqualTo(10);
        assertThat(found.totals().total()).isEqualByComparingTo("645");
        var past = ask(new TableRequest("", "", false, 9, 50));
        assertThat(past.lines()).isEmpty();
        assertThat(past.totals().total()).isEqualByComparingTo("2370");
        var read = new ArrayList<AgeingLine>();
        ledger.inTenant(() -> {
            new Ageings(ledger.sql()).each(question("2026-11-22", Credits.COLUMN, Set.of()), FIRST_PAGE, read::add);
            return read;
        });
        assertThat(read).hasSize(60);
    }

    @Test
    void kinds_can_be_left_out_and_another_company_is_not_seen() {
        items.invoice("C1", "1", "100", "2026-10-01", "2026-12-01", null);
        items.item(ItemKind.PAYMENT, "C1", "2", "EUR", "-30", "2026-10-01", "2026-10-01", null);
        items.save();

        var invoices = ledger.inTenant(() -> new Ageings(ledger.sql())
                .answer(question("2026-11-22", Credits.COLUMN, Set.of(ItemKind.INVOICE)), FIRST_PAGE));

        assertThat(invoices.totals().total()).isEqualByComparingTo("100");
        assertThat(only(ask("2026-11-22", Credits.COLUMN)).total()).isEqualByComparingTo("70");
    }

    private AgeingLine.Answer ask(String asOf, Credits credits) {
        items.save();
        return ledger.inTenant(() -> new Ageings(ledger.sql()).answer(question(asOf, credits, Set.of()), FIRST_PAGE));
    }

    private AgeingLine.Answer ask(TableRequest request) {
        return ledger.inTenant(
                () -> new Ageings(ledger.sql()).answer(question("2026-11-22", Credits.COLUMN, Set.of()), request));
    }

    private AgeingQuestion question(String asOf, Credits credits, Set<ItemKind> kinds) {
        return new AgeingQuestion(
                ledger.company(), LocalDate.parse(asOf), credits, kinds, Slice.ofCustomer(ledger.company(), null));
    }

    private static AgeingLine only(AgeingLine.Answer answer) {
        assertThat(answer.lines()).hasSize(1);
        return answer.lines().getFirst();
    }

    private static BigDecimal[] euros(int... amounts) {
        return java.util.Arrays.stream(amounts).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
    }
}
