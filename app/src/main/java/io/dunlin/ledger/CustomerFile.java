package io.dunlin.ledger;

import io.dunlin.tenancy.Company;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All about one customer but its items and contacts.
 *
 * @param debtor number of the legal person behind the account
 * @param accounts accounts of that debtor, this one included
 * @param contacts how many there are
 * @param createdImport number of the import that brought it; null: not by an import
 * @param version for concurrent changes
 */
public record CustomerFile(
        CustomerId id,
        Company company,
        CustomerDetails details,
        DebtorId debtor,
        String debtorName,
        int accounts,
        List<Group> groups,
        int contacts,
        CustomerFigures figures,
        @Nullable Long createdImport,
        @Nullable Long changedImport,
        int version) {
    public CustomerFile {
        groups = List.copyOf(groups);
    }

    /** Path of this file. */
    public String address() {
        return CustomerAddress.of(company.code(), details.code());
    }
}
