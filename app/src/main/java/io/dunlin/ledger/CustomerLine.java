package io.dunlin.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer in a list; amounts in the company's currency, as the facts were last built.
 *
 * @param oldestDueDate earliest due date of what the customer owes and is overdue; null: nothing overdue
 * @param averageDelay days between due date and payment over six months; negative: early; null: nothing was paid
 * @param debtor name of the legal person behind the account
 * @param accounts accounts of that debtor, this one included
 * @param further what was asked for besides, by the key of its {@link CustomerColumn}; without empty ones
 */
public record CustomerLine(
        CustomerId id,
        String code,
        String name,
        @Nullable String city,
        @Nullable String country,
        boolean blocked,
        BigDecimal receivable,
        BigDecimal overdue,
        @Nullable LocalDate oldestDueDate,
        @Nullable BigDecimal averageDelay,
        String debtor,
        int accounts,
        Map<String, Object> further) {
    public CustomerLine {
        further = Map.copyOf(further);
    }

    /** Share of the receivable that is overdue, in percent with one decimal; null where the balance is not positive. */
    public @Nullable BigDecimal overduePercent() {
        return percent(overdue, receivable);
    }

    static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? null : part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
    }
}
