package io.dunlin.criteria;

import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * One of several rows that belong to a row: of those that the link leads to the one with a value in a column, such as what one of many
 * scorecards gave a customer. Link and value together lead to at most one row.
 *
 * @param by column of the link's target
 * @param number tells the picks of one target apart in a query
 */
public record Pick<T>(Link link, TableField<?, T> by, T value, long number) {
    /** What it is called in a query. */
    Table<?> place() {
        return link.target().as(link.target().getName() + "_" + number);
    }

    /** The rows of the table that have the value. */
    Condition isIn(Table<?> rows) {
        return Objects.requireNonNull(rows.field(by)).eq(value);
    }
}
