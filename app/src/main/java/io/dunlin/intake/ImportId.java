package io.dunlin.intake;

/** Number of an import, given by the database; positive. */
public record ImportId(long value) {
    public ImportId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not an import number: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
