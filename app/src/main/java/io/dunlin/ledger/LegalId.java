package io.dunlin.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number by which a country knows a legal person, in the form that accounts of the same debtor are matched by.
 *
 * @param key upper case, letters and digits only, never empty; leading zeros count
 * @param country ISO 3166 alpha-2 in upper case; null: not known
 */
public record LegalId(String key, @Nullable String country) {
    private static final Pattern SIRET = Pattern.compile("\\d{14}");
    private static final int SIREN_LENGTH = 9;

    public LegalId {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A Legal ID has letters or digits");
        }
    }

    /** Empty where the text is null or has neither letters nor digits. */
    public static Optional<LegalId> of(@Nullable String text, @Nullable String country) {
        var code = country == null || country.isBlank() ? null : country.strip().toUpperCase(Locale.ROOT);
        var key = text == null ? "" : normalise(text, code);
        return key.isEmpty() ? Optional.empty() : Optional.of(new LegalId(key, code));
    }

    /** Upper case, letters and digits only; empty where there are none. */
    public static String normalise(String text) {
        var key = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString().toUpperCase(Locale.ROOT);
    }

    /** As {@link #normalise(String)}; in France an establishment (SIRET, 14 digits) counts as its company (SIREN, 9 digits). */
    public static String normalise(String text, @Nullable String country) {
        var key = normalise(text);
        return "FR".equals(country) && SIRET.matcher(key).matches() ? key.substring(0, SIREN_LENGTH) : key;
    }
}
