package io.dunlin.intake;

import io.dunlin.jobs.JobId;
import io.dunlin.ledger.LoadOrder;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file and what became of it.
 *
 * @param charset character set it is read in
 * @param job the work that brings it in; null before it was started
 * @param asOf the day the file describes
 * @param problem message key of why it failed; null unless it did
 * @param wouldClear open items that a STOCK file would clear, of {@code openBefore}; 0 unless somebody must agree
 * @param attempts how often the work on it has begun since it was started; more than once after an interruption
 * @param fileKept false when the file was removed because it is old
 * @param user who uploaded it; null where nobody was signed in
 */
public record Import(
        ImportId id,
        CompanyId company,
        UploadId upload,
        String fileName,
        long size,
        String charset,
        @Nullable JobId job,
        Subject subject,
        LoadOrder.Mode mode,
        LocalDate asOf,
        ImportState state,
        @Nullable String problem,
        List<String> problemArguments,
        Counts counts,
        long wouldClear,
        long openBefore,
        boolean clearingConfirmed,
        int attempts,
        boolean fileKept,
        @Nullable UserId user,
        Instant createdAt,
        @Nullable Instant appliedAt,
        @Nullable Instant undoneAt) {
    /** Whether a person may still say what its columns are. */
    public boolean mayBeMapped() {
        return fileKept && state.mayBeMapped();
    }

    /** Rows of the file, and items cleared, as counted when it was applied. */
    public record Counts(long read, long added, long changed, long unchanged, long cleared, long rejected) {}
}
