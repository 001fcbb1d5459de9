package io.dunlin.web;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table on a page, in an export and in JSON.
 *
 * @param key stable name: in addresses, saved views and JSON
 * @param label what stands in its head, in the viewer's language
 * @param unit currency or unit stated once in the head; null where there is none
 * @param isExtra offered in the choice of columns, and not in the table until somebody chooses it
 */
public record Column(String key, String label, @Nullable String unit, Kind kind, boolean sortable, boolean isExtra) {
    /** A column that stands in the table unless somebody takes it out. */
    public Column(String key, String label, @Nullable String unit, Kind kind, boolean sortable) {
        this(key, label, unit, kind, sortable, false);
    }

    /** The same column, offered only. */
    public Column extra() {
        return new Column(key, label, unit, kind, sortable, true);
    }

    public enum Kind {
        TEXT,
        AMOUNT,
        COUNT,
        DAYS,
        PERCENT,
        /** Any other number, such as a score. */
        NUMBER,
        DATE,
        TIME
    }
}
