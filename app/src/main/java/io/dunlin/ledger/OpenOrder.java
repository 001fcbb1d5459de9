package io.dunlin.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order that is not invoiced yet.
 *
 * @param expectedDate when it will be delivered or invoiced; null: not known
 */
public record OpenOrder(
        String number,
        LocalDate orderDate,
        @Nullable LocalDate expectedDate,
        String currency,
        BigDecimal amount,
        @Nullable String description) {}
