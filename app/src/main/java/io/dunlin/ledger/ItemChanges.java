package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemBefore.ITEM_BEFORE;
import static io.dunlin.ledger.tables.ItemHistory.ITEM_HISTORY;
import static io.dunlin.ledger.tables.StageDifference.STAGE_DIFFERENCE;
import static io.dunlin.ledger.tables.StageItem.STAGE_ITEM;
import static java.util.stream.Collectors.toCollection;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectSelectStep;
import org.jooq.impl.SQLDataType;

/** Applies to the ledger what {@link ItemDiff} found; what was there before is remembered for the way back. */
final class ItemChanges {
    private final DSLContext sql;
    private final LoadOrder order;
    private final ItemColumns columns;
    private final OffsetDateTime now;
    private final LoadedRows rows;

    ItemChanges(DSLContext sql, LoadOrder order, ItemColumns columns, Clock clock) {
        this.sql = sql;
        this.order = order;
        this.columns = columns;
        this.now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        this.rows = new LoadedRows(order);
    }

    /** The way back leads over one import only. */
    void forgetEarlierImports() {
        sql.deleteFrom(ITEM_BEFORE)
                .using(ITEM)
                .where(ITEM_BEFORE.TENANT_ID.eq(rows.tenant()))
                .and(ITEM_BEFORE.IMPORT_ID.ne(order.importId()))
                .and(rows.inCompany())
                .and(ITEM.ID.eq(ITEM_BEFORE.ID))
                .execute();
    }

    /** Keeps the items that are about to change; answers how many. */
    long remember() {
        var targets = ITEM.fieldStream().<Field<?>>map(ITEM_BEFORE::field).collect(toCollection(ArrayList::new));
        var values = ITEM.fieldStream().collect(toCollection(ArrayList<Field<?>>::new));
        targets.addAll(List.of(ITEM_BEFORE.IMPORT_ID, ITEM_BEFORE.HISTORY));
        values.addAll(List.of(val(order.importId()), historyOfItem()));
        return sql.insertInto(ITEM_BEFORE, targets)
                .select(select(values)
                        .from(STAGE_DIFFERENCE)
                        .join(ITEM)
                        .on(ITEM.TENANT_ID.eq(rows.tenant()), ITEM.ID.eq(STAGE_DIFFERENCE.ITEM_ID))
                        .where(rows.isDifferent()))
                .execute();
    }

