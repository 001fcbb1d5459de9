package io.dunlin.intake;

/** Number of an upload, given by the database; positive. */
public record UploadId(long value) {
    public UploadId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not an upload number: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
