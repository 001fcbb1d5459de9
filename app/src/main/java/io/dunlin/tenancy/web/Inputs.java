package io.dunlin.tenancy.web;

import io.dunlin.kernel.Rejected;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What typed values must look like, and the choices offered in forms. */
public final class Inputs {
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

    public static List<String> currencies() {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .map(Currency::getCurrencyCode)
                .sorted()
                .toList();
    }

    public static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
