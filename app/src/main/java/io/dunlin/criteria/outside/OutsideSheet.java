package io.dunlin.criteria.outside;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one customer by one outside indicator.
 *
 * @param now null: nothing was ever told of the customer
 * @param history what was told, the latest day first, what holds now included: the latest {@link #SHOWN}
 * @param told how often anything was told; more than the history has where that is cut
 */
public record OutsideSheet(
        OutsideIndicator indicator, @Nullable Said now, List<Said> history, int told) {
    public static final int SHOWN = 100;

    public OutsideSheet {
        history = List.copyOf(history);
    }

    /** Whether there is more than the history shows. */
    public boolean isCut() {
        return told > history.size();
    }

    /**
     * What a source said.
     *
     * @param value as it is stored; null: that nothing is known any more
     * @param since business day from which it holds
     * @param toldAt when it was last said
     * @param user name of who wrote it down; null: the source itself did, or a program
     */
    public record Said(
            @Nullable String value,
            LocalDate since,
            Instant toldAt,
            String source,
            @Nullable String user) {}
}
