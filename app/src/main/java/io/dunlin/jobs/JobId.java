package io.dunlin.jobs;

/** Number of a job, given by the database; positive. */
public record JobId(long value) {
    public JobId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not a job number: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
