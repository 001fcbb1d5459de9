package io.dunlin.ledger;

import java.util.List;

/**
 * What a load did. New, changed, unchanged and rejected rows of the file, and items cleared because absent or with a
 * payment date.
 *
 * @param rejected rows that only the comparison with the other rows and the ledger could refuse
 * @param remarks rows that were used, but not all that they say
 */
public record LoadOutcome(
        long added, long changed, long unchanged, long cleared, List<RejectedRow> rejected, List<RejectedRow> remarks) {
    public LoadOutcome {
        rejected = List.copyOf(rejected);
        remarks = List.copyOf(remarks);
    }

    /** Without remarks. */
    public LoadOutcome(long added, long changed, long unchanged, long cleared, List<RejectedRow> rejected) {
        this(added, changed, unchanged, cleared, rejected, List.of());
    }

    /**
     * A row that was left out.
     *
     * @param rowNumber row of the file, the header being row 1
     * @param field column of the ledger it is about, such as {@code number}
     * @param reason key of the sentence that says what is wrong and how to mend it
     * @param arguments what fills the sentence's places
     */
    public record RejectedRow(long rowNumber, String field, String value, String reason, List<String> arguments) {}
}
