package io.dunlin.ledger;

/** Number of a customer, given by the database; positive. */
public record CustomerId(long value) {
    public CustomerId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not a customer number: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
