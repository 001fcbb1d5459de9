package io.dunlin.ledger;

import io.dunlin.tenancy.Company;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a file is to do to the ledger of one company.
 *
 * @param importId number of the import, for undo and history
 * @param mode what absence from the file means
 * @param asOf the day the file describes; an absent item is cleared on it
 * @param clearingConfirmed a person has confirmed that more than half of the open items may be cleared
 * @param fields names of the optional item columns that the file has (snake case as in {@code ledger.item}: {@code due_date},
 *     {@code purchase_order}, {@code custom_1} ...); only these are compared and changed on items that exist
 */
public record LoadOrder(
        long importId, Company company, Mode mode, LocalDate asOf, boolean clearingConfirmed, Set<String> fields) {
    public enum Mode {
        /** The file holds all open items: what is absent has been paid. */
        STOCK,
        /** Only what the file says. */
        DELTA
    }

    public LoadOrder {
        fields = Set.copyOf(fields);
    }
}
