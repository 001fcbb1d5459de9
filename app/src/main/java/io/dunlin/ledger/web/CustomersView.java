package io.dunlin.ledger.web;

import io.dunlin.ledger.CustomerList;
import io.dunlin.web.Table;
import java.util.List;

/**
 * The list of customers.
 *
 * @param on filters in force, with the address without each
 * @param offers filters to add, with the address that has them
 * @param currency in which the totals are stated
 * @param isEmpty whether the company has no customer at all
 */
public record CustomersView(
        Table table, CustomerList.Totals totals, String currency, List<Chip> on, List<Chip> offers, boolean isEmpty) {
    public record Chip(String label, String address) {}
}
