package io.dunlin.intake;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of the table in a file: without what stands above and below it, beginning with its first column. */
final class TableRows implements Rows {
    private final Rows rows;
    private final FileLayout layout;
    private final int width;
    private final Set<Long> totals;
    private final long firstTotal;
    private final boolean isCorrection;

    TableRows(Rows rows, FileProfile profile) {
        this.rows = rows;
        this.layout = profile.layout();
        this.width = profile.columns().size();
        isCorrection = profile.isCorrection();
        totals = layout.totals().stream().map(FileProfile.Sample::number).collect(Collectors.toSet());
        firstTotal = totals.stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    }

    /** Called for every row of the file: most are told apart without a look into the set. */
    private boolean isTotal(long number) {
        return number >= firstTotal && totals.contains(number);
    }

    @Override
    public @Nullable RawRow next() {
        for (var row = rows.next(); row != null; row = rows.next()) {
            if (row.number() > layout.header() && !isTotal(row.number())) {
                var cut = cut(row, layout, width);
                if (!cut.isBlank() || cut.fault() != null) {
                    return isCorrection ? cut.with(Formulas::original) : cut;
                }
            }
        }
        return null;
    }

    /** What stands beside the table of a sheet is no part of it; in a text file surplus values are a mistake to be told. */
    static RawRow cut(RawRow row, FileLayout layout, int width) {
        return row.part(layout.firstColumn(), layout.isText() ? Integer.MAX_VALUE : width);
    }

    @Override
    public void close() {
        rows.close();
    }
}
