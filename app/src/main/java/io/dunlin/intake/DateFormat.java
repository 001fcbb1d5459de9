package io.dunlin.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the dates of a column are written. Days and months may have one or two digits, a time of day behind the date is left out.
 *
 * <p>A date that begins with a four-digit year, and eight digits on end, are read whatever the order is: they can mean one
 * day only.
 *
 * @param separator {@code /}, {@code -} or {@code .}; empty for eight digits on end
 * @param shortYear years of two digits: 80 to 99 are of the last century
 */
public record DateFormat(Order order, String separator, boolean shortYear) {
    /** What comes first. Stored. */
    public enum Order {
        YEAR_FIRST,
        DAY_FIRST,
        MONTH_FIRST
    }

    /** As people write it, such as {@code dd/MM/yyyy}. */
    public String pattern() {
        var year = shortYear ? "yy" : "yyyy";
        return switch (order) {
            case YEAR_FIRST -> String.join(separator, year, "MM", "dd");
            case DAY_FIRST -> String.join(separator, "dd", "MM", year);
            case MONTH_FIRST -> String.join(separator, "MM", "dd", year);
        };
    }

    /** Null for what is no date of this format, and for days that do not exist. */
    public @Nullable LocalDate read(String text) {
        var parts = DateParts.scan(text);
        if (parts == DateParts.NONE) {
            return null;
        }
        if (DateParts.yearFirst(parts)) {
            return DateParts.date(DateParts.year(parts), DateParts.first(parts), DateParts.second(parts));
        }
        return switch (order) {
            case YEAR_FIRST -> null;
            case DAY_FIRST -> DateParts.date(DateParts.year(parts), DateParts.second(parts), DateParts.first(parts));
            case MONTH_FIRST -> DateParts.date(DateParts.year(parts), DateParts.first(parts), DateParts.second(parts));
        };
    }
}
