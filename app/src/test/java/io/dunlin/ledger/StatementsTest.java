package io.dunlin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.NotFound;
import io.dunlin.testing.TestLedger;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final Statements statements = new Statements(ledger.sql());
    private final Items items = new Items(ledger.sql());
    private final SamplePortfolio portfolio = new SamplePortfolio(ledger);

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void items_stand_by_section_and_an_item_due_today_is_not_late() {
        var customer = portfolio.customer("S1", "Sections");
        portfolio.invoice(customer, "late", "100.00", "2026-10-01", "2026-11-21");
        portfolio.invoice(customer, "today", "50.00", "2026-10-02", "2026-11-22");
        portfolio.item(customer, ItemKind.CREDIT_NOTE, "credit", "-30.00", "EUR", "2026-10-03", "2026-10-03");
        portfolio.item(customer, ItemKind.DOWN_PAYMENT_REQUEST, "memo", "500.00", "EUR", "2026-10-04", "2026-10-04");
        portfolio.item(customer, ItemKind.INVOICE, "dollar", "70.00", "USD", "2026-10-05", "2026-10-05");
        var statement = on(customer, "2026-11-22", Statement.Shown.OPEN);
        assertThat(statement.lines())
                .extracting(Statement.Line::number)
                .containsExactly("dollar", "late", "today", "credit", "memo");
        assertThat(statement.lines().get(1).daysLate(statement.asOf())).isEqualTo(1);
        assertThat(statement.subtotalsOf(Statement.Section.OVERDUE))
                .extracting(
                        Statement.Subtotal::currency,
                        subtotal -> subtotal.open().stripTrailingZeros().toPlainString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("EUR", "100"),
                        org.assertj.core.groups.Tuple.tuple("USD", "70"));
        assertThat(statement.itemsOf(Statement.Section.CREDITS)).isEqualTo(1);
        assertThat(statement.balances().getFirst().open()).isEqualByComparingTo("120");
    }

    @Test
    void a_past_day_is_rebuilt_with_the_amounts_and_payments_of_then() {
        var customer = portfolio.customer("S2", "Past");
        var invoice = portfolio.invoice(customer, "A", "100.00", "2026-01-10", "2026-02-10");
        portfolio.nowOpen(invoice, "2026-03-01", "40.00");
        portfolio.paid(invoice, "2026-04-01");
        assertThat(on(customer, "2026-01-09", Statement.Shown.ALL).lines()).isEmpty();
        assertThat(open(customer, "2026-02-28")).isEqualByComparingTo("100");
        assertThat(open(customer, "2026-03-01")).isEqualByComparingTo("40");
        assertThat(on(customer, "2026-03-31", Statement.Shown.CLEARED).lines()).isEmpty();
        assertThat(on(customer, "2026-04-01", Statement.Shown.OPEN).lines()).isEmpty();
        var cleared =
                on(customer, "2026-04-01", Statement.Shown.CLEARED).lines().getFirst();
        assertThat(cleared.clearedOn()).isEqualTo(LocalDate.parse("2026-04-01"));
        assertThat(on(customer, "2026-04-01", Statement.Shown.ALL).itemsOf(Statement.Section.CLEARED))
                .isEqualTo(1);
    }

    @Test
    void the_story_of_an_item_tells_each_change() {
        var customer = portfolio.customer("S3", "Story");
        var invoice = portfolio.invoice(customer, "B", "100.00", "2026-01-10", "2026-02-10");
        portfolio.nowOpen(invoice, "2026-03-01", "40.00");
        assertThat(ledger.inTenant(() -> items.get(invoice)).history().getLast().to())
                .isNull();
        portfolio.paid(invoice, "2026-04-01");
        var file = ledger.inTenant(() -> items.get(invoice));
        assertThat(file.customerCode()).isEqualTo("S3");
        assertThat(ItemStory.of(file.history()))
                .extracting(event -> event.getClass().getSimpleName() + " " + event.on())
                .containsExactly("Opened 2026-01-10", "AmountChanged 2026-03-01", "Cleared 2026-04-01");
    }

    @Test
    void an_item_that_came_back_is_opened_again() {
        var due = LocalDate.parse("2026-02-10");
        var amount = new java.math.BigDecimal("5");
        var moved = due.plusDays(10);
        var story = ItemStory.of(java.util.List.of(
                new ItemFile.Span(LocalDate.parse("2026-01-10"), LocalDate.parse("2026-02-01"), due, amount),
                new ItemFile.Span(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"), due, amount),
                new ItemFile.Span(LocalDate.parse("2026-04-01"), null, moved, amount)));
        assertThat(story)
                .extracting(event -> event.getClass().getSimpleName() + " " + event.on())
                .containsExactly(
                        "Opened 2026-01-10", "Cleared 2026-02-01", "Opened 2026-03-01", "DueDateMoved 2026-04-01");
    }

    @Test
    void an_item_of_another_tenant_does_not_exist() {
        var customer = portfolio.customer("S4", "Mine");
        var invoice = portfolio.invoice(customer, "C", "1.00", "2026-01-10", "2026-02-10");
        var other = ledger.newTenant("Other");
        assertThatThrownBy(() -> ledger.as(other, () -> items.get(invoice))).isInstanceOf(NotFound.class);
        assertThat(ledger.as(other, () -> statements.of(customer, LocalDate.parse("2026-11-22"), Statement.Shown.ALL))
                        .lines())
                .isEmpty();
    }

    private java.math.BigDecimal open(CustomerId customer, String day) {
        return on(customer, day, Statement.Shown.OPEN).lines().getFirst().openAmount();
    }

    private Statement on(CustomerId customer, String day, Statement.Shown shown) {
        return ledger.inTenant(() -> statements.of(customer, LocalDate.parse(day), shown));
    }
}
