package io.dunlin.criteria.outside;

import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.kernel.Rejected;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a source tells of an indicator; refuses what its kind does not know. */
final class OutsideReading {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final int LONGEST_TEXT = 500;

    private OutsideReading() {}

    /**
     * As it is stored: a number with a point, a date as 2026-11-30, true or false.
     *
     * @return null: nothing is known any more
     * @throws Rejected with what is wrong
     */
    static @Nullable String read(OutsideIndicator indicator, @Nullable String told) {
        if (told == null || told.isBlank()) {
            return null;
        }
        var text = told.strip();
        if (text.length() > LONGEST_TEXT || text.indexOf(0) >= 0) {
            throw new Rejected("criteria.outside.value.text", LONGEST_TEXT);
        }
        return switch (indicator.kind()) {
            case AMOUNT, COUNT, DAYS, PERCENT, SCORE, RISK -> number(text, indicator.kind());
            case DATE -> date(text);
            case FLAG -> flag(text);
            case GRADE, CHOICE -> offered(indicator, text);
            case TEXT, SEVERAL -> text;
        };
    }

    private static String number(String text, Kind kind) {
        if (!NUMBER.matcher(text).matches()) {
            throw new Rejected("criteria.outside.value.number", text);
        }
        var number = new BigDecimal(text).stripTrailingZeros();
        if (kind == Kind.COUNT && number.scale() > 0) {
            throw new Rejected("criteria.outside.value.whole", text);
        }
        return number.toPlainString();
    }

    private static String date(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeException noDate) {
            throw new Rejected("criteria.outside.value.date", text);
        }
    }

    private static String flag(String text) {
        return switch (text) {
            case "true", "1" -> "true";
            case "false", "0" -> "false";
            default -> throw new Rejected("criteria.outside.value.flag", text);
        };
    }

    private static String offered(OutsideIndicator indicator, String text) {
        return indicator.offered().stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() ->
                        new Rejected("criteria.outside.value.offered", text, String.join(", ", indicator.offered())));
    }
}
