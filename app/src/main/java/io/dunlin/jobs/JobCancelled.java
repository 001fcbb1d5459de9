package io.dunlin.jobs;

/** Ends a run that the user cancelled, or that this node must give up. Let it pass. */
public final class JobCancelled extends RuntimeException {
    JobCancelled(JobId job) {
        super("Job " + job + " was told to stop");
    }
}
