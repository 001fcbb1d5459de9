package io.dunlin.intake;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Yes and no as they stand in files. */
final class Flags {
    private static final Set<String> YES = Set.of("1", "y", "yes", "true", "x", "o", "oui", "vrai");
    private static final Set<String> NO = Set.of("0", "n", "no", "false", "non", "faux");

    private Flags() {}

    /** Null where the file does not say. */
    static @Nullable Boolean read(Cells cells, Field field) {
        var text = cells.raw(field).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return null;
        }
        if (YES.contains(text)) {
            return true;
        }
        if (!NO.contains(text)) {
            cells.fail(field, "intake.row.badFlag");
        }
        return false;
    }
}
