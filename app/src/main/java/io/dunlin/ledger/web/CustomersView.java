package io.dunlin.ledger.web;

import io.dunlin.ledger.CustomerList;
import io.dunlin.reporting.Chosen;
import io.dunlin.reporting.Parameter;
import io.dunlin.web.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of customers.
 *
 * @param parameters what the customers can be narrowed to
 * @param on further filters in force, each of which can be removed
 * @param offers further filters to add, with the address that has them
 * @param refusal why the criteria of the address mean nothing; null: they do mean something
 * @param isBuilding whether the criteria are being built
 * @param currency in which the totals are stated
 * @param isEmpty whether the company has no customer at all
 */
public record CustomersView(
        Table table,
        CustomerList.Totals totals,
        String currency,
        List<Parameter> parameters,
        Chosen chosen,
        List<Chip> on,
        List<Chip> offers,
        @Nullable String refusal,
        boolean isBuilding,
        boolean isEmpty) {
    /** @param parameter of the address, {@code 1} where the filter is in force */
    public record Chip(String label, String parameter) {}
}
