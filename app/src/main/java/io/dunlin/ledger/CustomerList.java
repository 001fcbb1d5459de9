package io.dunlin.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list of customers, with the totals of the whole filtered set. */
public record CustomerList(List<CustomerLine> lines, Totals totals) {
    public CustomerList {
        lines = List.copyOf(lines);
    }

    /**
     * Over all pages, in the company's currency.
     *
     * @param averageDelay weighted by amount over all invoices; null: nothing was paid
     */
    public record Totals(
            long customers,
            BigDecimal receivable,
            BigDecimal overdue,
            @Nullable LocalDate oldestDueDate,
            @Nullable BigDecimal averageDelay) {
        public @Nullable BigDecimal overduePercent() {
            return CustomerLine.percent(overdue, receivable);
        }
    }
}
