package io.dunlin.jobs;

/** Where a job stands. Stored by name: never rename. */
public enum JobState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** Whether something is still to happen. */
    public boolean isActive() {
        return this == QUEUED || this == RUNNING;
    }

    /** Whether it can be run again. */
    public boolean isRetryable() {
        return this == FAILED || this == CANCELLED;
    }
}
