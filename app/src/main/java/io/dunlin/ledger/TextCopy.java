package io.dunlin.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows to a running {@code COPY … FROM STDIN} in PostgreSQL's text format.
 *
 * <p>What the database refuses is a {@link org.jooq.exception.DataAccessException}.
 *
 * <p>Source: PostgreSQL manual, COPY, "Text Format": tab between values, {@code \N} for null, backslash escapes.
 */
final class TextCopy {
    private static final int FLUSH_AT = 1 << 16;

    /** Decimals of stored amounts. */
    private static final int SCALE = 4;

    private static final long ONE = 10_000;

    /** Powers of ten, as many as fit. */
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (var power = 1; power < POWERS.length; power++) {
            POWERS[power] = POWERS[power - 1] * 10;
        }
    }

    private final CopyIn copy;
    private byte[] buffer = new byte[FLUSH_AT + (1 << 14)];
    private int length;
    private boolean rowStarted;

    TextCopy(CopyIn copy) {
        this.copy = copy;
    }

    TextCopy add(@Nullable String value) {
        separate();
        if (value == null) {
            put('\\');
            put('N');
            return this;
        }
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c >= 0x80) {
                return addEncoded(value, i);
            }
            putEscaped((byte) c);
        }
        return this;
    }

    TextCopy add(long value) {
        if (value < 0) {
            return add(Long.toString(value));
        }
        separate();
        putNumber(value, 1);
        return this;
    }

    TextCopy add(@Nullable BigDecimal value) {
        if (value == null || value.scale() != SCALE || value.precision() > 18) {
            return add(value == null ? null : value.toPlainString());
        }
        separate();
        var units = value.unscaledValue().longValue();
        if (units < 0) {
            put('-');
            units = -units;
        }
        putNumber(units / ONE, 1);
        put('.');
        putNumber(units % ONE, SCALE);
        return this;
    }

    TextCopy add(@Nullable LocalDate value) {
        if (value == null || value.getYear() < 1000 || value.getYear() > 9999) {
            return add(value == null ? null : value.toString());
        }
        separate();
        putNumber(value.getYear(), 4);
        put('-');
        putNumber(value.getMonthValue(), 2);
        put('-');
        putNumber(value.getDayOfMonth(), 2);
        return this;
    }

    TextCopy add(@Nullable Boolean value) {
        return add(value == null ? null : value ? "t" : "f");
    }

    void endRow() {
        put('\n');
        rowStarted = false;
        if (length >= FLUSH_AT) {
            flush();
        }
    }

    /** Ends the COPY. */
    void end() {
        flush();
        try {
            copy.endCopy();
        } catch (SQLException failure) {
            throw Staging.failure(failure);
        }
    }

    /** Breaks the COPY off where it has not ended. */
    void cancel() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException failure) {
            throw Staging.failure(failure);
        }
    }

    private TextCopy addEncoded(String value, int from) {
        for (var b : value.substring(from).getBytes(StandardCharsets.UTF_8)) {
            putEscaped(b);
        }
        return this;
    }

    private void separate() {
        if (rowStarted) {
            put('\t');
        }
        rowStarted = true;
    }

    private void putEscaped(byte b) {
        switch (b) {
            case '\\' -> put('\\', '\\');
            case '\t' -> put('\\', 't');
            case '\n' -> put('\\', 'n');
            case '\r' -> put('\\', 'r');
            // PostgreSQL's text cannot hold NUL; it says nothing in a name either.
            case 0 -> {}
            default -> put(b);
        }
    }

    /** Digits without a detour over text: a file has millions of dates and amounts. */
    private void putNumber(long value, int leastDigits) {
        var digits = leastDigits;
        while (digits < POWERS.length && value >= POWERS[digits]) {
            digits++;
        }
        room(digits);
        var rest = value;
        for (var at = length + digits - 1; at >= length; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    private void room(int count) {
        if (length + count > buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + count));
        }
    }

    private void put(int first, int second) {
        put(first);
        put(second);
    }

    private void put(int b) {
        if (length == buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, length * 2);
        }
        buffer[length++] = (byte) b;
    }

    private void flush() {
        try {
            copy.writeToCopy(buffer, 0, length);
        } catch (SQLException failure) {
            throw Staging.failure(failure);
        }
        length = 0;
    }
}
