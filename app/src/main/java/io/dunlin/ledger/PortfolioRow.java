package io.dunlin.ledger;

import io.dunlin.tenancy.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user with customers to look after, as a file states it.
 *
 * @param rowNumber row of the file, the header being row 1
 * @param email with which the user signs in
 * @param name null: the file does not say
 * @param role what a new user becomes, never an administrator; null: the file does not say
 * @param customerCodes may be empty: the user alone
 */
public record PortfolioRow(
        long rowNumber,
        String email,
        @Nullable String name,
        @Nullable Role role,
        List<String> customerCodes) {
    public PortfolioRow {
        customerCodes = List.copyOf(customerCodes);
    }
}
