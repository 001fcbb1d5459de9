package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.kernel.Money;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/**
 * On which of several days an invoice counts as paid in the six months before, and on which an item is open: read in one pass over the
 * items whatever the number of days.
 *
 * <p>Payments of a customer that count on the same days are one span. One in another currency stays alone: it is rounded after it was
 * converted, at another rate on every day.
 *
 * @param days the earliest first; a span holds the places of days, 1 for the first
 */
record BehaviourSpans(Company company, List<LocalDate> days, Slice slice) {
    static final String ALIAS = "span";
    private static final int MONTHS = 6;

    static final Field<CustomerId> CUSTOMER = field(name(ALIAS, "customer_id"), ITEM.CUSTOMER_ID.getDataType());

    /** Counts on the places after it, up to {@link #CLOSES}. */
    static final Field<Integer> OPENS = field(name(ALIAS, "opens"), SQLDataType.INTEGER);

    static final Field<Integer> CLOSES = field(name(ALIAS, "closes"), SQLDataType.INTEGER);
    static final Field<String> CURRENCY = field(name(ALIAS, "currency"), SQLDataType.CHAR(3));
    static final Field<Boolean> IS_PAID = field(name(ALIAS, "is_paid"), SQLDataType.BOOLEAN);

    /** An open invoice with something to pay. */
    static final Field<Boolean> IS_OWED = field(name(ALIAS, "is_owed"), SQLDataType.BOOLEAN);

    /** Of an open item. */
    static final Field<LocalDate> DUE = field(name(ALIAS, "due_date"), SQLDataType.LOCALDATE);

    /** Between due date and payment, of a single invoice in another currency. */
    static final Field<Integer> DAYS = field(name(ALIAS, "days"), SQLDataType.INTEGER);

    static final Field<BigDecimal> AMOUNT = field(name(ALIAS, "amount"), SQLDataType.NUMERIC);

    /** Amounts times days, of what was paid in the company's own currency. */
    static final Field<BigDecimal> WEIGHTED = field(name(ALIAS, "weighted"), SQLDataType.NUMERIC);

    static final Field<Integer> NUMBER = field(name(ALIAS, "number"), SQLDataType.INTEGER);

    CommonTableExpression<?> expression() {
        return name(ALIAS).as(paid().unionAll(open()));
    }

    private Select<Record> paid() {
        var opens = place(ITEM.CLEARED_ON, days);
        var closes = place(ITEM.CLEARED_ON, begins());
        var own = ITEM.CURRENCY.eq(company.currency().getCurrencyCode());
        var late = localDateDiff(ITEM.CLEARED_ON, ITEM.DUE_DATE);
        return select(List.<Field<?>>of(
                        ITEM.CUSTOMER_ID,
                        opens.as("opens"),
                        closes.as("closes"),
                        ITEM.CURRENCY,
                        field(inline(true)).as("is_paid"),
                        field(inline(false)).as("is_owed"),
                        inline((LocalDate) null).cast(SQLDataType.LOCALDATE).as("due_date"),
                        when(own.not(), late).as("days"),
                        when(own.not(), ITEM.ID).as("alone"),
                        sum(rounded(ITEM.ORIGINAL_AMOUNT, own)).as("amount"),
                        sum(when(own, rounded(ITEM.ORIGINAL_AMOUNT, own).mul(late)))
                                .as("weighted"),
                        count().as("number")))
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.COMPANY_ID.eq(company.id()))
                // Follows from the date of clearing; it is what the index knows.
                .and(ITEM.OPEN_UNTIL.gt(begins().getFirst()))
                .and(ITEM.KIND.eq(inline(ItemKind.INVOICE.name())))
                .and(ITEM.CLEARED_ON.gt(begins().getFirst()))
                .and(ITEM.CLEARED_ON.le(days.getLast()))
                .and(opens.lt(closes))
                .and(slice.holds(ITEM.CUSTOMER_ID, ITEM.ID))
                .groupBy(inline(1), inline(2), inline(3), inline(4), inline(8), inline(9));
    }

    private Select<Record> open() {
        var opens = place(ITEM_PERIOD.VALID_FROM, days);
        var closes = place(ITEM_PERIOD.VALID_TO, days);
        var own = ITEM_PERIOD.CURRENCY.eq(company.currency().getCurrencyCode());
        var isOwed = ITEM_PERIOD
                .KIND
                .eq(inline(ItemKind.INVOICE.name()))
                .and(ITEM_PERIOD.OPEN_AMOUNT.gt(inline(BigDecimal.ZERO)));
        return select(List.<Field<?>>of(
                        ITEM_PERIOD.CUSTOMER_ID,
                        opens,
                        closes,
                        ITEM_PERIOD.CURRENCY,
                        inline(false),
                        field(isOwed),
                        ITEM_PERIOD.DUE_DATE,
                        inline((Integer) null).cast(SQLDataType.INTEGER),
                        ITEM_PERIOD.ITEM_ID,
                        rounded(ITEM_PERIOD.OPEN_AMOUNT, own),
                        inline((BigDecimal) null).cast(SQLDataType.NUMERIC),
                        inline(1)))
                .from(ITEM_PERIOD)
                .where(ITEM_PERIOD.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM_PERIOD.COMPANY_ID.eq(company.id()))
                // Said of all days together, as the index on the ends of items understands it.
                .and(ITEM_PERIOD.VALID_TO.gt(days.getFirst()))
                .and(ITEM_PERIOD.VALID_FROM.le(days.getLast()))
                .and(ITEM_PERIOD.KIND.ne(inline(ItemKind.DOWN_PAYMENT_REQUEST.name())))
                .and(opens.lt(closes))
                .and(slice.holds(ITEM_PERIOD.CUSTOMER_ID, ITEM_PERIOD.ITEM_ID));
    }

    /** The six months before a day begin on the day after this one. */
    private List<LocalDate> begins() {
        return days.stream().map(day -> day.minusMonths(MONTHS)).toList();
    }

    private Field<BigDecimal> rounded(Field<BigDecimal> amount, Condition own) {
        return when(own, round(amount, Money.digits(company.currency()))).otherwise(amount);
    }

    /** How many of the days are before a date. */
    private static Field<Integer> place(Field<LocalDate> date, List<LocalDate> days) {
        var next = days.stream().map(day -> day.plusDays(1)).toArray(LocalDate[]::new);
        return function(name("width_bucket"), SQLDataType.INTEGER, date, val(next));
    }
}
