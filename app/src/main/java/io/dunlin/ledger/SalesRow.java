package io.dunlin.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was sold to a customer in a month, as a file states it.
 *
 * @param rowNumber row of the file, the header being row 1
 * @param month its first day
 * @param amount including tax
 * @param amountNet excluding tax; null: not known
 */
public record SalesRow(
        long rowNumber,
        String customerCode,
        LocalDate month,
        String currency,
        BigDecimal amount,
        @Nullable BigDecimal amountNet) {}
