package io.dunlin.ledger;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of customers is narrowed to.
 *
 * @param text words that name or code must contain, in any case and without accents; empty for all
 * @param overdueOnly only those with something overdue
 * @param blockedOnly only those that are blocked
 * @param group name of a group the customer must belong to, as older addresses say it; null for all
 * @param choice groups, people, countries and own fields
 * @param criteria as an address says them: their short form, or a search that is kept; empty for none
 * @param only these and no others; null for all
 * @param except none of these
 */
public record CustomerFilter(
        String text,
        boolean overdueOnly,
        boolean blockedOnly,
        @Nullable String group,
        CustomerChoice choice,
        String criteria,
        @Nullable Set<CustomerId> only,
        Set<CustomerId> except) {
    public static final CustomerFilter NONE = new CustomerFilter("", false, false, null);

    public CustomerFilter {
        group = group == null || group.isBlank() ? null : group;
        only = only == null ? null : Set.copyOf(only);
        except = Set.copyOf(except);
    }

    /** Of all customers. */
    public CustomerFilter(String text, boolean overdueOnly, boolean blockedOnly, @Nullable String group) {
        this(text, overdueOnly, blockedOnly, group, CustomerChoice.ALL);
    }

    /** Of the customers chosen, whichever they are. */
    public CustomerFilter(
            String text, boolean overdueOnly, boolean blockedOnly, @Nullable String group, CustomerChoice choice) {
        this(text, overdueOnly, blockedOnly, group, choice, "", null, Set.of());
    }

    /** Those of them that meet the criteria too. */
    public CustomerFilter meeting(String further) {
        return new CustomerFilter(text, overdueOnly, blockedOnly, group, choice, further, only, except);
    }

    /** These customers and no others. */
    public static CustomerFilter only(Set<CustomerId> customers) {
        return new CustomerFilter("", false, false, null, CustomerChoice.ALL, "", customers, Set.of());
    }

    /** The same without these customers. */
    public CustomerFilter except(Set<CustomerId> customers) {
        return new CustomerFilter(text, overdueOnly, blockedOnly, group, choice, criteria, only, customers);
    }

    public boolean isNarrow() {
        return !text.isBlank()
                || overdueOnly
                || blockedOnly
                || group != null
                || !choice.isAll()
                || !criteria.isEmpty()
                || only != null
                || !except.isEmpty();
    }
}
