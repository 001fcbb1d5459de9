package io.dunlin.intake;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One row of a file as text, without the white space around its values. */
final class RawRow {
    private final long number;
    private final String[] cells;
    private final @Nullable String fault;

    /**
     * @param number row of the file: the line of a text file on which it begins, from 1
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

    /** Of all its values together. */
    long letters() {
        var letters = 0L;
        for (var cell : cells) {
            letters += cell.length();
        }
        return letters;
    }

    /** The values from a column on, at most so many. */
    RawRow part(int from, int width) {
        if (from == 0 && cells.length <= width) {
            return this;
        }
        var to = (int) Math.min(cells.length, (long) from + width);
        return new RawRow(number, Arrays.copyOfRange(cells, Math.min(from, to), to), fault);
    }

    /** With each value changed. */
    RawRow with(UnaryOperator<String> change) {
        return new RawRow(number, Arrays.stream(cells).map(change).toArray(String[]::new), fault);
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
