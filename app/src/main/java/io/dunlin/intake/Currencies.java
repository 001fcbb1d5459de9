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

    /** Of a row: its currency, else the one that stands beside the amount, else the one given. */
    static String of(Cells cells, Field currency, Field amount, String otherwise) {
        var text = cells.raw(currency);
        if (text.isEmpty()) {
            var beside = LetteredAmounts.currency(cells.raw(amount));
            return beside == null ? otherwise : beside;
        }
        var code = read(text);
        if (code == null) {
            cells.fail(currency, "intake.row.badCurrency");
            return otherwise;
        }
        return code;
    }

    static boolean isKnown(String text) {
        return read(text) != null;
    }
}
