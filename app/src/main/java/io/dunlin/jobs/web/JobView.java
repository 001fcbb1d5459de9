package io.dunlin.jobs.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as pages show it, in the viewer's language.
 *
 * @param what name of its kind
 * @param title what it is about; may be empty
 * @param tone meaning of the state: {@code good}, {@code bad}, {@code warn} or empty
 * @param percent null while it cannot be told
 * @param text the step in progress, or the state
 * @param detail counts and remaining time; empty for none
 * @param problem sentence; empty for none
 * @param creator who submitted it, or the system
 * @param duration how long it has run; empty before it started
 * @param facts what came out
 * @param link where the outcome is; null for nowhere
 */
public record JobView(
        long id,
        String what,
        String title,
        String state,
        String tone,
        @Nullable Integer percent,
        String text,
        String detail,
        String problem,
        String creator,
        Instant createdAt,
        String duration,
        List<Fact> facts,
        @Nullable String link,
        boolean active,
        boolean cancelling,
        boolean retryable) {

    /** A figure of the result with its name. */
    public record Fact(String label, String value) {}

    /** What a page that is open needs to know of a change. */
    record Change(long id, String what, @Nullable Integer percent, String text, String detail, boolean active) {}

    Change change() {
        return new Change(id, what, percent, text, detail, active);
    }
}
