package io.dunlin.ledger.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * Days sales outstanding at the end of one day, with what they are made of; amounts in company currency.
 *
 * @param receivable including tax, less credits
 * @param overdue positive items due before the day
 * @param items open items, with those that have no rate
 * @param unconverted open items in a currency without a rate: in no amount
 * @param calculation days and trace
 */
record DsoPoint(
        LocalDate date, BigDecimal receivable, BigDecimal overdue, int items, int unconverted, CountBack calculation) {
    BigDecimal days() {
        return calculation.days();
    }

    /** The share of the days that overdue items make: {@code days × overdue / receivable}, never more than all of them. */
    BigDecimal overdueDays() {
        return receivable.signum() <= 0
                ? BigDecimal.ZERO
                : days().multiply(overdue.min(receivable)).divide(receivable, CountBack.SCALE, RoundingMode.HALF_UP);
    }

    /** The rest of the days: what is owed but not due yet. */
    BigDecimal currentDays() {
        return days().subtract(overdueDays());
    }
}
