package io.dunlin.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What a list of customers is narrowed to.
 *
 * @param text words that name or code must contain, in any case and without accents; empty for all
 * @param overdueOnly only those with an overdue balance
 * @param blockedOnly only those that are blocked
 * @param group name of a group the customer must belong to; null for all
 */
public record CustomerFilter(
        String text,
        boolean overdueOnly,
        boolean blockedOnly,
        @Nullable String group) {
    public static final CustomerFilter NONE = new CustomerFilter("", false, false, null);

    public CustomerFilter {
        group = group == null || group.isBlank() ? null : group;
    }

    public boolean isNarrow() {
        return !text.isBlank() || overdueOnly || blockedOnly || group != null;
    }
}
