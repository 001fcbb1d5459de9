package io.dunlin.intake;

import io.dunlin.ledger.LoadOrder;
import io.dunlin.tenancy.Company;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a program wants a file to be read that it pushes.
 *
 * @param charset one of {@link CharacterSets}; null: found from the content, as is the delimiter
 * @param mapping what the columns are; null: known by their names, or from the last file of the same layout
 * @param dates what comes first in dates that fit two readings; null: not said
 * @param amounts how amounts are written that fit two readings; null: not said
 * @param clearingConfirmed whether it may clear more than half of the open items
 * @param asOf the day the file describes; null: the day on which it comes
 * @param key under which the same file may come again without being loaded again; null: none
 */
public record PushOrder(
        Subject subject,
        Company company,
        String fileName,
        @Nullable String charset,
        @Nullable Delimiter delimiter,
        SavedMappings.@Nullable Named mapping,
        DateFormat.@Nullable Order dates,
        @Nullable AmountFormat amounts,
        LoadOrder.Mode mode,
        boolean clearingConfirmed,
        @Nullable LocalDate asOf,
        @Nullable String key) {
    /** All that decides what the file does, but its name: the same push gives the same bytes. */
    byte[] parameters() {
        // Only where one is named: keys that were taken without one keep their prints.
        var named = mapping == null ? "" : "mapping " + mapping.id();
        return String.join(
                        "\n",
                        subject.name(),
                        company.code(),
                        String.valueOf(charset),
                        String.valueOf(delimiter),
                        String.valueOf(dates),
                        String.valueOf(amounts),
                        mode.name(),
                        String.valueOf(clearingConfirmed),
                        String.valueOf(asOf),
                        named)
                .getBytes(StandardCharsets.UTF_8);
    }
}
