package io.dunlin.ledger.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one customer owes, or several of them together, by age; amounts in company currency.
 *
 * @param code the customer's, or what the filter is set to that chooses the line; null: those without a value, or all
 * @param name null: those without a value, or all
 * @param customers number of them
 * @param amounts one for each bucket of the question, in its order; they add up to the total
 * @param overdue due before the day of the ageing
 * @param overduePercent overdue of the total; null where nothing is owed
 * @param items open items, with those that have no rate
 * @param unconverted open items in a currency without a rate: in no amount
 */
record AgeingLine(
        @Nullable String code,
        @Nullable String name,
        long customers,
        List<BigDecimal> amounts,
        BigDecimal total,
        BigDecimal overdue,
        @Nullable BigDecimal overduePercent,
        long items,
        long unconverted) {
    AgeingLine {
        amounts = List.copyOf(amounts);
    }

    /** What it stands for. */
    GroupedLine head() {
        return new GroupedLine(code, name, customers, Map.of());
    }

    /**
     * A page of the lines and the totals of all that fit the question.
     *
     * @param count number of lines over all pages
     */
    record Answer(List<AgeingLine> lines, AgeingLine totals, long count) {
        /** Over all pages. */
        long customers() {
            return totals.customers();
        }
    }

    /** What is open in a currency without a rate. */
    record Unconverted(String currency, BigDecimal amount, long items) {}
}
