package io.dunlin.intake;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Currency codes of ISO 4217 as they stand in files. */
final class Currencies {
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    /** The code, from any case, and from the sign and the name of the euro; null for anything else. */
    static @Nullable String read(String text) {
        if (CODES.contains(text)) {
            return text;
        }
        if (text.equals("€")) {
            return "EUR";
        }
        var upper = text.toUpperCase(Locale.ROOT);
        if (upper.equals("EURO") || upper.equals("EUROS")) {
            return "EUR";
        }
        return CODES.contains(upper) ? upper : null;
    }

    static boolean isKnown(String text) {
        return read(text) != null;
    }
}
