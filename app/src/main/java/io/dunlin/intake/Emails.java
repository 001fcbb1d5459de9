package io.dunlin.intake;

import org.jspecify.annotations.Nullable;

/** E-mail addresses as they stand in files. */
final class Emails {
    private Emails() {}

    /** Null where the file does not say. */
    static @Nullable String read(Cells cells, Field field) {
        var text = cells.text(field);
        if (text == null) {
            return null;
        }
        var at = text.indexOf('@');
        if (at < 1 || at != text.lastIndexOf('@') || at == text.length() - 1 || text.indexOf(' ') >= 0) {
            cells.fail(field, "intake.row.badEmail");
        }
        return text;
    }
}
