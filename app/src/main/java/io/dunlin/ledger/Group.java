package io.dunlin.ledger;

import java.util.List;

/**
 * A named set of customers.
 *
 * @param id number given by the database
 * @param name unique in the tenant
 * @param colour one of {@link #COLOURS}
 */
public record Group(long id, String name, String colour) {
    public static final List<String> COLOURS = List.of("grey", "blue", "green", "amber", "red", "violet");
}
