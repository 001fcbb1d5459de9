package io.dunlin.tenancy;

/** Number of a company, given by the database; positive. */
public record CompanyId(long value) {
    public CompanyId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not a company number: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
