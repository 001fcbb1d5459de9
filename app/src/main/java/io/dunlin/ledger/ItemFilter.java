package io.dunlin.ledger;

/**
 * What a list of items is narrowed to.
 *
 * @param text words of which each must stand in the number, the unique identifier, the purchase order, or name or code of the customer;
 *     empty for all
 * @param choice of which customers
 * @param criteria as an address says them: their short form, or a search that is kept; empty for none
 */
public record ItemFilter(String text, Status status, CustomerChoice choice, String criteria) {
    public static final ItemFilter NONE = new ItemFilter("", Status.ALL, CustomerChoice.ALL, "");

    /** As it stands today. */
    public enum Status {
        OPEN,
        /** What is owed and was due before today; credits and down-payment requests never are. */
        OVERDUE,
        CLEARED,
        ALL
    }

    /** Of all customers. */
    public ItemFilter(String text, Status status) {
        this(text, status, CustomerChoice.ALL, "");
    }

    /** Those of them that meet the criteria too. */
    public ItemFilter meeting(String further) {
        return new ItemFilter(text, status, choice, further);
    }
}
