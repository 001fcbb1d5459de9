package io.dunlin.intake;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row of a file as text, without the white space around its values. */
final class RawRow {
    private final long number;
    private final String[] cells;
    private final @Nullable String fault;

    /**
     * @param number line of the file on which the row begins, the header being on line 1
     * @param fault message key of why the row cannot be used at all; null where it can
     */
    RawRow(long number, String[] cells, @Nullable String fault) {
        this.number = number;
        this.cells = cells;
        this.fault = fault;
    }

    long number() {
        return number;
    }

    int size() {
        return cells.length;
    }

    /** Empty where the row is too short. */
    String cell(int column) {
        return column < cells.length ? cells[column] : "";
    }

    String[] cells() {
        return Arrays.copyOf(cells, cells.length);
    }

    @Nullable
    String fault() {
        return fault;
    }

    boolean isBlank() {
        for (var cell : cells) {
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
