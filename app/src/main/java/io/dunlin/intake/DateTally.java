package io.dunlin.intake;

import io.dunlin.intake.DateFormat.Order;
import java.util.List;

/** Which dates a whole column can hold, counted value by value in constant memory. */
final class DateTally {
    private long yearFirst;
    private long dayFirst;
    private long monthFirst;
    /** Dates in both orders, and not the same day. */
    private long either;
    /** Such as 5/5/2013. */
    private long same;

    private char separator;
    private char yearFirstSeparator;
    private boolean shortYear;

    /** False where the text is no date at all. */
    boolean add(String text) {
        var parts = DateParts.scan(text);
        if (parts == DateParts.NONE) {
            return false;
        }
        var year = DateParts.year(parts);
        var first = DateParts.first(parts);
        var second = DateParts.second(parts);
        if (DateParts.yearFirst(parts)) {
            // Eight digits on end may be any number: only plausible years make them a date.
            var plausible = DateParts.separator(parts) != 0 || (year >= 1900 && year <= 2200);
            if (!plausible || !DateParts.exists(year, first, second)) {
                return false;
            }
            yearFirst++;
            yearFirstSeparator = DateParts.separator(parts);
            return true;
        }
        separator = DateParts.separator(parts);
        shortYear |= DateParts.shortYear(parts);
        var day = DateParts.exists(year, second, first);
        var month = DateParts.exists(year, first, second);
        if (day && month) {
            if (first == second) {
                same++;
            } else {
                either++;
            }
        } else if (day) {
            dayFirst++;
        } else if (month) {
            monthFirst++;
        }
        return day || month;
    }

    /** Values that are dates in some order. */
    long dates() {
        return yearFirst + dayFirst + monthFirst + either + same;
    }

    /** None: no column of dates. One: decided by the values. Two: both orders fit, a person must say. */
    List<DateFormat> formats(long values) {
        if (dates() * 2 < values || dates() == 0) {
            return List.of();
        }
        if (yearFirst >= dates() - yearFirst) {
            var sign = yearFirstSeparator == 0 ? "" : String.valueOf(yearFirstSeparator);
            return List.of(new DateFormat(Order.YEAR_FIRST, sign, false));
        }
        var sign = String.valueOf(separator);
        return Evidence.decide(
                dayFirst,
                monthFirst,
                either,
                new DateFormat(Order.DAY_FIRST, sign, shortYear),
                new DateFormat(Order.MONTH_FIRST, sign, shortYear));
    }
}
