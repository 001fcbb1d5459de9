package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemBefore.ITEM_BEFORE;
import static io.dunlin.ledger.tables.ItemHistory.ITEM_HISTORY;
import static io.dunlin.ledger.tables.StageItem.STAGE_ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.upper;
import static org.jooq.impl.DSL.val;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The difference between the staged rows and the ledger, and its application: every step is one statement over all rows. */
final class ItemDiff {
    private final DSLContext sql;
    private final LoadOrder order;
    private final TenantId tenant = CurrentTenant.id();
    private final String[] spared;
    private final OffsetDateTime now;
    private final ItemColumns columns;
    private final LoadedRows rows;

    /** @param spared numbers of items that the file names in rows that could not be used */
    ItemDiff(DSLContext sql, LoadOrder order, Set<String> spared, Clock clock) {
        this.sql = sql;
        this.order = order;
        this.spared = spared.toArray(String[]::new);
        this.now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        this.columns = new ItemColumns(order);
        this.rows = new LoadedRows(order);
    }

    ItemColumns columns() {
        return columns;
    }

    /** Of rows that name the same item the first one counts; the others are taken out and told. */
    List<LoadOutcome.RejectedRow> removeDuplicates() {
        var first = min(STAGE_ITEM.ROW_NUMBER);
        var repeated = name("repeated")
                .fields("identity", "first_row")
                .as(select(STAGE_ITEM.IDENTITY, first)
                        .from(STAGE_ITEM)
                        .where(rows.staged())
                        .groupBy(STAGE_ITEM.IDENTITY)
                        .having(count().gt(1)));
        var firstRow = repeated.field("first_row", Long.class);
        return sql.with(repeated)
                .delete(STAGE_ITEM)
                .using(repeated)
                .where(rows.staged())
                .and(STAGE_ITEM.IDENTITY.eq(repeated.field("identity", String.class)))
                .and(STAGE_ITEM.ROW_NUMBER.ne(firstRow))
                .returningResult(STAGE_ITEM.ROW_NUMBER, STAGE_ITEM.NUMBER, firstRow)
                .fetch(row -> new LoadOutcome.RejectedRow(
                        row.value1(),
                        "number",
                        row.value2(),
                        "ledger.load.duplicate",
                        List.of(row.value2(), Long.toString(row.value3()))));
    }

    /** A company's items are identified one way: by number, or, from the first file that has them, by unique identifiers. */
    void settleIdentities() {
        if (order.fields().contains("unique_id")) {
            sql.update(ITEM)
                    .set(ITEM.IDENTITY, STAGE_ITEM.IDENTITY)
                    .set(ITEM.UNIQUE_ID, STAGE_ITEM.UNIQUE_ID)
                    .from(STAGE_ITEM)
                    .where(rows.staged())
                    .and(STAGE_ITEM.UNIQUE_ID.isNotNull())
                    .and(rows.inCompany())
                    .and(ITEM.IDENTITY.eq(concat(
                            inline("N:"),
                            extract(STAGE_ITEM.ISSUE_DATE, DatePart.YEAR).cast(SQLDataType.VARCHAR),
                            inline(":"),
                            upper(DSL.trim(STAGE_ITEM.NUMBER)))))
                    .execute();
        } else if (sql.fetchExists(selectOne()
                .from(ITEM)
                .where(rows.inCompany())
                .and(ITEM.UNIQUE_ID.isNotNull())
                .limit(1))) {
            throw new Rejected("ledger.load.uniqueIdentifierExpected");
        }
    }

    void guardClearing() {
        if (order.mode() == LoadOrder.Mode.DELTA || order.clearingConfirmed()) {
            return;
        }
        var absent = count().filterWhere(isAbsent());
        var counts = sql.select(count(), absent)
                .from(ITEM)
                .where(rows.inCompany())
                .and(ITEM.CLEARED_ON.isNull())
                .fetchSingle();
        if (counts.value2() * 2L > counts.value1()) {
            throw new ClearsTooMuch(counts.value2(), counts.value1());
        }
    }

    /** The way back leads over one import only. */
    void forgetEarlierImports() {
        sql.deleteFrom(ITEM_BEFORE)
                .using(ITEM)
                .where(ITEM_BEFORE.TENANT_ID.eq(tenant))
                .and(ITEM_BEFORE.IMPORT_ID.ne(order.importId()))
                .and(rows.inCompany())
                .and(ITEM.ID.eq(ITEM_BEFORE.ITEM_ID))
                .execute();
    }

    void rememberChanged() {
        sql.insertInto(
                        ITEM_BEFORE,
                        ITEM_BEFORE.TENANT_ID,
                        ITEM_BEFORE.IMPORT_ID,
                        ITEM_BEFORE.ITEM_ID,
                        ITEM_BEFORE.ROW,
                        ITEM_BEFORE.HISTORY)
                .select(select(ITEM.TENANT_ID, val(order.importId()), ITEM.ID, wholeRow("item"), historyOfItem())
                        .from(STAGE_ITEM)
                        .join(CUSTOMER)
                        .on(rows.isCustomerOfRow())
                        .join(ITEM)
                        .on(rows.isItemOfRow())
                        .where(rows.staged())
                        .and(columns.differ(CUSTOMER, CUSTOMER.ID)))
                .execute();
    }

