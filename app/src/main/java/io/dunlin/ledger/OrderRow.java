package io.dunlin.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One open order as a file states it.
 *
 * @param rowNumber row of the file, the header being row 1
 * @param number what the company calls it; with the customer it says which order it is
 * @param expectedDate when it will be delivered or invoiced; null: not known
 * @param amount what is left to invoice; 0: the order is no longer open
 */
public record OrderRow(
        long rowNumber,
        String customerCode,
        String number,
        LocalDate orderDate,
        @Nullable LocalDate expectedDate,
        String currency,
        BigDecimal amount,
        @Nullable String description) {}
