package io.dunlin.ledger;

import io.dunlin.tenancy.CompanyId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All about one item.
 *
 * @param originalAmountNet excluding tax; null: not known
 * @param clearedOn null: open
 * @param sourceType the type as the ERP names it
 * @param custom twelve values, null where absent
 * @param createdImport number of the import that brought it; null: not by an import
 * @param history the open amount and due date through time, the earliest first
 */
public record ItemFile(
        ItemId id,
        CompanyId company,
        String customerCode,
        String customerName,
        ItemKind kind,
        String number,
        @Nullable String uniqueId,
        String currency,
        BigDecimal originalAmount,
        @Nullable BigDecimal originalAmountNet,
        BigDecimal openAmount,
        LocalDate issueDate,
        LocalDate dueDate,
        boolean dueDateAssumed,
        @Nullable LocalDate orderDate,
        @Nullable LocalDate clearedOn,
        @Nullable String purchaseOrder,
        @Nullable String fileNumber,
        @Nullable String businessCase,
        @Nullable String sourceType,
        @Nullable String salesManager,
        @Nullable String salesAdministration,
        List<@Nullable String> custom,
        @Nullable Long createdImport,
        @Nullable Long changedImport,
        List<Span> history) {
    public ItemFile {
        history = List.copyOf(history);
    }

    /**
     * Days on which the item was open with one amount and one due date.
     *
     * @param to the first day on which it was no longer so; null: it still is
     */
    public record Span(LocalDate from, @Nullable LocalDate to, LocalDate dueDate, BigDecimal openAmount) {}
}
