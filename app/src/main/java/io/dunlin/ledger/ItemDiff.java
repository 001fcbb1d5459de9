package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.StageDifference.STAGE_DIFFERENCE;
import static io.dunlin.ledger.tables.StageItem.STAGE_ITEM;
import static io.dunlin.ledger.tables.StageUnseen.STAGE_UNSEEN;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.upper;
import static org.jooq.impl.DSL.val;

import io.dunlin.kernel.Rejected;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The difference between the staged rows and the ledger: every step is one statement over all rows. */
final class ItemDiff {
    private final DSLContext sql;
    private final LoadOrder order;
    private final ItemColumns columns;
    private final LoadedRows rows;

    ItemDiff(DSLContext sql, LoadOrder order, ItemColumns columns) {
        this.sql = sql;
        this.order = order;
        this.columns = columns;
        this.rows = new LoadedRows(order);
    }

    /** Of rows that name the same item the first one counts; the others are taken out and told. */
    List<LoadOutcome.RejectedRow> removeRepeatedRows(RepeatFilter filter) {
        var suspects = filter.suspects();
        if (suspects.length == 0) {
            return List.of();
        }
        var first = min(STAGE_ITEM.ROW_NUMBER);
        var repeated = name("repeated")
                .fields("identity", "first_row")
                .as(select(STAGE_ITEM.IDENTITY, first)
                        .from(STAGE_ITEM)
                        .where(rows.staged())
                        .and(filter.isUndecided() ? DSL.noCondition() : STAGE_ITEM.IDENTITY.eq(DSL.any(suspects)))
                        .groupBy(STAGE_ITEM.IDENTITY)
                        .having(count().gt(1)));
        var firstRow = repeated.field("first_row", Long.class);
        return sql.with(repeated)
                .delete(STAGE_ITEM)
                .using(repeated)
                .where(rows.staged())
                .and(STAGE_ITEM.IDENTITY.eq(repeated.field("identity", String.class)))
                .and(STAGE_ITEM.ROW_NUMBER.ne(firstRow))
                .returningResult(STAGE_ITEM.ROW_NUMBER, STAGE_ITEM.IDENTITY, firstRow)
                .fetch(found -> {
                    var shown = ItemIdentity.shown(found.value2());
                    return new LoadOutcome.RejectedRow(
                            found.value1(),
                            "number",
                            shown,
                            "ledger.load.duplicate",
                            List.of(shown, Long.toString(found.value3())));
                });
    }

    boolean hasItems() {
        return sql.fetchExists(selectOne().from(ITEM).where(rows.inCompany()).limit(1));
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

    /** Writes down which rows the ledger has no item of, and which say something else than their item; answers how many. */
    int compareRows() {
        return sql.insertInto(
                        STAGE_DIFFERENCE,
                        STAGE_DIFFERENCE.TENANT_ID,
                        STAGE_DIFFERENCE.IMPORT_ID,
                        STAGE_DIFFERENCE.ROW_NUMBER,
                        STAGE_DIFFERENCE.ITEM_ID,
                        STAGE_DIFFERENCE.CUSTOMER_ID)
                .select(select(STAGE_ITEM.TENANT_ID, STAGE_ITEM.IMPORT_ID, STAGE_ITEM.ROW_NUMBER, ITEM.ID, CUSTOMER.ID)
                        .from(STAGE_ITEM)
                        .join(CUSTOMER)
                        .on(rows.isCustomerOfRow())
                        .leftJoin(ITEM)
                        .on(rows.isItemOfRow())
                        .where(rows.staged())
                        .and(ITEM.ID.isNull().or(columns.differ(CUSTOMER.ID))))
                .execute();
    }

    /**
     * Writes down which open items a STOCK file does not have, though it could know them.
     *
     * @param known with what the file says of them; what it has not seen is staged
     * @param spared numbers of items that the file names in rows that could not be used
     * @throws ClearsTooMuch when these are more than half and nobody has confirmed
     */
    void compareAbsence(KnownRows known, Set<String> spared) {
        if (order.mode() == LoadOrder.Mode.DELTA) {
            return;
        }
        var absent = sql.insertInto(
                        STAGE_DIFFERENCE,
                        STAGE_DIFFERENCE.TENANT_ID,
                        STAGE_DIFFERENCE.IMPORT_ID,
                        STAGE_DIFFERENCE.ITEM_ID,
                        STAGE_DIFFERENCE.CUSTOMER_ID)
                .select(select(ITEM.TENANT_ID, val(order.importId()), ITEM.ID, ITEM.CUSTOMER_ID)
                        .from(ITEM)
                        .where(isOpen())
                        .and(ITEM.ISSUE_DATE.le(order.asOf()))
                        .and(isNoneOf(spared))
                        .and(known.isComplete() ? isUnseen() : DSL.noCondition())
                        .andNotExists(selectOne()
                                .from(STAGE_ITEM)
                                .where(rows.staged())
                                .and(STAGE_ITEM.IDENTITY.eq(ITEM.IDENTITY))))
                .execute();
        var open = sql.fetchCount(ITEM, isOpen());
        if (absent * 2L > open && !order.clearingConfirmed()) {
            throw new ClearsTooMuch(absent, open);
        }
    }

    private Condition isUnseen() {
        return ITEM.FINGERPRINT
                .isNull()
                .or(ITEM.FINGERPRINT.in(
                        select(STAGE_UNSEEN.FINGERPRINT).from(STAGE_UNSEEN).where(rows.unseen())));
    }

    /** By the day on which it ends, which has an index: what is open is a small part of a grown ledger. */
    private Condition isOpen() {
        return rows.inCompany().and(ITEM.OPEN_UNTIL.eq(History.FOREVER));
    }

    private static Condition isNoneOf(Set<String> spared) {
        return spared.isEmpty()
                ? DSL.noCondition()
                : upper(DSL.trim(ITEM.NUMBER)).ne(DSL.all(spared.toArray(String[]::new)));
    }
}
