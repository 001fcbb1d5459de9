package io.dunlin.ledger.indicator;

import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.springframework.stereotype.Component;

/** The values that the data have in a column of few values, to choose from. */
@Component
class SeenValues {
    private static final int MOST = 300;

    private final DSLContext sql;

    SeenValues(DSLContext sql) {
        this.sql = sql;
    }

    List<Choice> of(TableField<?, String> column) {
        var table = Objects.requireNonNull(column.getTable());
        return sql.selectDistinct(column)
                .from(table)
                .where(tenant(Objects.requireNonNull(table.field("tenant_id"))).eq(CurrentTenant.id()))
                .and(column.ne(""))
                .orderBy(column)
                .limit(MOST)
                .fetch(row -> new Choice(row.value1(), row.value1()));
    }

    @SuppressWarnings("unchecked") // Generated so for every table of a tenant.
    private static Field<TenantId> tenant(Field<?> column) {
        return (Field<TenantId>) column;
    }
}
