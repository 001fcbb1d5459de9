package io.dunlin.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of the steps of a company.
 *
 * @param day the company's day it is about
 * @param user who started it; null: nobody, it ran by itself
 * @param endedAt null while steps are missing
 * @param steps in the order in which they ran
 */
public record CycleRun(
        long id,
        Cause cause,
        LocalDate day,
        @Nullable String user,
        Instant beganAt,
        @Nullable Instant endedAt,
        List<Step> steps) {
    /** Why steps run. Stored: never rename. */
    public enum Cause {
        IMPORT,
        DAY,
        HAND,
        /** What was told of customers. */
        NEWS
    }

    /**
     * @param changed how many customers it changed; null where it failed
     * @param problem why it failed; null where it did not
     */
    public record Step(
            String code,
            Duration duration,
            @Nullable Long changed,
            @Nullable JobProblem problem) {}

    public CycleRun {
        steps = List.copyOf(steps);
    }

    public boolean hasFailed() {
        return steps.stream().anyMatch(step -> step.problem() != null);
    }

    /** Of all steps together. */
    public Duration duration() {
        return steps.stream().map(Step::duration).reduce(Duration.ZERO, Duration::plus);
    }
}
