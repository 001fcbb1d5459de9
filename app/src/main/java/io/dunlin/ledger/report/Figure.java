package io.dunlin.ledger.report;

import java.math.BigDecimal;
import org.jooq.Field;

/**
 * A figure that is worked out of {@link Entries}.
 *
 * @param key its column, in addresses and JSON
 * @param value an aggregate of sums of the rows, told apart by their period
 * @param isOfLines whether lines have it too, not only the totals
 */
record Figure(String key, Field<BigDecimal> value, boolean isOfLines) {
    static Figure ofLines(String key, Field<BigDecimal> value) {
        return new Figure(key, value, true);
    }

    static Figure ofTotals(String key, Field<BigDecimal> value) {
        return new Figure(key, value, false);
    }
}
