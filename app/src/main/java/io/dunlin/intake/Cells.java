package io.dunlin.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row by field, read as the mapping says. The first problem of the row is kept; reading goes on with a
 * stand-in value, so that nothing is thrown for a bad cell.
 */
final class Cells {
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
    private static final Mapping.Choice[] NO_CHOICES = {};

    private final int[] columns = new int[Field.values().length];
    private final Mapping.Choice[] choices;
    private final List<String> headers;
    private RawRow row = new RawRow(0, new String[0], null);
    private @Nullable RowProblem problem;

    Cells(Mapping mapping, List<String> headers) {
        this.choices = mapping.columns().toArray(NO_CHOICES);
        this.headers = headers;
        Arrays.fill(columns, -1);
        for (var at = 0; at < choices.length; at++) {
            var field = choices[at].field();
            if (field != null) {
                columns[field.ordinal()] = at;
            }
        }
    }

    /** Turns to the next row. */
    void on(RawRow next) {
        row = next;
        problem = null;
        var fault = next.fault();
        if (fault != null) {
            problem = new RowProblem(next.number(), null, "", fault, List.of());
        } else if (next.size() > headers.size()) {
            surplus();
        }
    }

    long number() {
        return row.number();
    }

    @Nullable
    RowProblem problem() {
        return problem;
    }

    boolean has(Field field) {
        return columns[field.ordinal()] >= 0;
    }

    /** As it stands; empty where there is none. */
    String raw(Field field) {
        var column = columns[field.ordinal()];
        return column < 0 ? "" : row.cell(column);
    }

    @Nullable
    String text(Field field) {
        var text = raw(field);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > field.longest()) {
            fail(field, "intake.row.longText", String.valueOf(field.longest()));
        }
        return text;
    }

    String requiredText(Field field) {
        var text = text(field);
        if (text == null) {
            fail(field, "intake.row.missing");
            return "";
        }
        return text;
    }

    @Nullable
    LocalDate date(Field field) {
        var text = raw(field);
        if (text.isEmpty()) {
            return null;
        }
        var format = choices[columns[field.ordinal()]].date();
        var date = format == null ? null : format.read(text);
        if (date == null) {
            fail(field, "intake.row.badDate", format == null ? "" : format.pattern());
        } else if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            fail(field, "intake.row.dateRange");
        }
        return date;
    }

    /** The first day of a month. */
    LocalDate requiredMonth(Field field) {
        var text = raw(field);
        if (text.isEmpty()) {
            fail(field, "intake.row.missing");
            return EARLIEST;
        }
        var month = Months.read(text);
        if (month == null) {
            var format = choices[columns[field.ordinal()]].date();
            var date = format == null ? null : format.read(text);
            month = date == null ? null : YearMonth.from(date);
        }
        if (month == null) {
            fail(field, "intake.row.badMonth");
            return EARLIEST;
        }
        var day = month.atDay(1);
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            fail(field, "intake.row.dateRange");
        }
        return day;
    }

    LocalDate requiredDate(Field field) {
        var date = date(field);
        if (date == null) {
            fail(field, "intake.row.missing");
            return EARLIEST;
        }
        return date;
    }

    @Nullable
    BigDecimal amount(Field field) {
        var text = raw(field);
        if (text.isEmpty()) {
            return null;
        }
        var format = choices[columns[field.ordinal()]].amount();
        var amount = format == null ? null : format.read(text);
        if (amount == null) {
            fail(field, "intake.row.badAmount", format == AmountFormat.COMMA ? "1.234,56" : "1,234.56");
        }
        return amount;
    }

    BigDecimal requiredAmount(Field field) {
        var amount = amount(field);
        if (amount == null) {
            fail(field, "intake.row.missing");
            return BigDecimal.ZERO;
        }
        return amount;
    }

    /** Keeps the first problem of the row. */
    void fail(Field field, String reason, String... arguments) {
        if (problem == null) {
            var column = columns[field.ordinal()];
            problem = new RowProblem(
                    row.number(), column < 0 ? null : headers.get(column), raw(field), reason, List.of(arguments));
        }
    }

    /** Values beyond the last column mean that a delimiter stands in a value without quotation marks. */
    private void surplus() {
        for (var at = headers.size(); at < row.size(); at++) {
            if (!row.cell(at).isEmpty()) {
                problem = new RowProblem(
                        row.number(),
                        null,
                        row.cell(at),
                        "intake.row.surplus",
                        List.of(String.valueOf(row.size()), String.valueOf(headers.size())));
                return;
            }
        }
    }
}
