package io.dunlin.intake;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The two sides of an account as they stand in files, in the languages of {@link FieldNames}. */
final class Sides {
    private static final Set<String> DEBIT =
            Set.of("d", "dr", "db", "dt", "s", "debit", "soll", "debe", "dare", "debito", "debet", "deb");
    private static final Set<String> CREDIT =
            Set.of("c", "cr", "ct", "h", "credit", "haben", "haber", "avere", "credito", "cred");

    private Sides() {}

    /** Null where the text says neither. */
    static @Nullable Boolean isCredit(String text) {
        if (text.length() > 10) {
            return null;
        }
        var name = HeaderNames.normal(text);
        return CREDIT.contains(name) ? Boolean.TRUE : DEBIT.contains(name) ? Boolean.FALSE : null;
    }

    /** Whether a column holds hardly anything else. */
    static boolean areIn(ColumnProfile column) {
        var sides = column.distinct().entrySet().stream()
                .filter(entry -> isCredit(entry.getKey()) != null)
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
        return sides * 10 >= column.values() * 9 && sides > 0;
    }
}
