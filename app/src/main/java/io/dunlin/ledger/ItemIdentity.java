package io.dunlin.ledger;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What makes an item the same one in the next file: its unique identifier where the files have one, else its number within
 * company and calendar year of issue. Case and outer spaces do not count, leading zeros do.
 */
final class ItemIdentity {
    private ItemIdentity() {}

    static String of(String number, LocalDate issued, @Nullable String uniqueId) {
        return uniqueId == null ? "N:" + issued.getYear() + ":" + key(number) : "U:" + key(uniqueId);
    }

    static String key(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** The number or unique identifier in an identity, upper case. */
    static String shown(String identity) {
        return identity.startsWith("U:") ? identity.substring(2) : identity.substring(identity.indexOf(':', 2) + 1);
    }
}
