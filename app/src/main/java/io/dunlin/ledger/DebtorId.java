package io.dunlin.ledger;

/** Number of a debtor, given by the database; positive. */
public record DebtorId(long value) {
    public DebtorId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not a debtor number: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
