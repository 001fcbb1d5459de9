package io.dunlin.ledger.web;

import io.dunlin.ledger.ItemFilter.Status;
import io.dunlin.ledger.ItemList;
import io.dunlin.reporting.Chosen;
import io.dunlin.reporting.Parameter;
import io.dunlin.web.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of items.
 *
 * @param currency of the company
 * @param parameters what the customers of the items can be narrowed to
 * @param criteria in force, in words; null: none
 * @param refusal why the criteria of the address mean nothing; null: they do mean something
 * @param notices what is missing from the totals
 * @param isBuilding whether the criteria are being built
 * @param isEmpty whether the company has no item at all
 */
public record ItemsView(
        Table table,
        ItemList.Totals totals,
        String currency,
        Status status,
        List<Parameter> parameters,
        Chosen chosen,
        @Nullable String criteria,
        @Nullable String refusal,
        List<String> notices,
        boolean isBuilding,
        boolean isEmpty) {
    /** As an address says it. */
    public String word(Status one) {
        return ItemsQuery.word(one);
    }
}
