package io.dunlin.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Countries as they stand in files: codes of two or three letters, English and French names. */
final class Countries {
    private static final Map<String, String> CODES = new HashMap<>();

    static {
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            CODES.put(HeaderNames.normal(code), code);
            CODES.put(HeaderNames.normal(country.getISO3Country()), code);
            for (var language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                CODES.put(HeaderNames.normal(country.getDisplayCountry(language)), code);
            }
        }
        CODES.put("uk", "GB");
        CODES.put("usa", "US");
    }

    private Countries() {}

    /** ISO 3166 alpha-2; null for anything unknown. */
    static @Nullable String read(String text) {
        return CODES.get(HeaderNames.normal(text));
    }
}
