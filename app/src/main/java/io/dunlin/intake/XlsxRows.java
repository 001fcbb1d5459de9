package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of a workbook of the Office Open XML kind. Of a formula the value counts that was last worked out. */
final class XlsxRows implements Rows {
    /** As many as a sheet can have. */
    private static final int LAST_ROW = 1 << 20;

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final boolean from1904;
    private final RowBuilder builder = new RowBuilder();
    private int last;

    XlsxRows(Stream<Row> stream, boolean from1904) {
        this.stream = stream;
        this.rows = stream.iterator();
        this.from1904 = from1904;
    }

    @Override
    public @Nullable RawRow next() {
        try {
            while (rows.hasNext()) {
                var row = read(rows.next());
                if (!row.isBlank() || row.fault() != null) {
                    return row;
                }
            }
            return null;
        } catch (RuntimeException failure) {
            // The reader has no one exception for what it does not understand.
            throw Workbook.broken(failure);
        }
    }

    private RawRow read(Row row) {
        // Rows are told apart by their numbers later on.
        if (row.getRowNum() <= last || row.getRowNum() > LAST_ROW) {
            throw new Rejected("intake.file.brokenWorkbook");
        }
        last = row.getRowNum();
        builder.begin();
        for (@Nullable Cell cell : row) {
            if (cell != null) {
                builder.set(cell.getColumnIndex(), text(cell));
            }
        }
        return builder.build(last);
    }

    private String text(Cell cell) {
        return switch (cell.getValue()) {
            case null -> Objects.requireNonNullElse(cell.getRawValue(), "");
            case BigDecimal number ->
                SheetNumbers.text(
                        number,
                        Objects.requireNonNullElse(cell.getDataFormatId(), 0),
                        cell.getDataFormatString(),
                        from1904);
            case Object other -> other.toString();
        };
    }

    @Override
    public void close() {
        stream.close();
    }
}
