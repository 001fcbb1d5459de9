package io.dunlin.ledger.report;

import io.dunlin.ledger.ItemId;
import io.dunlin.ledger.ItemKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item that was open at the end of a day.
 *
 * @param daysOverdue days since it fell due; 0 or less: not overdue
 * @param openAmount in the item's own currency
 * @param amount in company currency; null where there is no rate
 */
record OpenItemLine(
        ItemId id,
        String number,
        ItemKind kind,
        String code,
        String name,
        LocalDate issueDate,
        LocalDate dueDate,
        int daysOverdue,
        String currency,
        BigDecimal openAmount,
        @Nullable BigDecimal amount) {
    /** A page of the items, and the number and the sum of all that fit. */
    record Answer(List<OpenItemLine> lines, long items, BigDecimal amount) {}
}
