package io.dunlin.ledger.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Days sales outstanding of one customer, of several together, or the sums of all; amounts in company currency.
 *
 * @param code the customer's, or what the filter is set to that chooses the line; null: those without a value, or all
 * @param name null: those without a value, or all
 * @param customers number of them; 0 in the sums
 * @param beyondHistory the true figure is larger than {@code days}: the sales known do not reach back far enough
 * @param yearSales invoices less credit notes including tax, of the last 12 months
 * @param dayCost what one day of outstanding sales costs in a year: {@code yearSales / 365 × interest rate}
 */
record DsoLine(
        @Nullable String code,
        @Nullable String name,
        long customers,
        BigDecimal receivable,
        BigDecimal overdue,
        BigDecimal days,
        boolean beyondHistory,
        BigDecimal overdueDays,
        BigDecimal yearSales,
        BigDecimal dayCost) {
    /**
     * A page of the lines and the sums of all that fit; the sums have no days.
     *
     * @param count number of lines, over all pages
     */
    record Answer(List<DsoLine> lines, DsoLine totals, long count) {}

    /** What it stands for. */
    GroupedLine head() {
        return new GroupedLine(code, name, customers, Map.of());
    }
}
