package io.dunlin.intake;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the amounts of a column are written. Spaces and apostrophes may group thousands in both; a minus may stand before or
 * behind, brackets mean minus; one currency sign or code may stand at either end, the side of the account (CR, DR) behind. Stored.
 */
public enum AmountFormat {
    /** 1,234.56 */
    POINT('.', ','),
    /** 1.234,56 */
    COMMA(',', '.');

    /** Answer of {@link #scaled} for what is no amount. */
    static final long NONE = Long.MIN_VALUE;

    /** Decimals kept; further ones are rounded half up. No currency has more. */
    static final int SCALE = 4;

    private static final long LARGEST_WHOLE = 99_999_999_999_999L;

    private final char decimal;
    private final char group;

    AmountFormat(char decimal, char group) {
        this.decimal = decimal;
        this.group = group;
    }

    /** Null for what is no amount of this format, and beyond 14 digits before the decimals. */
    public @Nullable BigDecimal read(String text) {
        var scaled = scaled(text);
        return scaled == NONE ? null : BigDecimal.valueOf(scaled, SCALE);
    }

    char decimal() {
        return decimal;
    }

    /** The amount in ten-thousandths, or {@link #NONE}. */
    long scaled(String text) {
        var amount = digitsAndSigns(text);
        if (amount != NONE || text.isEmpty()) {
            return amount;
        }
        return LetteredAmounts.mayBe(text) ? LetteredAmounts.scaled(text, this) : NONE;
    }

    /** As {@link #scaled}, for amounts without letters. */
    long digitsAndSigns(String text) {
        var from = 0;
        var to = text.length();
        if (to == 0) {
            return NONE;
        }
        var last = text.charAt(to - 1);
        if (last > '9' && isSign(last)) {
            to = backOverSpace(text, to - 1);
        }
        if (from < to && isSign(text.charAt(from))) {
            from = overSpace(text, from + 1, to);
        }
        if (from >= to) {
            return NONE;
        }
        var negative = false;
        var first = text.charAt(from);
        last = text.charAt(to - 1);
        if (first == '(' && last == ')') {
            negative = true;
            from++;
            to--;
        } else if (isMinus(first) || first == '+') {
            negative = first != '+';
            from = overSpace(text, from + 1, to);
        } else if (isMinus(last)) {
            negative = true;
            to = backOverSpace(text, to - 1);
        }
        if (from < to && isSign(text.charAt(from))) {
            from = overSpace(text, from + 1, to);
        }
        var amount = digits(text, from, to);
        return amount == NONE || !negative ? amount : -amount;
    }

    private long digits(String text, int from, int to) {
        long whole = 0;
        var at = from;
        var run = 0;
        var grouped = false;
        for (; at < to; at++) {
            var here = text.charAt(at);
            if (here >= '0' && here <= '9') {
                whole = whole * 10 + here - '0';
                run++;
                if (whole > LARGEST_WHOLE) {
                    return NONE;
                }
            } else if (here == decimal) {
                break;
            } else if (isGroup(here)) {
                // 1 to 3 digits stand before the first group sign and exactly 3 behind each; a group never follows a
                // lone 0.
                if (run == 0 || run > 3 || (grouped && run != 3) || whole == 0) {
                    return NONE;
                }
                grouped = true;
                run = 0;
            } else {
                return NONE;
            }
        }
        if (grouped && run != 3) {
            return NONE;
        }
        var hasWhole = at > from;
        if (at == to) {
            return hasWhole ? whole * 10_000 : NONE;
        }
        return withDecimals(whole, text, at + 1, to, hasWhole);
    }

    private static long withDecimals(long whole, String text, int from, int to, boolean hasWhole) {
        if (from == to && !hasWhole) {
            return NONE;
        }
        var scaled = whole;
        for (var place = 0; place < SCALE; place++) {
            var at = from + place;
            var here = at < to ? text.charAt(at) : '0';
            if (here < '0' || here > '9') {
                return NONE;
            }
            scaled = scaled * 10 + here - '0';
        }
        for (var at = from + SCALE; at < to; at++) {
            var here = text.charAt(at);
            if (here < '0' || here > '9') {
                return NONE;
            }
            if (at == from + SCALE && here >= '5') {
                scaled++;
            }
        }
        return scaled;
    }

    private boolean isGroup(char sign) {
        return sign == group || isSpace(sign) || sign == '\'' || sign == '\u2019';
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign == '\u00a0' || sign == '\u202f' || sign == '\u2009';
    }

    private static boolean isMinus(char sign) {
        return sign == '-' || sign == '\u2212' || sign == '\u2013';
    }

    private static boolean isSign(char sign) {
        return sign == '$' || (sign > '\u009f' && Character.getType(sign) == Character.CURRENCY_SYMBOL);
    }

    private static int overSpace(String text, int from, int to) {
        var at = from;
        while (at < to && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int backOverSpace(String text, int to) {
        var at = to;
        while (at > 0 && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
