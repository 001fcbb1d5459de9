package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import java.math.BigDecimal;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of a workbook of Excel 97 to 2003, from the stream of its records. */
final class XlsRows implements Rows {
    private static final int NONE = -1;

    private final RecordFactoryInputStream records;
    private final int sheet;
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(record -> {});
    private final RowBuilder builder = new RowBuilder();
    private @Nullable SSTRecord texts;
    private boolean from1904;
    /** Sheets begun so far, charts within sheets not counted. */
    private int begun;

    private int depth;
    private int row = NONE;
    /** Column of a formula whose text follows. */
    private int textAwaited = NONE;

    private boolean ended;

    /** @param sheet position of its content in the file, from 0 */
    XlsRows(RecordFactoryInputStream records, int sheet) {
        this.records = records;
        this.sheet = sheet;
    }

    @Override
    public @Nullable RawRow next() {
        try {
            while (!ended) {
                var read = read(records.nextRecord());
                if (read != null && (!read.isBlank() || read.fault() != null)) {
                    return read;
                }
            }
            return null;
        } catch (RuntimeException failure) {
            throw XlsWorkbook.refusal(failure);
        }
    }

    /** The row that ends with this record; null within one. */
    private @Nullable RawRow read(@Nullable Record record) {
        if (record == null) {
            ended = true;
            return finished();
        }
        if (record instanceof BOFRecord) {
            begun += depth++ == 0 ? 1 : 0;
        } else if (record instanceof EOFRecord) {
            ended = --depth == 0 && begun == sheet + 2;
            return ended ? finished() : null;
        } else if (begun == 1) {
            global(record);
        } else if (begun == sheet + 2 && depth == 1) {
            if (record instanceof CellValueRecordInterface cell) {
                return cell(cell);
            }
            if (record instanceof StringRecord text && textAwaited != NONE) {
                builder.set(textAwaited, text.getString());
                textAwaited = NONE;
            }
        }
        return null;
    }

    private void global(Record record) {
        formats.processRecordInternally(record);
        if (record instanceof SSTRecord found) {
            texts = found;
        } else if (record instanceof DateWindow1904Record window) {
            from1904 = window.getWindowing() == 1;
        }
    }

    private @Nullable RawRow cell(CellValueRecordInterface cell) {
        RawRow before = null;
        if (cell.getRow() != row) {
            if (cell.getRow() < row) {
                throw new Rejected("intake.file.brokenWorkbook");
            }
            before = finished();
            row = cell.getRow();
            builder.begin();
        }
        builder.set(cell.getColumn(), text(cell));
        return before;
    }

    private @Nullable RawRow finished() {
        return row == NONE ? null : builder.build(row + 1);
    }

    private String text(CellValueRecordInterface cell) {
        return switch (cell) {
            case LabelSSTRecord label ->
                texts == null ? "" : texts.getString(label.getSSTIndex()).getString();
            case LabelRecord label -> label.getValue();
            case NumberRecord number -> number(number.getValue(), cell);
            case BoolErrRecord flag when flag.isBoolean() -> String.valueOf(flag.getBooleanValue());
            case FormulaRecord formula -> result(formula);
            default -> "";
        };
    }

    private String result(FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            textAwaited = formula.getColumn();
            return "";
        }
        return switch (formula.getCachedResultTypeEnum()) {
            case CellType.NUMERIC -> number(formula.getValue(), formula);
            case CellType.BOOLEAN -> String.valueOf(formula.getCachedBooleanValue());
            default -> "";
        };
    }

    private String number(double value, CellValueRecordInterface cell) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "";
        }
        return SheetNumbers.text(
                BigDecimal.valueOf(value), formats.getFormatIndex(cell), formats.getFormatString(cell), from1904);
    }

    @Override
    public void close() {
        ended = true;
    }
}
