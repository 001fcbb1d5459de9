package io.dunlin.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a customer in the company's currency, as last built.
 *
 * @param asOf the day they are true for; null: never built, all figures are zero
 * @param overdue what is owed and due before that day; credits do not lessen it
 * @param overdueByBracket overdue by the company's ageing brackets, the open-ended one last; six values
 * @param credits open credit notes, unallocated payments and overpaid items, whatever their date; negative. The receivable is the
 *     sum of what is not due, overdue and these
 * @param unconvertedItems open items in a currency without a rate, in no amount
 * @param oldestDueDate earliest due date of what is owed and overdue; null: nothing overdue
 * @param averageDelay days between due date and payment, weighted by amount, over invoices paid in the six months before;
 *     negative: early; null: nothing was paid
 * @param delayItems invoices behind the average
 * @param delayWeighted sum of amount times days
 * @param delayAmount sum of the amounts
 * @param largestExposure highest balance at the end of any day of the last 12 months
 * @param orderBacklog what is ordered and not invoiced yet; orders in a currency without a rate left out
 */
public record CustomerFigures(
        @Nullable LocalDate asOf,
        BigDecimal receivable,
        BigDecimal notDue,
        BigDecimal overdue,
        List<BigDecimal> overdueByBracket,
        BigDecimal credits,
        int openItems,
        int unconvertedItems,
        @Nullable LocalDate oldestDueDate,
        @Nullable LocalDate lastPaymentDate,
        @Nullable BigDecimal averageDelay,
        int delayItems,
        BigDecimal delayWeighted,
        BigDecimal delayAmount,
        BigDecimal sales12Months,
        BigDecimal largestExposure,
        BigDecimal orderBacklog) {
    public CustomerFigures {
        overdueByBracket = List.copyOf(overdueByBracket);
    }

    /** Share of the receivable that is overdue, in percent with one decimal; null where the balance is not positive. */
    public @Nullable BigDecimal overduePercent() {
        return CustomerLine.percent(overdue, receivable);
    }
}
