package io.dunlin.tenancy;

/** Number of a user, given by the database; positive. */
public record UserId(long value) {
    public UserId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not a user number: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
