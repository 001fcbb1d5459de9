package io.dunlin.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item in a list.
 *
 * @param customer code of the customer
 * @param daysOverdue days since it fell due, negative before; null: it is cleared
 * @param currency of the original and the open amount
 * @param amount what is open in the company's currency, at today's rate; null where there is no rate
 * @param clearedOn null: open
 * @param further what was asked for besides, by the key of its {@link ItemListColumn}; without empty ones
 */
public record ItemLine(
        ItemId id,
        String number,
        ItemKind kind,
        String customer,
        String customerName,
        LocalDate issueDate,
        LocalDate dueDate,
        @Nullable Integer daysOverdue,
        String currency,
        BigDecimal originalAmount,
        BigDecimal openAmount,
        @Nullable BigDecimal amount,
        @Nullable LocalDate clearedOn,
        @Nullable String purchaseOrder,
        Map<String, Object> further) {
    public ItemLine {
        further = Map.copyOf(further);
    }

    /** Something the customer owes and is late with: neither a credit nor a memo. */
    public boolean isOverdue() {
        return daysOverdue != null
                && daysOverdue > 0
                && openAmount.signum() > 0
                && kind != ItemKind.DOWN_PAYMENT_REQUEST;
    }
}
