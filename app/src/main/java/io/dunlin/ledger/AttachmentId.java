package io.dunlin.ledger;

/** Number of a file of an item or customer, given by the database; positive. */
public record AttachmentId(long value) {
    public AttachmentId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not an attachment number: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
