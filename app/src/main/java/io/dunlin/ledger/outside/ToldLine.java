package io.dunlin.ledger.outside;

import org.jspecify.annotations.Nullable;

/**
 * What a source says of one customer, as it was written.
 *
 * @param place of the line among all, from 1
 * @param customer its code
 * @param value empty: nothing is known any more; null: the line has none, and is refused
 * @param day from which it holds, as 2026-11-30; null or empty: today
 */
public record ToldLine(
        int place,
        @Nullable String customer,
        @Nullable String value,
        @Nullable String day) {}
