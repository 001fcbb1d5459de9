package io.dunlin.criteria;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * How earlier values of an indicator are read back: from a log to which a row is added when the value changes. The latest row of a
 * day or before it says what the value was at the end of that day.
 *
 * @param base what the columns of {@code value} belong to: the log, or a table that the log keeps the rows of under the same names
 * @param instead of the base: the log; empty where the base is the log
 * @param subject column of the log: whom the row is about
 * @param day column of the log: the business day from which the row holds
 * @param order column of the log that tells apart rows of one day: the latest has the greatest
 * @param value of a row of the log, whose day of evaluation is the day that is asked about; null: it was unknown
 * @param which rows of the log are about this indicator
 * @param complete whether every change is in the log at once; else only what changed from one day to the next
 */
public record Past(
        Table<?> base,
        Map<Table<?>, Table<?>> instead,
        TableField<?, ?> subject,
        TableField<?, LocalDate> day,
        Field<?> order,
        Function<Scope, Field<?>> value,
        Function<Scope, Condition> which,
        boolean complete) {
    public Past {
        instead = Map.copyOf(instead);
    }
}
