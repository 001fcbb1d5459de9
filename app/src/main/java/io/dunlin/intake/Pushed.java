package io.dunlin.intake;

import io.dunlin.jobs.JobId;

/**
 * A file that a program has pushed, and the job that loads it.
 *
 * @param repeated true where the same file had come under the same key before: nothing was started
 */
public record Pushed(ImportId id, JobId job, boolean repeated) {}
