package io.dunlin.tenancy.web;

import io.dunlin.kernel.Rejected;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What typed values must look like. */
final class Inputs {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final int LONGEST = 200;

    private Inputs() {}

    static String required(String typed) {
        if (typed.isBlank() || typed.length() > LONGEST) {
            throw new Rejected("tenancy.rejected.required", LONGEST);
        }
        return typed.strip();
    }

    static @Nullable String optional(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : required(typed);
    }

    static String email(String typed) {
        if (!EMAIL.matcher(typed.strip()).matches() || typed.length() > LONGEST) {
            throw new Rejected("tenancy.rejected.email");
        }
        return typed.strip();
    }

    static Currency currency(String typed) {
        if (!currencies().contains(typed)) {
            throw new Rejected("tenancy.rejected.currency");
        }
        return Currency.getInstance(typed);
    }

    static ZoneId zone(String typed) {
        // Also those that the list does not offer: the first company has the zone of the machine, such as Etc/UTC.
        if (!ZoneId.getAvailableZoneIds().contains(typed)) {
            throw new Rejected("tenancy.rejected.zone");
        }
        return ZoneId.of(typed);
    }

    static String country(String typed) {
        if (!List.of(Locale.getISOCountries()).contains(typed)) {
            throw new Rejected("tenancy.rejected.country");
        }
        return typed;
    }

    /** Percent a year with at most four decimals; a comma is as good as a point. */
    static BigDecimal rate(String typed) {
        var plain = typed.strip().replace(',', '.');
        if (!plain.matches("\\d{1,3}(\\.\\d{1,4})?") || new BigDecimal(plain).compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new Rejected("tenancy.rejected.rate");
        }
        return new BigDecimal(plain);
    }

    /** Days between commas, ascending, at most five. */
    static List<Integer> brackets(String typed) {
        var days = Arrays.stream(typed.split("[,;\\s]+", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        if (days.isEmpty() || days.size() > 5 || days.stream().anyMatch(part -> !part.matches("[1-9]\\d{0,3}"))) {
            throw new Rejected("tenancy.rejected.brackets");
        }
        var brackets = days.stream().map(Integer::valueOf).toList();
        if (!brackets.equals(brackets.stream().sorted().distinct().toList())) {
            throw new Rejected("tenancy.rejected.brackets");
        }
        return brackets;
    }

    static List<String> currencies() {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .map(Currency::getCurrencyCode)
                .sorted()
                .toList();
    }

    static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC") || (zone.contains("/") && !zone.startsWith("Etc/")))
                .sorted()
                .toList();
    }
}
