package io.dunlin.ledger;

import static io.dunlin.ledger.CurrencyFactors.inCompanyCurrency;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemHistory.ITEM_HISTORY;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What the figures of a customer are added up from, gathered once: every item of the scope that was alive at any time of the last
 * 12 months, and the periods of those whose history is written down, each converted once. What ended before has no part in any
 * figure but the date of the last payment.
 */
final class FactSources {
    private static final String TABLE = "fact_source";

    static final Field<CustomerId> CUSTOMER = field(name(TABLE, "customer_id"), ITEM.CUSTOMER_ID.getDataType());

    /** First day of the period in which the amount is open; null where the history tells the periods of the item. */
    static final Field<LocalDate> FROM = field(name(TABLE, "valid_from"), SQLDataType.LOCALDATE);

    /** Day behind the last one of the period; infinity for what is open now. */
    static final Field<LocalDate> TO = field(name(TABLE, "valid_to"), SQLDataType.LOCALDATE);

    static final Field<LocalDate> DUE = field(name(TABLE, "due_date"), SQLDataType.LOCALDATE);
    static final Field<LocalDate> ISSUED = field(name(TABLE, "issue_date"), SQLDataType.LOCALDATE);
    static final Field<LocalDate> CLEARED = field(name(TABLE, "cleared_on"), SQLDataType.LOCALDATE);

    /** In the smallest units of the company's currency, such as cents; null where the currency has no rate. */
    static final Field<Long> UNITS = field(name(TABLE, "units"), SQLDataType.BIGINT);

    private static final Field<BigDecimal> STATED = field(name(TABLE, "stated"), SQLDataType.NUMERIC(19, 4));
    private static final Field<Boolean> IS_INVOICE = field(name(TABLE, "is_invoice"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> IS_SALE = field(name(TABLE, "is_sale"), SQLDataType.BOOLEAN);

    private FactSources() {}

    /** Into a table of the transaction's own. */
    static void gather(DSLContext sql, FactScope scope) {
        Staging.keepApart(sql, TABLE, items(scope).unionAll(history(scope)));
    }

    static Table<?> table() {
        return DSL.table(name(TABLE));
    }

    /** The amount is open at the end of the scope's day. */
    static Condition isOpen(FactScope scope) {
        return FROM.le(scope.day()).and(TO.gt(scope.day()));
    }

    /** Something the customer owes, due before the scope's day: in any currency, also in one without a rate. */
    static Condition isOverdueDebit(FactScope scope) {
        return isOpen(scope).and(DUE.lt(scope.day())).and(STATED.gt(BigDecimal.ZERO));
    }

    /** An invoice paid up to the scope's day. Rows of the history have no such day. */
    static Condition isPaid(FactScope scope) {
        return DSL.condition(IS_INVOICE).and(CLEARED.le(scope.day()));
    }

    /** An invoice that is open and overdue. What most rows are not is asked first: three figures ask it of every row. */
    static Condition isUnpaid(FactScope scope) {
        return TO.gt(scope.day())
                .and(DUE.lt(scope.day()))
                .and(FROM.le(scope.day()))
                .and(IS_INVOICE)
                .and(UNITS.gt(inline(0L)));
    }

    /** An invoice or credit note; sales are those with tax. */
    static Condition isSale() {
        return DSL.condition(IS_SALE);
    }

    private static Select<Record> items(FactScope scope) {
        var tellsItsPeriod = ITEM.HAS_HISTORY
                .isFalse()
                .and(ITEM.ISSUE_DATE.lt(ITEM.OPEN_UNTIL))
                .and(ITEM.ORIGINAL_AMOUNT.ne(BigDecimal.ZERO))
                // Memo items have no accounting value.
                .and(ITEM.KIND.ne(ItemKind.DOWN_PAYMENT_REQUEST.name()));
        return select(List.<Field<?>>of(
                        ITEM.CUSTOMER_ID,
                        when(tellsItsPeriod, ITEM.ISSUE_DATE).as("valid_from"),
                        ITEM.OPEN_UNTIL.as("valid_to"),
                        ITEM.DUE_DATE,
                        ITEM.ISSUE_DATE,
                        ITEM.CLEARED_ON,
                        field(ITEM.KIND.eq(ItemKind.INVOICE.name())).as("is_invoice"),
                        field(ITEM.KIND.in(ItemKind.INVOICE.name(), ItemKind.CREDIT_NOTE.name()))
                                .as("is_sale"),
                        ITEM.ORIGINAL_AMOUNT.as("stated"),
                        units(ITEM.ORIGINAL_AMOUNT, scope).as("units")))
                .from(ITEM)
                .leftJoin(scope.factors())
                .on(CurrencyFactors.CURRENCY.eq(ITEM.CURRENCY))
                .where(scope.covers(ITEM.TENANT_ID, ITEM.COMPANY_ID, ITEM.CUSTOMER_ID))
                .and(ITEM.OPEN_UNTIL.gt(scope.yearAgo()));
    }

    private static Select<Record> history(FactScope scope) {
        return select(List.<Field<?>>of(
                        ITEM_HISTORY.CUSTOMER_ID,
                        ITEM_HISTORY.VALID_FROM,
                        ITEM_HISTORY.VALID_TO,
                        ITEM_HISTORY.DUE_DATE,
                        inline((LocalDate) null).cast(SQLDataType.LOCALDATE),
                        inline((LocalDate) null).cast(SQLDataType.LOCALDATE),
                        field(ITEM_HISTORY.KIND.eq(ItemKind.INVOICE.name())),
                        field(falseCondition()),
                        ITEM_HISTORY.OPEN_AMOUNT,
                        units(ITEM_HISTORY.OPEN_AMOUNT, scope)))
                .from(ITEM_HISTORY)
                .leftJoin(scope.factors())
                .on(CurrencyFactors.CURRENCY.eq(ITEM_HISTORY.CURRENCY))
                .where(scope.covers(ITEM_HISTORY.TENANT_ID, ITEM_HISTORY.COMPANY_ID, ITEM_HISTORY.CUSTOMER_ID))
                .and(ITEM_HISTORY.KIND.ne(ItemKind.DOWN_PAYMENT_REQUEST.name()))
                .and(ITEM_HISTORY.VALID_TO.gt(scope.yearAgo()));
    }

    private static Field<Long> units(Field<BigDecimal> amount, FactScope scope) {
        return Units.of(inCompanyCurrency(amount, scope.company()), scope.company());
    }
}
