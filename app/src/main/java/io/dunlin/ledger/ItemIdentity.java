package io.dunlin.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What makes an item the same one in the next file: its unique identifier where the files have one, else its number within
 * company and calendar year of issue. Case and outer spaces do not count, leading zeros do.
 */
public final class ItemIdentity {
    private static final int MOST_YEARS = 50;

    private ItemIdentity() {}

    static String of(String number, LocalDate issued, @Nullable String uniqueId) {
        return uniqueId == null ? "N:" + issued.getYear() + ":" + key(number) : "U:" + key(uniqueId);
    }

    /** The form that numbers and unique identifiers are compared in: upper case, without outer spaces. */
    public static String key(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /**
     * How the identities begin of items whose number or unique identifier begins as typed.
     *
     * @param first the smallest identity of an item without unique identifier, {@code last} the greatest; null: there is none
     */
    public static List<String> beginnings(String typed, @Nullable String first, @Nullable String last) {
        var beginnings = new ArrayList<String>();
        beginnings.add("U:" + key(typed));
        if (first != null && last != null) {
            IntStream.rangeClosed(Math.max(year(first), year(last) - MOST_YEARS), year(last))
                    .forEach(year -> beginnings.add("N:" + year + ":" + key(typed)));
        }
        return beginnings;
    }

    private static int year(String identity) {
        return Integer.parseInt(identity.substring(2, identity.indexOf(':', 2)));
    }

    /** The number or unique identifier in an identity, upper case. */
    static String shown(String identity) {
        return identity.startsWith("U:") ? identity.substring(2) : identity.substring(identity.indexOf(':', 2) + 1);
    }
}
