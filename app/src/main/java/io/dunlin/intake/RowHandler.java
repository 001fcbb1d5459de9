package io.dunlin.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Builds rows from what the CSV parser finds, and keeps to limits that make one bad row a bad row, not a bad file. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<RawRow> {
    static final int MOST_COLUMNS = 300;
    static final int LONGEST_CELL = 1 << 16;
    static final int LONGEST_ROW = 1 << 20;

    private String[] cells = new String[16];
    private int count;
    private int length;
    private @Nullable String fault;

    @Override
    protected void handleBegin(long startingLineNumber) {
        count = 0;
        length = 0;
        fault = null;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
        if (count == MOST_COLUMNS) {
            fault = "intake.row.tooManyColumns";
            return;
        }
        length += size;
        if (size > LONGEST_CELL || length > LONGEST_ROW) {
            fault = "intake.row.tooLong";
            add("");
            return;
        }
        var from = offset;
        var to = offset + size;
        while (from < to && isSpace(buffer[from])) {
            from++;
        }
        while (from < to && isSpace(buffer[to - 1])) {
            to--;
        }
        add(from == to ? "" : CleanText.of(new String(buffer, from, to - from)));
    }

    @Override
    protected RawRow buildRecord() {
        return new RawRow(getStartingLineNumber(), Arrays.copyOf(cells, count), fault);
    }

    private void add(String cell) {
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, count * 2);
        }
        cells[count++] = cell;
    }

    private static boolean isSpace(char sign) {
        return sign <= ' ' || sign == '\u00a0' || sign == '\ufeff';
    }
}
