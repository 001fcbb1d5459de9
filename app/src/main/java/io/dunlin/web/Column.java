package io.dunlin.web;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table on a page, in an export and in JSON.
 *
 * @param key stable name: in addresses, saved views and JSON
 * @param label what stands in its head, in the viewer's language
 * @param unit currency or unit stated once in the head; null where there is none
 */
public record Column(String key, String label, @Nullable String unit, Kind kind, boolean sortable) {
    public enum Kind {
        TEXT,
        AMOUNT,
        COUNT,
        DAYS,
        PERCENT,
        DATE,
        TIME
    }
}
