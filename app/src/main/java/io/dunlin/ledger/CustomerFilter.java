package io.dunlin.ledger;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of customers is narrowed to.
 *
 * @param text words that name or code must contain, in any case and without accents; empty for all
 * @param overdueOnly only those with an overdue balance
 * @param blockedOnly only those that are blocked
 * @param group name of a group the customer must belong to; null for all
 * @param only these and no others; null for all
 * @param except none of these
 */
public record CustomerFilter(
        String text,
        boolean overdueOnly,
        boolean blockedOnly,
        @Nullable String group,
        @Nullable Set<CustomerId> only,
        Set<CustomerId> except) {
    public static final CustomerFilter NONE = new CustomerFilter("", false, false, null);

    public CustomerFilter {
        group = group == null || group.isBlank() ? null : group;
        only = only == null ? null : Set.copyOf(only);
        except = Set.copyOf(except);
    }

    public CustomerFilter(String text, boolean overdueOnly, boolean blockedOnly, @Nullable String group) {
        this(text, overdueOnly, blockedOnly, group, null, Set.of());
    }

    /** These customers and no others. */
    public static CustomerFilter only(Set<CustomerId> customers) {
        return new CustomerFilter("", false, false, null, customers, Set.of());
    }

    /** The same without these customers. */
    public CustomerFilter except(Set<CustomerId> customers) {
        return new CustomerFilter(text, overdueOnly, blockedOnly, group, only, customers);
    }

    public boolean isNarrow() {
        return !text.isBlank() || overdueOnly || blockedOnly || group != null || only != null || !except.isEmpty();
    }
}
