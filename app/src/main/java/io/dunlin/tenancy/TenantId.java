package io.dunlin.tenancy;

/** Number of a tenant, given by the database; positive. */
public record TenantId(long value) {
    public TenantId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not a tenant number: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
