package io.dunlin.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invented item with all that will happen to it.
 *
 * @param amount in hundredths; negative for credit notes and payments
 * @param part of the amount, paid on {@code partOn}; 0 where nothing was paid ahead
 * @param clearedOn null: never
 */
record DemoItem(
        DemoCustomer customer,
        String type,
        String number,
        LocalDate issued,
        LocalDate due,
        long amount,
        long part,
        @Nullable LocalDate partOn,
        @Nullable LocalDate clearedOn) {
    static final List<String> HEADER = List.of(
            "customer_code",
            "item_number",
            "item_type",
            "invoice_date",
            "due_date",
            "amount",
            "net_amount",
            "open_amount",
            "payment_date",
            "sales_manager",
            "purchase_order");

    /** Whether a file that covers the days behind {@code after} up to {@code until} has something to say of it. */
    boolean speaksIn(LocalDate after, LocalDate until) {
        return isIn(issued, after, until) || isIn(partOn, after, until) || isIn(clearedOn, after, until);
    }

    /** As it stood at the end of the day. */
    List<String> row(LocalDate on) {
        var cleared = clearedOn != null && !clearedOn.isAfter(on);
        var partPaid = partOn != null && !partOn.isAfter(on);
        var open = cleared ? 0 : partPaid ? amount - part : amount;
        return List.of(
                customer.code(),
                number,
                type,
                issued.toString(),
                due.toString(),
                text(amount),
                text(amount * 5 / 6),
                text(open),
                cleared ? String.valueOf(clearedOn) : "",
                customer.salesManager(),
                "PO" + number.substring(number.length() - 5));
    }

    private static boolean isIn(@Nullable LocalDate day, LocalDate after, LocalDate until) {
        return day != null && day.isAfter(after) && !day.isAfter(until);
    }

    private static String text(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }
}
