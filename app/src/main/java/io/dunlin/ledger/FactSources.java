package io.dunlin.ledger;

import static io.dunlin.ledger.CurrencyFactors.inCompanyCurrency;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemHistory.ITEM_HISTORY;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What the figures of a customer are added up from, read in one pass: every item of the scope with its original amount, and the
 * open amounts of those whose history is written down, each converted once.
 */
final class FactSources {
    private static final String ALIAS = "source";

    static final Field<CustomerId> CUSTOMER = field(name(ALIAS, "customer_id"), ITEM.CUSTOMER_ID.getDataType());
    static final Field<LocalDate> DUE = field(name(ALIAS, "due_date"), SQLDataType.LOCALDATE);
    static final Field<LocalDate> ISSUED = field(name(ALIAS, "issue_date"), SQLDataType.LOCALDATE);
    static final Field<LocalDate> CLEARED = field(name(ALIAS, "cleared_on"), SQLDataType.LOCALDATE);

    /** In the smallest units of the company's currency, such as cents; null where the currency has no rate. */
    static final Field<Long> UNITS = field(name(ALIAS, "units"), SQLDataType.BIGINT);

    private static final Field<BigDecimal> STATED = field(name(ALIAS, "stated"), SQLDataType.NUMERIC(19, 4));

    /** Days between due date and payment; negative: early. */
    static final Field<Integer> LATE = field(name(ALIAS, "late"), SQLDataType.INTEGER);

    private static final Field<Boolean> IS_OPEN = field(name(ALIAS, "is_open"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> IS_INVOICE = field(name(ALIAS, "is_invoice"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> IS_SALE = field(name(ALIAS, "is_sale"), SQLDataType.BOOLEAN);

    private FactSources() {}

    /** The amount is open on the scope's day. */
    static Condition isOpen() {
        return DSL.condition(IS_OPEN);
    }

    /** Something the customer owes, due before the day: told in any currency, also in one without a rate. */
    static Condition isOverdueDebit(LocalDate day) {
        return DUE.lt(day).and(STATED.gt(BigDecimal.ZERO));
    }

    /** An invoice paid up to the scope's day. */
    static Condition isPaid(FactScope scope) {
        return DSL.condition(IS_INVOICE).and(CLEARED.le(scope.day()));
    }

    /** An invoice or credit note; sales are those with tax. */
    static Condition isSale() {
        return DSL.condition(IS_SALE);
    }

    static Table<?> of(FactScope scope) {
        var rows = items(scope).unionAll(history(scope)).asTable("entry");
        var amount = field(name("entry", "stated"), ITEM.ORIGINAL_AMOUNT.getDataType());
        return select(rows.fields())
                .select(Units.of(inCompanyCurrency(amount, scope.company()), scope.company())
                        .as("units"))
                .from(rows)
                .leftJoin(CurrencyFactors.asOf(scope.company(), scope.day()))
                .on(CurrencyFactors.CURRENCY.eq(field(name("entry", "currency"), ITEM.CURRENCY.getDataType())))
                // A fence: the conversion is worked out once for a row, not once for every sum that counts it.
                .offset(inline(0))
                .asTable(ALIAS);
    }

    private static Select<Record> items(FactScope scope) {
        var isOpen = ITEM.HAS_HISTORY
                .isFalse()
                .and(ITEM.ISSUE_DATE.le(scope.day()))
                .and(ITEM.OPEN_UNTIL.gt(scope.day()))
                .and(ITEM.ORIGINAL_AMOUNT.ne(BigDecimal.ZERO))
                .and(ITEM.KIND.ne(ItemKind.DOWN_PAYMENT_REQUEST.name()));
        var isInvoice = ITEM.KIND.eq(ItemKind.INVOICE.name());
        return select(List.<SelectField<?>>of(
                        ITEM.CUSTOMER_ID,
                        ITEM.DUE_DATE,
                        ITEM.ISSUE_DATE,
                        ITEM.CLEARED_ON,
                        localDateDiff(ITEM.CLEARED_ON, ITEM.DUE_DATE).as("late"),
                        ITEM.CURRENCY,
                        field(isOpen).as("is_open"),
                        field(isInvoice).as("is_invoice"),
                        field(ITEM.KIND.in(ItemKind.INVOICE.name(), ItemKind.CREDIT_NOTE.name()))
                                .as("is_sale"),
                        ITEM.ORIGINAL_AMOUNT.as("stated")))
                .from(ITEM)
                .where(scope.covers(ITEM.TENANT_ID, ITEM.COMPANY_ID, ITEM.CUSTOMER_ID));
    }

    /** Memo items have no accounting value. */
    private static Select<Record> history(FactScope scope) {
        return select(List.<SelectField<?>>of(
                        ITEM_HISTORY.CUSTOMER_ID,
                        ITEM_HISTORY.DUE_DATE,
                        inline((LocalDate) null).cast(SQLDataType.LOCALDATE),
                        inline((LocalDate) null).cast(SQLDataType.LOCALDATE),
                        inline((Integer) null).cast(SQLDataType.INTEGER),
                        ITEM_HISTORY.CURRENCY,
                        field(trueCondition()),
                        field(falseCondition()),
                        field(falseCondition()),
                        ITEM_HISTORY.OPEN_AMOUNT))
                .from(ITEM_HISTORY)
                .where(scope.covers(ITEM_HISTORY.TENANT_ID, ITEM_HISTORY.COMPANY_ID, ITEM_HISTORY.CUSTOMER_ID))
                .and(ITEM_HISTORY.KIND.ne(ItemKind.DOWN_PAYMENT_REQUEST.name()))
                .and(ITEM_HISTORY.VALID_FROM.le(scope.day()))
                .and(ITEM_HISTORY.VALID_TO.gt(scope.day()));
    }
}
