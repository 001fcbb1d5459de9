package io.dunlin.intake;

import java.time.DateTimeException;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Months as they stand in files: {@code 2026-03}, {@code 03/2026}, {@code 202603}, {@code 2026M03}, {@code March 2026}, {@code mars-26}. */
final class Months {
    private static final int LONGEST = 30;
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ]?[Mm]?(\\d{1,2})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern NAMED = Pattern.compile("(\\p{L}+)[-/. ’']*(\\d{4}|\\d{2})");
    private static final List<String> LANGUAGES = List.of("en", "fr", "de", "es", "it", "pt", "nl");
    private static final Map<String, Month> NAMES = names();

    private Months() {}

    private static Map<String, Month> names() {
        var names = new HashMap<String, Month>();
        for (var month : Month.values()) {
            for (var language : LANGUAGES) {
                var locale = Locale.of(language);
                names.put(HeaderNames.normal(month.getDisplayName(TextStyle.FULL, locale)), month);
                names.putIfAbsent(HeaderNames.normal(month.getDisplayName(TextStyle.SHORT, locale)), month);
            }
        }
        return names;
    }

    /** Null for anything else; a whole date is read as dates are. */
    static @Nullable YearMonth read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return month(yearFirst.group(1), yearFirst.group(2));
        }
        var monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.matches()) {
            return month(monthFirst.group(2), monthFirst.group(1));
        }
        var named = NAMED.matcher(text.replace(".", ""));
        var month = named.matches() ? NAMES.get(HeaderNames.normal(named.group(1))) : null;
        return month == null ? null : month(century(named.group(2)), String.valueOf(month.getValue()));
    }

    /** Whether a column holds hardly anything else; one with too many values to know is believed. */
    static boolean areIn(ColumnProfile column) {
        if (column.distinct().isEmpty()) {
            return true;
        }
        var months = column.distinct().entrySet().stream()
                .filter(entry -> read(entry.getKey()) != null)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return months * 10 >= column.values() * 9 && months > 0;
    }

    private static String century(String year) {
        return year.length() == 2 ? "20" + year : year;
    }

    private static @Nullable YearMonth month(String year, String month) {
        try {
            return YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
        } catch (DateTimeException noMonth) {
            return null;
        }
    }
}
