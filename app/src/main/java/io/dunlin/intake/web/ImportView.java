package io.dunlin.intake.web;

import io.dunlin.intake.Import;
import io.dunlin.intake.ImportState;
import io.dunlin.intake.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as pages show it.
 *
 * @param tone meaning of the state: {@code good}, {@code bad}, {@code warn} or empty
 * @param job number of the work that runs; 0 while none does
 * @param at when it was applied, or uploaded where it was not
 * @param attempts more than one after an interruption
 * @param fileKept false when the file was removed because it is old
 * @param undoable whether it can be taken back
 */
public record ImportView(
        long id,
        String fileName,
        String size,
        String subject,
        String mode,
        LocalDate asOf,
        String state,
        String tone,
        long job,
        String problem,
        List<String> problemArguments,
        Import.Counts counts,
        long wouldClear,
        long openBefore,
        int attempts,
        boolean fileKept,
        String who,
        Instant at,
        @Nullable Instant undoneAt,
        boolean undoable) {
    static ImportView of(Import one, String who, boolean undoable) {
        return new ImportView(
                one.id().value(),
                one.fileName(),
                size(one.size()),
                one.subject().name(),
                one.mode().name(),
                one.asOf(),
                one.state().name(),
                tone(one.state()),
                one.job() == null ? 0 : one.job().value(),
                one.problem() == null ? "" : one.problem(),
                one.problemArguments(),
                one.counts(),
                one.wouldClear(),
                one.openBefore(),
                one.attempts(),
                one.fileKept(),
                who,
                one.appliedAt() == null ? one.createdAt() : one.appliedAt(),
                one.undoneAt(),
                undoable);
    }

    /** Key of the name of its mode; empty where it has none. */
    public String modeKey() {
        return Subject.valueOf(subject).hasModes() ? modeKey(subject, mode) : "";
    }

    /** Whether it describes the ledger of a day. */
    public boolean hasDay() {
        return Subject.valueOf(subject).hasDay();
    }

    /** Whether it clears items; others end or take away something else. */
    public boolean isItems() {
        return subject.equals(Subject.ITEMS.name());
    }

    static String modeKey(String subject, String mode) {
        return subject.equals(Subject.ITEMS.name()) ? "intake.mode." + mode : "intake.mode." + subject + "." + mode;
    }

    /** Where a click on it leads. */
    public String link() {
        return fileKept && state.equals(ImportState.MAPPING.name()) ? "/imports/" + id + "/mapping" : "/imports/" + id;
    }

    /** What a job of any kind says of its end tells so itself. */
    public boolean problemTellsNothingChanged() {
        return problem.startsWith("jobs.problem.");
    }

    public Object[] problemPlaces() {
        return problemArguments.toArray();
    }

    private static String tone(ImportState state) {
        return switch (state) {
            case APPLIED -> "good";
            case FAILED -> "bad";
            case NEEDS_CONFIRMATION, MAPPING -> "warn";
            case RUNNING, CANCELLED, UNDONE -> "";
        };
    }

    /** In the units that are the same in English and French computing. */
    static String size(long bytes) {
        if (bytes < 1 << 10) {
            return bytes + " B";
        }
        return bytes < 1 << 20 ? bytes / (1 << 10) + " KiB" : bytes * 10 / (1 << 20) / 10 + " MiB";
    }
}
