package io.dunlin.ledger.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one customer owes, or all of them together, by age; amounts in company currency.
 *
 * @param code the customer's; empty in the line of totals
 * @param amounts one for each bucket of the question, in its order; they add up to the total
 * @param overdue due before the day of the ageing
 * @param overduePercent overdue of the total; null where nothing is owed
 * @param items open items, with those that have no rate
 * @param unconverted open items in a currency without a rate: in no amount
 */
record AgeingLine(
        String code,
        String name,
        List<BigDecimal> amounts,
        BigDecimal total,
        BigDecimal overdue,
        @Nullable BigDecimal overduePercent,
        long items,
        long unconverted) {
    AgeingLine {
        amounts = List.copyOf(amounts);
    }

    /**
     * A page of the customers and the totals of all that fit the question.
     *
     * @param customers number of customers that fit, over all pages
     */
    record Answer(List<AgeingLine> lines, AgeingLine totals, long customers) {}

    /** What is open in a currency without a rate. */
    record Unconverted(String currency, BigDecimal amount, long items) {}
}
