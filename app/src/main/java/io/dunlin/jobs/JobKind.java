package io.dunlin.jobs;

/**
 * A kind of background work. To add one, add a Spring bean of this type in the module that knows the work.
 *
 * <p>A run may be started again from the beginning when the node that ran it died, so work must commit in one transaction or
 * be safe to repeat. It runs within the tenant that submitted it, outside any transaction.
 */
public interface JobKind {
    /** Stored with each job: never change it. The text of its name has the key {@code <code>.job}. */
    String code();

    /**
     * Does the work. A {@link io.dunlin.kernel.Rejected} ends the job with that sentence; any other exception is a bug and
     * ends it with a number to quote.
     */
    void run(JobRun run) throws Exception;
}
