package io.dunlin.ledger;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list of items, with the totals of the whole filtered set. */
public record ItemList(List<ItemLine> lines, Totals totals) {
    public ItemList {
        lines = List.copyOf(lines);
    }

    /**
     * Over all pages; no amounts of different currencies are ever added up.
     *
     * @param isCut whether there are more than so many items: then nothing is added up
     */
    public record Totals(long items, boolean isCut, List<InCurrency> parts) {
        public Totals {
            parts = List.copyOf(parts);
        }

        static Totals of(List<InCurrency> parts) {
            return new Totals(parts.stream().mapToLong(InCurrency::items).sum(), false, parts);
        }

        static Totals cut(long items) {
            return new Totals(items, true, List.of());
        }

        /** Of no items at all. */
        public static Totals none() {
            return of(List.of());
        }

        /** What is open, in the company's currency; without memo items, and without currencies that have no rate. */
        public BigDecimal amount() {
            return parts.stream()
                    .filter(part -> !part.isMemo() && part.amount() != null)
                    .map(InCurrency::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** What is open in currencies without a rate. */
        public List<InCurrency> unconverted() {
            return parts.stream()
                    .filter(part -> !part.isMemo()
                            && part.amount() == null
                            && part.open().signum() != 0)
                    .toList();
        }
    }

    /**
     * The items of one currency.
     *
     * @param isMemo whether they are down-payment requests, which are in no balance; the others of that currency are a part of their own
     * @param amount what is open in the company's currency, each item converted and rounded; null where there is no rate
     */
    public record InCurrency(
            String currency,
            boolean isMemo,
            long items,
            BigDecimal original,
            BigDecimal open,
            @Nullable BigDecimal amount) {}
}
