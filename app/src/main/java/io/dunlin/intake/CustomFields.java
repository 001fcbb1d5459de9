package io.dunlin.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The twelve custom fields of items and of customers. */
final class CustomFields {
    private static final int COUNT = 12;
    private static final List<@Nullable String> NONE =
            Collections.unmodifiableList(new ArrayList<@Nullable String>(Collections.nCopies(COUNT, null)));

    private CustomFields() {}

    /** Twelve fields that follow each other. */
    static Field[] from(Field first) {
        var fields = new Field[COUNT];
        System.arraycopy(Field.values(), first.ordinal(), fields, 0, COUNT);
        return fields;
    }

    static List<@Nullable String> read(Field[] fields, Cells cells) {
        List<@Nullable String> values = NONE;
        for (var at = 0; at < COUNT; at++) {
            var value = cells.has(fields[at]) ? cells.text(fields[at]) : null;
            if (value != null) {
                if (values == NONE) {
                    values = new ArrayList<@Nullable String>(NONE);
                }
                values.set(at, value);
            }
        }
        return values;
    }
}
