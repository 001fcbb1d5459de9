package io.dunlin.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Amounts with letters: a currency code at either end ({@code EUR 1,234.56}), the side of the account behind ({@code 12.50 CR},
 * {@code 12,50 H}), powers of ten ({@code 1.5E+03}). Far more seldom than digits, so not made for speed.
 */
final class LetteredAmounts {
    /** Longer texts are no amounts. */
    private static final int LONGEST = 60;

    /** A currency and a side. */
    private static final int MOST_LETTERS = 5;

    private static final int LARGEST_EXPONENT = 14;
    private static final Set<String> DEBIT = Set.of("DR", "D", "S", "DB", "DT");
    private static final Set<String> CREDIT = Set.of("CR", "C", "H", "CT");

    private LetteredAmounts() {}

    /** Says quickly of most texts that they are none: an amount has a few letters and a digit. */
    static boolean mayBe(String text) {
        var letters = 0;
        var digits = 0;
        for (var at = 0; at < text.length() && letters <= MOST_LETTERS; at++) {
            var sign = text.charAt(at);
            letters += isLetter(sign) ? 1 : 0;
            digits += sign >= '0' && sign <= '9' ? 1 : 0;
        }
        return letters > 0 && letters <= MOST_LETTERS && digits > 0;
    }

    /** In ten-thousandths, or {@link AmountFormat#NONE}. Credit is negative. */
    static long scaled(String text, AmountFormat format) {
        if (text.length() > LONGEST) {
            return AmountFormat.NONE;
        }
        var power = power(text, format);
        if (power != AmountFormat.NONE) {
            return power;
        }
        var rest = withoutCurrency(text);
        var letters = lettersBehind(rest);
        var side = letters == 0
                ? ""
                : rest.substring(rest.length() - letters).replace(".", "").toUpperCase(Locale.ROOT);
        if (side.isEmpty()) {
            return rest.length() == text.length() ? AmountFormat.NONE : format.digitsAndSigns(rest);
        }
        var before = rest.substring(0, rest.length() - letters);
        // One letter just behind the digits is rather a part of a code.
        if (!DEBIT.contains(side) && !CREDIT.contains(side)
                || side.length() == 1 && before.strip().equals(before)) {
            return AmountFormat.NONE;
        }
        var amount = format.digitsAndSigns(withoutCurrency(before.strip()));
        return amount == AmountFormat.NONE || DEBIT.contains(side) ? amount : -amount;
    }

    /** The currency whose code, or whose sign of one meaning, stands beside the digits; null where none does. */
    static @Nullable String currency(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        if (text.indexOf('€') >= 0) {
            return "EUR";
        }
        var ahead = lettersAhead(text);
        if (ahead == 3) {
            return Currencies.read(text.substring(0, 3));
        }
        return lettersBehind(text) == 3 ? Currencies.read(text.substring(text.length() - 3)) : null;
    }

    private static String withoutCurrency(String text) {
        if (lettersAhead(text) == 3 && Currencies.isKnown(text.substring(0, 3))) {
            return text.substring(3).strip();
        }
        var end = text.length() - 3;
        return lettersBehind(text) == 3 && Currencies.isKnown(text.substring(end))
                ? text.substring(0, end).strip()
                : text;
    }

    private static int lettersAhead(String text) {
        var at = 0;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** A point behind an abbreviation counts with it. */
    private static int lettersBehind(String text) {
        var end = text.length();
        var at = end > 1 && text.charAt(end - 1) == '.' && isLetter(text.charAt(end - 2)) ? end - 1 : end;
        while (at > 0 && isLetter(text.charAt(at - 1))) {
            at--;
        }
        return end - at;
    }

    private static boolean isLetter(char sign) {
        return sign >= 'A' && sign <= 'Z' || sign >= 'a' && sign <= 'z';
    }

    private static long power(String text, AmountFormat format) {
        var upper = text.toUpperCase(Locale.ROOT);
        var letter = upper.indexOf('E');
        if (letter < 1 || letter != upper.lastIndexOf('E') || !isPower(upper.substring(letter + 1))) {
            return AmountFormat.NONE;
        }
        var plain = upper.substring(0, letter).replace(format.decimal(), '.');
        if (!isDecimal(plain, upper.substring(0, letter), format)) {
            return AmountFormat.NONE;
        }
        var exponent = Integer.parseInt(upper.substring(letter + 1));
        if (Math.abs(exponent) > LARGEST_EXPONENT) {
            return AmountFormat.NONE;
        }
        var value = new BigDecimal(plain).scaleByPowerOfTen(exponent);
        return format.scaled(value.setScale(AmountFormat.SCALE, RoundingMode.HALF_UP)
                .toPlainString()
                .replace('.', format.decimal()));
    }

    private static boolean isPower(String text) {
        var digits = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
        return !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(Character::isDigit);
    }

    /** Digits with at most one decimal sign, a digit first. */
    private static boolean isDecimal(String plain, String written, AmountFormat format) {
        var digits = plain.startsWith("-") ? plain.substring(1) : plain;
        return !digits.isEmpty()
                && digits.charAt(0) != '.'
                && digits.chars().allMatch(sign -> sign == '.' || sign >= '0' && sign <= '9')
                && digits.indexOf('.') == digits.lastIndexOf('.')
                && (format.decimal() == '.' || written.indexOf('.') < 0);
    }
}
