package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemBefore.ITEM_BEFORE;
import static io.dunlin.ledger.tables.ItemHistory.ITEM_HISTORY;
import static io.dunlin.ledger.tables.StageDifference.STAGE_DIFFERENCE;
import static io.dunlin.ledger.tables.StageItem.STAGE_ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Brings the history of the items that an import changed in line with what they are now. */
final class HistoryOfChanges {
    private static final String TABLE = "history_concerned";
    private static final Table<?> CONCERNED = DSL.table(name(TABLE));
    private static final Field<ItemId> CONCERNED_ID = field(name(TABLE, "id"), ITEM.ID.getDataType());

    private final DSLContext sql;
    private final LoadOrder order;
    private final LoadedRows rows;

    HistoryOfChanges(DSLContext sql, LoadOrder order) {
        this.sql = sql;
        this.order = order;
        this.rows = new LoadedRows(order);
    }

    /** Before the items are changed: writes down the one period of those that needed no history so far and will from now on. */
    void begin(ItemColumns columns) {
        sql.insertInto(ITEM_HISTORY, History.COLUMNS)
                .select(History.period(ITEM.ISSUE_DATE, ITEM.OPEN_UNTIL, ITEM.ORIGINAL_AMOUNT)
                        .from(STAGE_DIFFERENCE, STAGE_ITEM, ITEM)
                        .where(rows.isChanged())
                        .and(ITEM.HAS_HISTORY.isFalse())
                        .and(ITEM.ISSUE_DATE.lt(ITEM.OPEN_UNTIL))
                        .and(ITEM.ORIGINAL_AMOUNT.ne(BigDecimal.ZERO))
                        .and(columns.beginsHistory()))
                .execute();
    }

    /** After the items are changed. Concerns those that have a history; the period of the others follows from the item. */
    void write() {
        Staging.keepApart(
                sql,
                TABLE,
                select(ITEM.ID)
                        .from(ITEM_BEFORE)
                        .join(ITEM)
                        .on(rows.isRemembered())
                        .where(ITEM.HAS_HISTORY));
        correctNature();
        endCleared();
        replaceSameDay();
        endOutdated();
        beginCurrent();
    }

    /** Customer, currency and kind are corrections of what always was so. */
    private void correctNature() {
        sql.update(ITEM_HISTORY)
                .set(ITEM_HISTORY.CUSTOMER_ID, ITEM.CUSTOMER_ID)
                .set(ITEM_HISTORY.CURRENCY, ITEM.CURRENCY)
                .set(ITEM_HISTORY.KIND, ITEM.KIND)
                .from(CONCERNED, ITEM)
                .where(isChanged())
                .and(row(ITEM_HISTORY.CUSTOMER_ID, ITEM_HISTORY.CURRENCY, ITEM_HISTORY.KIND)
                        .isDistinctFrom(row(ITEM.CUSTOMER_ID, ITEM.CURRENCY, ITEM.KIND)))
                .execute();
    }

    /** The last period of a cleared item ends on the day of clearing, which may be earlier or later than was thought. */
    private void endCleared() {
        sql.deleteFrom(ITEM_HISTORY)
                .using(CONCERNED, ITEM)
                .where(isChanged())
                .and(ITEM_HISTORY.VALID_FROM.ge(ITEM.CLEARED_ON))
                .execute();
        var later = ITEM_HISTORY.as("later");
        sql.update(ITEM_HISTORY)
                .set(ITEM_HISTORY.VALID_TO, ITEM.CLEARED_ON)
                .from(CONCERNED, ITEM)
                .where(isChanged())
                .and(ITEM.CLEARED_ON.isNotNull())
                .and(ITEM_HISTORY.VALID_TO.ne(ITEM.CLEARED_ON))
                .and(notExists(selectOne()
                        .from(later)
                        .where(later.TENANT_ID.eq(rows.tenant()))
                        .and(later.ITEM_ID.eq(ITEM_HISTORY.ITEM_ID))
                        .and(later.VALID_FROM.gt(ITEM_HISTORY.VALID_FROM))))
                .execute();
    }

    /** A period that began on the day of the file, or later, is corrected in place. */
    private void replaceSameDay() {
        sql.update(ITEM_HISTORY)
                .set(ITEM_HISTORY.OPEN_AMOUNT, ITEM.OPEN_AMOUNT)
                .set(ITEM_HISTORY.DUE_DATE, ITEM.DUE_DATE)
                .from(CONCERNED, ITEM)
                .where(isOutdated())
                .and(ITEM_HISTORY.VALID_FROM.ge(order.asOf()))
                .execute();
    }

    private void endOutdated() {
        sql.update(ITEM_HISTORY)
                .set(ITEM_HISTORY.VALID_TO, order.asOf())
                .from(CONCERNED, ITEM)
                .where(isOutdated())
                .execute();
    }

    private void beginCurrent() {
        var from = greatest(val(order.asOf()), ITEM.ISSUE_DATE, coalesce(max(ITEM_HISTORY.VALID_TO), ITEM.ISSUE_DATE));
        sql.insertInto(ITEM_HISTORY, History.COLUMNS)
                .select(History.period(from, History.FOREVER, ITEM.OPEN_AMOUNT)
                        .from(CONCERNED)
                        .join(ITEM)
                        .on(isConcerned())
                        .leftJoin(ITEM_HISTORY)
                        .on(ITEM_HISTORY.TENANT_ID.eq(rows.tenant()), ITEM_HISTORY.ITEM_ID.eq(ITEM.ID))
                        .where(ITEM.CLEARED_ON.isNull())
                        .and(ITEM.OPEN_AMOUNT.ne(BigDecimal.ZERO))
                        .groupBy(ITEM.TENANT_ID, ITEM.ID)
                        .having(DSL.coalesce(DSL.boolOr(ITEM_HISTORY.VALID_TO.eq(History.FOREVER)), DSL.inline(false))
                                .isFalse()))
                .execute();
    }

    private Condition isConcerned() {
        return ITEM.TENANT_ID.eq(rows.tenant()).and(ITEM.ID.eq(CONCERNED_ID));
    }

    private Condition isChanged() {
        return isConcerned().and(ITEM_HISTORY.TENANT_ID.eq(rows.tenant())).and(ITEM_HISTORY.ITEM_ID.eq(ITEM.ID));
    }

    /** The running period of an open item that says something else than the item does. */
    private Condition isOutdated() {
        return isChanged()
                .and(ITEM.CLEARED_ON.isNull())
                .and(ITEM_HISTORY.VALID_TO.eq(History.FOREVER))
                .and(row(ITEM_HISTORY.OPEN_AMOUNT, ITEM_HISTORY.DUE_DATE)
                        .isDistinctFrom(row(ITEM.OPEN_AMOUNT, ITEM.DUE_DATE)));
    }
}
