package io.dunlin.ledger.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Days sales outstanding by the count-back (exhaustion) method.
 *
 * <p>The receivable including tax is used up by the sales including tax of the months, backwards from the date. A month that is wholly
 * used counts all its days, the current one those elapsed; the last one counts pro rata:
 * {@code remaining / sales × days}. A month without sales, or with more credit notes than invoices, counts its days and uses up
 * nothing. Nothing receivable: 0 days.
 *
 * @param days with four decimals
 * @param beyondHistory the sales known do not reach back far enough: the true figure is larger than {@code days}
 * @param steps the months that were looked at, latest first
 */
record CountBack(BigDecimal days, boolean beyondHistory, List<Step> steps) {
    static final int SCALE = 4;
    private static final int WORKING_SCALE = 20;

    /**
     * @param days of the month, up to the date in the current one
     * @param counted days of it that the receivable reaches
     * @param remaining receivable not used up after this month
     */
    record Step(YearMonth month, int days, BigDecimal sales, BigDecimal counted, BigDecimal remaining) {}

    CountBack {
        steps = List.copyOf(steps);
    }

    /**
     * @param receivable including tax, at the end of the day
     * @param sales including tax by month of issue, up to the day; the earliest month is where history begins
     */
    static CountBack of(BigDecimal receivable, LocalDate asOf, Map<YearMonth, BigDecimal> sales) {
        if (receivable.signum() <= 0) {
            return new CountBack(BigDecimal.ZERO.setScale(SCALE), false, List.of());
        }
        var current = YearMonth.from(asOf);
        var first = sales.keySet().stream().min(Comparator.naturalOrder()).orElse(current.plusMonths(1));
        var steps = new ArrayList<Step>();
        var remaining = receivable;
        var days = BigDecimal.ZERO;
        for (var month = current; !month.isBefore(first); month = month.minusMonths(1)) {
            var length = month.equals(current) ? asOf.getDayOfMonth() : month.lengthOfMonth();
            var sold = sales.getOrDefault(month, BigDecimal.ZERO);
            var isLast = sold.signum() > 0 && remaining.compareTo(sold) <= 0;
            var counted = isLast
                    ? remaining.multiply(BigDecimal.valueOf(length)).divide(sold, WORKING_SCALE, RoundingMode.HALF_UP)
                    : BigDecimal.valueOf(length);
            remaining = isLast ? BigDecimal.ZERO : remaining.subtract(sold.max(BigDecimal.ZERO));
            days = days.add(counted);
            steps.add(new Step(month, length, sold, counted.setScale(SCALE, RoundingMode.HALF_UP), remaining));
            if (isLast) {
                return new CountBack(days.setScale(SCALE, RoundingMode.HALF_UP), false, steps);
            }
        }
        return new CountBack(days.setScale(SCALE, RoundingMode.HALF_UP), true, steps);
    }
}
