package io.dunlin.criteria;

import java.util.Objects;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * A way from a row of one table to at most one row of another: their tenants and these columns are equal. Followed backwards it leads
 * to any number of rows.
 */
public record Link(TableField<?, ?> from, TableField<?, ?> to) {
    Table<?> origin() {
        return Objects.requireNonNull(from.getTable());
    }

    Table<?> target() {
        return Objects.requireNonNull(to.getTable());
    }
}
