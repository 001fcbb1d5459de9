package io.dunlin.ledger;

import java.math.BigDecimal;

/**
 * What the delay of a customer's profile is made of, as {@link DelayColumns} of a row.
 *
 * @param items invoices paid in six months
 * @param weighted their amounts times days between due date and payment
 * @param unpaidItems invoices that are overdue
 * @param unpaidWeighted their open amounts times days since the due date
 */
record DelayFigures(
        int items,
        BigDecimal weighted,
        BigDecimal amount,
        int unpaidItems,
        BigDecimal unpaidWeighted,
        BigDecimal unpaidAmount) {}
