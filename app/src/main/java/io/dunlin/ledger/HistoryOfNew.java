package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemHistory.ITEM_HISTORY;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/**
 * History of items seen for the first time and partly paid already. The day of that payment is not known: the rest stands from
 * the day of the file, the original amount before it. All other new items need none.
 */
final class HistoryOfNew {
    private final DSLContext sql;
    private final LoadOrder order;
    private final long lastBefore;

    /** @param lastBefore number of the last item before the load: what it created has higher ones */
    HistoryOfNew(DSLContext sql, LoadOrder order, long lastBefore) {
        this.sql = sql;
        this.order = order;
        this.lastBefore = lastBefore;
    }

    void write() {
        var asOf = val(order.asOf());
        sql.insertInto(ITEM_HISTORY, History.COLUMNS)
                .select(period(ITEM.ISSUE_DATE, asOf, ITEM.ORIGINAL_AMOUNT)
                        .and(ITEM.ISSUE_DATE.lt(asOf))
                        .and(ITEM.ORIGINAL_AMOUNT.ne(BigDecimal.ZERO))
                        .unionAll(period(greatest(ITEM.ISSUE_DATE, asOf), History.FOREVER, ITEM.OPEN_AMOUNT)))
                .execute();
    }

    private SelectConditionStep<Record> period(Field<LocalDate> from, Field<LocalDate> to, Field<BigDecimal> amount) {
        return History.period(from, to, amount)
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.ID.coerce(Long.class).gt(lastBefore))
                .and(ITEM.CREATED_IMPORT.eq(order.importId()))
                .and(ITEM.HAS_HISTORY);
    }
}
