package io.dunlin.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes typed rows out of raw ones under a mapping. One reader serves one pass over one file.
 *
 * @param <T> the row of the ledger
 */
abstract class RowReader<T> {
    private final Cells cells;

    RowReader(Mapping mapping, List<String> headers) {
        cells = new Cells(mapping, headers);
    }

    /** Null where the row cannot be used; {@link #problem} then says why. */
    final @Nullable T read(RawRow row) {
        cells.on(row);
        if (cells.problem() != null) {
            return null;
        }
        var read = read(cells);
        return cells.problem() == null ? read : null;
    }

    /** Why the row read last cannot be used; null where it can. */
    final @Nullable RowProblem problem() {
        return cells.problem();
    }

    /** May return anything once a problem is noted. */
    abstract T read(Cells cells);
}
