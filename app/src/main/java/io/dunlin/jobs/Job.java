package io.dunlin.jobs;

import io.dunlin.tenancy.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A piece of background work as a person sees it.
 *
 * @param kind code of its {@link JobKind}
 * @param title what it is about, in the user's words: a file name, a report
 * @param step message key of the step in progress; null before the first
 * @param done units of the step that are done
 * @param total units of the step; null while unknown
 * @param result what came out; empty until it ended well
 * @param problem null unless it failed
 * @param attempt how often it was started since it was last submitted or retried
 * @param creator who submitted it, null for the system; {@code creatorName} is that person's name
 */
public record Job(
        JobId id,
        String kind,
        String title,
        JobState state,
        @Nullable String step,
        long done,
        @Nullable Long total,
        JsonNode result,
        @Nullable JobProblem problem,
        boolean cancelRequested,
        int attempt,
        @Nullable UserId creator,
        @Nullable String creatorName,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant stepAt,
        @Nullable Instant endedAt) {

    public boolean isActive() {
        return state.isActive();
    }

    /** How far the step is, 0 to 100; empty while its size is unknown. */
    public OptionalInt percent() {
        return total == null || total <= 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.clamp(done * 100 / total, 0, 100));
    }

    /** How long it has run; empty before it started. */
    public Optional<Duration> duration(Instant now) {
        return startedAt == null
                ? Optional.empty()
                : Optional.of(Duration.between(startedAt, endedAt == null ? now : endedAt));
    }

    /** How long the step will take at its pace so far; empty while that cannot be told. */
    public Optional<Duration> remaining(Instant now) {
        if (state != JobState.RUNNING || stepAt == null || total == null || done <= 0) {
            return Optional.empty();
        }
        var elapsed = Duration.between(stepAt, now);
        // The first moments say nothing about the pace.
        return elapsed.toSeconds() < 1
                ? Optional.empty()
                : Optional.of(elapsed.multipliedBy(Math.max(0, total - done)).dividedBy(done));
    }
}
