package io.dunlin.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What a list of customers is narrowed to.
 *
 * @param text words that name or code must contain, in any case and without accents; empty for all
 * @param overdueOnly only those with something overdue
 * @param blockedOnly only those that are blocked
 * @param group name of a group the customer must belong to, as older addresses say it; null for all
 * @param choice groups, people, countries and own fields
 */
public record CustomerFilter(
        String text,
        boolean overdueOnly,
        boolean blockedOnly,
        @Nullable String group,
        CustomerChoice choice) {
    public static final CustomerFilter NONE = new CustomerFilter("", false, false, null);

    /** Of all customers. */
    public CustomerFilter(String text, boolean overdueOnly, boolean blockedOnly, @Nullable String group) {
        this(text, overdueOnly, blockedOnly, group, CustomerChoice.ALL);
    }

    public CustomerFilter {
        group = group == null || group.isBlank() ? null : group;
    }

    public boolean isNarrow() {
        return !text.isBlank() || overdueOnly || blockedOnly || group != null || !choice.isAll();
    }
}
