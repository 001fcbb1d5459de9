package io.dunlin.ledger.report;

import java.math.BigDecimal;
import java.util.List;

/**
 * Days sales outstanding of one customer, or the sums of all; amounts in company currency.
 *
 * @param beyondHistory the true figure is larger than {@code days}: the sales known do not reach back far enough
 * @param yearSales invoices less credit notes including tax, of the last 12 months
 * @param dayCost what one day of outstanding sales costs in a year: {@code yearSales / 365 × interest rate}
 */
record DsoLine(
        String code,
        String name,
        BigDecimal receivable,
        BigDecimal overdue,
        BigDecimal days,
        boolean beyondHistory,
        BigDecimal overdueDays,
        BigDecimal yearSales,
        BigDecimal dayCost) {
    /**
     * A page of the customers and the sums of all that fit; the sums have no days.
     *
     * @param customers number of customers that fit, over all pages
     */
    record Answer(List<DsoLine> lines, DsoLine totals, long customers) {}
}
