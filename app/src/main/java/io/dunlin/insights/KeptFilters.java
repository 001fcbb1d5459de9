package io.dunlin.insights;

import static io.dunlin.insights.tables.KeptFilter.KEPT_FILTER;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Row4;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which customers each user wants to begin with on the Overview. */
@Component
public class KeptFilters {
    private final DSLContext sql;

    public KeptFilters(DSLContext sql) {
        this.sql = sql;
    }

    /** Values by the names of parameters; empty for all customers. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> of(UserId user) {
        return sql.select(KEPT_FILTER.NAME, KEPT_FILTER.VALUE)
                .from(KEPT_FILTER)
                .where(KEPT_FILTER.TENANT_ID.eq(CurrentTenant.id()))
                .and(KEPT_FILTER.USER_ID.eq(user))
                .orderBy(KEPT_FILTER.NAME, KEPT_FILTER.VALUE)
                .fetchGroups(KEPT_FILTER.NAME, KEPT_FILTER.VALUE);
    }

    /** @param filters empty: begins with all customers again */
    @Transactional
    public void keep(UserId user, Map<String, List<String>> filters) {
        sql.deleteFrom(KEPT_FILTER)
                .where(KEPT_FILTER.TENANT_ID.eq(CurrentTenant.id()))
                .and(KEPT_FILTER.USER_ID.eq(user))
                .execute();
        var rows = new ArrayList<Row4<TenantId, UserId, String, String>>();
        filters.forEach((name, values) ->
                values.stream().distinct().forEach(value -> rows.add(DSL.row(CurrentTenant.id(), user, name, value))));
        if (rows.isEmpty()) {
            return;
        }
        sql.insertInto(KEPT_FILTER, KEPT_FILTER.TENANT_ID, KEPT_FILTER.USER_ID, KEPT_FILTER.NAME, KEPT_FILTER.VALUE)
                .valuesOfRows(rows)
                .execute();
    }
}
