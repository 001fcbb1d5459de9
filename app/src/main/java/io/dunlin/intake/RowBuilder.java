package io.dunlin.intake;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts the cells of one row of a sheet together, within the limits that hold for every file. */
final class RowBuilder {
    private String[] cells = new String[16];
    private int count;
    private long letters;
    private @Nullable String fault;

    void begin() {
        count = 0;
        letters = 0;
        fault = null;
    }

    /** Values may come in any order; empty ones count for nothing. */
    void set(int column, String text) {
        var stripped = CleanText.of(text).strip();
        if (stripped.isEmpty()) {
            return;
        }
        if (column >= RowHandler.MOST_COLUMNS) {
            fault = "intake.row.tooManyColumns";
            return;
        }
        letters += stripped.length();
        if (stripped.length() > RowHandler.LONGEST_CELL || letters > RowHandler.LONGEST_ROW) {
            fault = "intake.row.tooLong";
            return;
        }
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
        }
        while (count <= column) {
            cells[count++] = "";
        }
        cells[column] = stripped;
    }

    RawRow build(long number) {
        return new RawRow(number, Arrays.copyOf(cells, count), fault);
    }
}