    /** Number of the tenant's last item so far; 0 where there is none. */
    long lastItem() {
        return sql.select(coalesce(max(ITEM.ID.coerce(Long.class)), 0L))
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(rows.tenant()))
                .fetchSingle()
                .value1();
    }

    /** Inserts all rows: the company has no items yet. */
    long insertAll() {
        return insert(values(CUSTOMER.ID)
                .from(STAGE_ITEM)
                .join(CUSTOMER)
                .on(rows.isCustomerOfRow())
                .where(rows.staged()));
    }

    /** Inserts the rows that the ledger has no item of. */
    long insertNew() {
        return insert(values(STAGE_DIFFERENCE.CUSTOMER_ID)
                .from(STAGE_DIFFERENCE)
                .join(STAGE_ITEM)
                .on(rows.staged(), STAGE_ITEM.ROW_NUMBER.eq(STAGE_DIFFERENCE.ROW_NUMBER))
                .where(rows.isDifferent())
                .and(STAGE_DIFFERENCE.ITEM_ID.isNull()));
    }

    private long insert(SelectConditionStep<Record> staged) {
        var targets = new ArrayList<Field<?>>(List.of(
                ITEM.TENANT_ID,
                ITEM.CUSTOMER_ID,
                ITEM.COMPANY_ID,
                ITEM.IDENTITY,
                ITEM.HAS_HISTORY,
                ITEM.CREATED_IMPORT,
                ITEM.CREATED_AT,
                ITEM.CHANGED_AT));
        targets.addAll(columns.items());
        return sql.insertInto(ITEM, targets).select(staged).execute();
    }

    private SelectSelectStep<Record> values(Field<CustomerId> customer) {
        var values = new ArrayList<Field<?>>(List.of(
                STAGE_ITEM.TENANT_ID,
                customer,
                val(order.company().id(), ITEM.COMPANY_ID),
                STAGE_ITEM.IDENTITY,
                field(ItemColumns.isPartlyPaid()),
                val(order.importId()),
                val(now),
                val(now)));
        values.addAll(columns.stagedOfNew());
        return select(values);
    }

    void updateChanged() {
        var values = new HashMap<Field<?>, Field<?>>();
        columns.columns().forEach(column -> values.put(column.item(), column.staged()));
        values.put(ITEM.HAS_HISTORY, field(ITEM.HAS_HISTORY.isTrue().or(columns.beginsHistory())));
        sql.update(ITEM)
                .set(values)
                .set(ITEM.CUSTOMER_ID, STAGE_DIFFERENCE.CUSTOMER_ID)
                .set(ITEM.CHANGED_IMPORT, val(order.importId()))
                .set(ITEM.CHANGED_AT, val(now))
                .from(STAGE_DIFFERENCE, STAGE_ITEM)
                .where(rows.isChanged())
                .execute();
    }

    /**
     * Items whose row of this file says the same in other words, or under another mapping, take its hash: the next file like it
     * need not be looked at closely again.
     */
    void renewFingerprints() {
        sql.update(ITEM)
                .set(ITEM.FINGERPRINT, STAGE_ITEM.FINGERPRINT)
                .from(STAGE_ITEM)
                .where(rows.staged())
                .and(rows.isItemOfRow())
                .and(ITEM.FINGERPRINT.isDistinctFrom(STAGE_ITEM.FINGERPRINT))
                .andNotExists(selectOne()
                        .from(STAGE_DIFFERENCE)
                        .where(rows.isDifferent())
                        .and(STAGE_DIFFERENCE.ROW_NUMBER.eq(STAGE_ITEM.ROW_NUMBER)))
                .execute();
    }

    void clearAbsent() {
        if (order.mode() == LoadOrder.Mode.STOCK) {
            sql.update(ITEM)
                    .set(ITEM.OPEN_AMOUNT, BigDecimal.ZERO)
                    .set(ITEM.CLEARED_ON, order.asOf())
                    .setNull(ITEM.FINGERPRINT)
                    .set(ITEM.CHANGED_IMPORT, order.importId())
                    .set(ITEM.CHANGED_AT, now)
                    .from(STAGE_DIFFERENCE)
                    .where(rows.isDifferent())
                    .and(STAGE_DIFFERENCE.ROW_NUMBER.isNull())
                    .and(ITEM.TENANT_ID.eq(rows.tenant()))
                    .and(ITEM.ID.eq(STAGE_DIFFERENCE.ITEM_ID))
                    .execute();
        }
    }

    /**
     * How many items were open before and are cleared now.
     *
     * @param absent of these, the ones that the file does not name
     */
    record Cleared(long all, long absent) {}

    Cleared countCleared() {
        var all = sql.select(count())
                .from(ITEM_BEFORE)
                .join(ITEM)
                .on(rows.isRemembered())
                .where(ITEM.CLEARED_ON.isNotNull())
                .and(ITEM_BEFORE.CLEARED_ON.isNull())
                .fetchSingle()
                .value1();
        var absent = sql.fetchCount(STAGE_DIFFERENCE, rows.isDifferent().and(STAGE_DIFFERENCE.ROW_NUMBER.isNull()));
        return new Cleared(all, absent);
    }

    private Field<JSONB> historyOfItem() {
        var period = function(name("to_jsonb"), SQLDataType.JSONB, field(name("item_history")));
        var periods = select(function(name("jsonb_agg"), SQLDataType.JSONB, period))
                .from(ITEM_HISTORY)
                .where(ITEM_HISTORY.TENANT_ID.eq(rows.tenant()))
                .and(ITEM_HISTORY.ITEM_ID.eq(ITEM.ID));
        return coalesce(when(ITEM.HAS_HISTORY, field(periods)), inline(JSONB.valueOf("[]")));
    }
}
