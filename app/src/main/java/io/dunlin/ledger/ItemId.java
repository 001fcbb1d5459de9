package io.dunlin.ledger;

/** Number of an item, given by the database; positive. */
public record ItemId(long value) {
    public ItemId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not an item number: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
