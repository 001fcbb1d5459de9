package io.dunlin.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in a date, before it is known which of them is the day.
 *
 * <p>A million rows pass here several times, so the parts travel packed in one {@code long}, and nothing is thrown.
 */
final class DateParts {
    /** The text has not the shape of a date. */
    static final long NONE = -1;

    private static final long YEAR_FIRST = 1L << 40;
    private static final long SHORT_YEAR = 1L << 41;

    private DateParts() {}

    static long scan(String text) {
        var at = digits(text, 0);
        if (at == 8) {
            return endsAt(text, 8)
                    ? pack(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8), (char) 0) | YEAR_FIRST
                    : NONE;
        }
        if (at == 0 || at == 3 || at > 4 || at >= text.length()) {
            return NONE;
        }
        var separator = text.charAt(at);
        if (separator != '/' && separator != '-' && separator != '.') {
            return NONE;
        }
        var middle = digits(text, at + 1);
        var middleDigits = middle - at - 1;
        if (middleDigits < 1 || middleDigits > 2 || middle >= text.length() || text.charAt(middle) != separator) {
            return NONE;
        }
        var end = digits(text, middle + 1);
        var lastDigits = end - middle - 1;
        if (!endsAt(text, end)) {
            return NONE;
        }
        if (at == 4) {
            return lastDigits == 1 || lastDigits == 2
                    ? pack(number(text, 0, 4), number(text, at + 1, middle), number(text, middle + 1, end), separator)
                            | YEAR_FIRST
                    : NONE;
        }
        var year = number(text, middle + 1, end);
        return switch (lastDigits) {
            case 2 ->
                pack(year + (year < 80 ? 2000 : 1900), number(text, 0, at), number(text, at + 1, middle), separator)
                        | SHORT_YEAR;
            case 4 -> pack(year, number(text, 0, at), number(text, at + 1, middle), separator);
            default -> NONE;
        };
    }

    static boolean yearFirst(long parts) {
        return (parts & YEAR_FIRST) != 0;
    }

    static boolean shortYear(long parts) {
        return (parts & SHORT_YEAR) != 0;
    }

    static int year(long parts) {
        return (int) (parts & 0xffff);
    }

    /** The number that comes first beside the year: the month where the year is first. */
    static int first(long parts) {
        return (int) (parts >> 16 & 0xff);
    }

    static int second(long parts) {
        return (int) (parts >> 24 & 0xff);
    }

    /** 0 where there is none. */
    static char separator(long parts) {
        return (char) (parts >> 32 & 0xff);
    }

    static boolean exists(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return false;
        }
        return day <= 28 || day <= java.time.YearMonth.of(year, month).lengthOfMonth();
    }

    static @Nullable LocalDate date(int year, int month, int day) {
        return exists(year, month, day) ? LocalDate.of(year, month, day) : null;
    }

    private static long pack(int year, int first, int second, char separator) {
        return (long) separator << 32 | (long) second << 24 | (long) first << 16 | year;
    }

    /** Where the run of digits that begins here ends. */
    private static int digits(String text, int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static int number(String text, int from, int to) {
        var number = 0;
        for (var at = from; at < to; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }

    /** The date may be followed by a time of day and a zone, and by nothing else. */
    private static boolean endsAt(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        var next = text.charAt(end);
        if ((next != 'T' && next != ' ') || end + 1 == text.length() || !Character.isDigit(text.charAt(end + 1))) {
            return false;
        }
        for (var at = end + 1; at < text.length(); at++) {
            if ("0123456789:.,+-Z AaPpMm".indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }
}
