package io.dunlin.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item as a file states it, read and checked on its own.
 *
 * @param rowNumber row of the file, the header being row 1
 * @param customerCode exact text; leading zeros count
 * @param customerName name for a customer that does not exist yet; null: the code serves
 * @param number exact text of the item's number
 * @param uniqueId mapped unique identifier; null: the number within company and calendar year of issue identifies
 * @param currency ISO 4217
 * @param originalAmount including tax, signed: positive is owed to the company
 * @param originalAmountNet excluding tax; null: not known
 * @param openAmount what is still open, signed like the original; 0 where {@code clearedOn} is given
 * @param dueDate null: the issue date is assumed, and flagged
 * @param clearedOn date of payment or clearing; null: open
 * @param sourceType the type as the ERP names it
 * @param custom twelve values, null where absent
 */
public record ItemRow(
        long rowNumber,
        String customerCode,
        @Nullable String customerName,
        ItemKind kind,
        String number,
        @Nullable String uniqueId,
        String currency,
        BigDecimal originalAmount,
        @Nullable BigDecimal originalAmountNet,
        BigDecimal openAmount,
        LocalDate issueDate,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate orderDate,
        @Nullable LocalDate clearedOn,
        @Nullable String purchaseOrder,
        @Nullable String fileNumber,
        @Nullable String businessCase,
        @Nullable String sourceType,
        @Nullable String salesManager,
        @Nullable String salesAdministration,
        List<@Nullable String> custom) {}