    void rememberAbsent() {
        if (order.mode() == LoadOrder.Mode.STOCK) {
            sql.insertInto(
                            ITEM_BEFORE,
                            ITEM_BEFORE.TENANT_ID,
                            ITEM_BEFORE.IMPORT_ID,
                            ITEM_BEFORE.ITEM_ID,
                            ITEM_BEFORE.ROW,
                            ITEM_BEFORE.HISTORY)
                    .select(select(ITEM.TENANT_ID, val(order.importId()), ITEM.ID, wholeRow("item"), historyOfItem())
                            .from(ITEM)
                            .where(rows.inCompany())
                            .and(ITEM.CLEARED_ON.isNull())
                            .and(isAbsent()))
                    .execute();
        }
    }

    /** Number of the tenant's last item so far; 0 where there is none. */
    long lastItem() {
        return sql.select(coalesce(max(ITEM.ID.coerce(Long.class)), 0L))
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(tenant))
                .fetchSingle()
                .value1();
    }

    /** Inserts what the ledger does not know yet, with its history. */
    long insertNew() {
        var targets = new ArrayList<Field<?>>(List.of(
                ITEM.TENANT_ID,
                ITEM.COMPANY_ID,
                ITEM.CUSTOMER_ID,
                ITEM.IDENTITY,
                ITEM.HAS_HISTORY,
                ITEM.CREATED_IMPORT,
                ITEM.CREATED_AT,
                ITEM.CHANGED_AT));
        targets.addAll(columns.items());
        var sources = new ArrayList<Field<?>>(List.of(
                STAGE_ITEM.TENANT_ID,
                CUSTOMER.COMPANY_ID,
                CUSTOMER.ID,
                STAGE_ITEM.IDENTITY,
                field(columns.isPartlyPaid()),
                val(order.importId()),
                val(now),
                val(now)));
        sources.addAll(columns.stagedOfNew());
        var added = sql.insertInto(ITEM, targets)
                .select(select(sources)
                        .from(STAGE_ITEM)
                        .join(CUSTOMER)
                        .on(rows.isCustomerOfRow())
                        .where(rows.staged())
                        // Not a left join: of that the planner believes that it leaves one row.
                        .andNotExists(selectOne().from(ITEM).where(rows.isItemOfRow())))
                .execute();
        if (added > 0) {
            new HistoryOfNew(sql, order).write();
        }
        return added;
    }

    void updateChanged() {
        var values = new HashMap<Field<?>, Field<?>>();
        columns.columns().forEach(column -> values.put(column.item(), column.staged()));
        values.put(ITEM.HAS_HISTORY, field(ITEM.HAS_HISTORY.isTrue().or(columns.beginsHistory())));
        sql.update(ITEM)
                .set(values)
                .set(ITEM.CUSTOMER_ID, CUSTOMER.ID)
                .set(ITEM.CHANGED_IMPORT, val(order.importId()))
                .set(ITEM.CHANGED_AT, val(now))
                .from(ITEM_BEFORE, STAGE_ITEM, CUSTOMER)
                .where(rows.isRemembered())
                .and(rows.staged())
                .and(rows.isItemOfRow())
                .and(rows.isCustomerOfRow())
                .execute();
    }

    void clearAbsent() {
        if (order.mode() == LoadOrder.Mode.STOCK) {
            sql.update(ITEM)
                    .set(ITEM.OPEN_AMOUNT, BigDecimal.ZERO)
                    .set(ITEM.CLEARED_ON, order.asOf())
                    .set(ITEM.CHANGED_IMPORT, order.importId())
                    .set(ITEM.CHANGED_AT, now)
                    .from(ITEM_BEFORE)
                    .where(rows.isRemembered())
                    .and(ITEM.CLEARED_ON.isNull())
                    .and(isAbsent())
                    .execute();
        }
    }

    long countRemembered() {
        return sql.fetchCount(
                ITEM_BEFORE, ITEM_BEFORE.TENANT_ID.eq(tenant).and(ITEM_BEFORE.IMPORT_ID.eq(order.importId())));
    }

    /** Items that were open before and are cleared now. */
    long countCleared() {
        return countOfCleared(DSL.noCondition());
    }

    /** Of these, the ones that the file does not name. */
    long countAbsent() {
        return order.mode() == LoadOrder.Mode.DELTA ? 0 : countOfCleared(isAbsent());
    }

    private long countOfCleared(Condition condition) {
        return sql.select(count())
                .from(ITEM_BEFORE)
                .join(ITEM)
                .on(rows.isRemembered())
                .where(ITEM.CLEARED_ON.isNotNull())
                .and(jsonbGetAttributeAsText(ITEM_BEFORE.ROW, "cleared_on").isNull())
                .and(condition)
                .fetchSingle()
                .value1();
    }

    /** Not in the file, though the file could know it. */
    private Condition isAbsent() {
        return ITEM.ISSUE_DATE
                .le(order.asOf())
                .and(
                        spared.length == 0
                                ? DSL.noCondition()
                                : upper(DSL.trim(ITEM.NUMBER)).ne(DSL.all(spared)))
                .and(DSL.notExists(
                        selectOne().from(STAGE_ITEM).where(rows.staged()).and(STAGE_ITEM.IDENTITY.eq(ITEM.IDENTITY))));
    }

    private static Field<JSONB> wholeRow(String table) {
        return function(name("to_jsonb"), SQLDataType.JSONB, field(name(table)));
    }

    private Field<JSONB> historyOfItem() {
        var periods = select(function(name("jsonb_agg"), SQLDataType.JSONB, wholeRow("item_history")))
                .from(ITEM_HISTORY)
                .where(ITEM_HISTORY.TENANT_ID.eq(tenant))
                .and(ITEM_HISTORY.ITEM_ID.eq(ITEM.ID));
        return coalesce(field(periods), inline(JSONB.valueOf("[]")));
    }
}
