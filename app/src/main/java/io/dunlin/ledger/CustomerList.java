package io.dunlin.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
     * @param further sums of what was asked for besides, by the key of its {@link CustomerColumn}
     */
    public record Totals(
            long customers,
            BigDecimal receivable,
            BigDecimal overdue,
            @Nullable LocalDate oldestDueDate,
            @Nullable BigDecimal averageDelay,
            Map<String, Object> further) {
        public Totals {
            further = Map.copyOf(further);
        }

        public @Nullable BigDecimal overduePercent() {
            return CustomerLine.percent(overdue, receivable);
        }
    }
}
