package io.dunlin.ledger.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A customer with something overdue at the end of a day; amounts in company currency.
 *
 * @param items overdue ones
 * @param oldestDays how many days late the oldest of them is
 * @param lateDays how late they are on average, weighted by amount
 * @param usualDays average days between due date and payment of the invoices paid in the six months before, weighted by amount;
 *     negative: early; null: none was paid
 * @param share of all that is overdue of the customers looked at, in percent
 * @param score by which calls are ranked, see {@link CallRank}
 */
record OverdueCustomer(
        String code,
        String name,
        @Nullable String city,
        BigDecimal overdue,
        int items,
        int oldestDays,
        BigDecimal lateDays,
        @Nullable BigDecimal usualDays,
        BigDecimal share,
        BigDecimal score) {

    /**
     * All customers together.
     *
     * @param owing customers with anything open
     * @param customers those with something overdue
     * @param half how many of them, the largest first, make half of the overdue
     */
    record Totals(BigDecimal receivable, BigDecimal overdue, int items, int owing, int customers, int half) {}
}
