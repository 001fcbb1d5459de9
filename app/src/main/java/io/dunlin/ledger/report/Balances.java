package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.kernel.Money;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Result;
import org.jooq.impl.SQLDataType;

/**
 * The receivable of a company at the end of several days, read in one pass over its items whatever the number of days.
 *
 * <p>Items that are open on the same days and overdue on the same of them count as one, once their amounts are rounded. An item in
 * another currency stays alone: its amount is rounded after it was converted, at another rate on every day.
 *
 * @param days the earliest first
 * @param more on {@code item_period}: which items count
 */
record Balances(Company company, List<LocalDate> days, Condition more) {
    static final Field<LocalDate> DAY = Moments.DAY;
    static final Field<BigDecimal> RECEIVABLE = field(name("receivable"), BigDecimal.class);

    /** Positive items due before the day. */
    static final Field<BigDecimal> OVERDUE = field(name("overdue"), BigDecimal.class);

    /** Open items, with those that have no rate. */
    static final Field<Integer> ITEMS = field(name("items"), Integer.class);

    /** Open items in a currency without a rate: in no amount. */
    static final Field<Integer> UNCONVERTED = field(name("unconverted"), Integer.class);

    private static final Field<Integer> OPENS = field(name("span", "opens"), Integer.class);
    private static final Field<Integer> CLOSES = field(name("span", "closes"), Integer.class);
    private static final Field<Integer> DUE = field(name("span", "due"), Integer.class);
    private static final Field<Boolean> DEBIT = field(name("span", "debit"), Boolean.class);
    private static final Field<String> CURRENCY = field(name("span", "currency"), SQLDataType.CHAR(3));
    private static final Field<BigDecimal> AMOUNT = field(name("span", "amount"), BigDecimal.class);
    private static final Field<Integer> NUMBER = field(name("span", "number"), Integer.class);

    /** One row for each day, also for one without items. */
    Result<Record5<LocalDate, BigDecimal, BigDecimal, Integer, Integer>> fetch(DSLContext sql) {
        var moments = new Moments(company, days);
        var amount = round(AMOUNT.mul(Moments.FACTOR), Money.digits(company.currency()));
        return sql.with(spans(), moments.rates("span"))
                .select(
                        DAY,
                        coalesce(sum(amount), inline(BigDecimal.ZERO)).as(RECEIVABLE),
                        coalesce(sum(amount).filterWhere(Moments.PLACE.gt(DUE).and(DEBIT)), inline(BigDecimal.ZERO))
                                .as(OVERDUE),
                        coalesce(sum(NUMBER), inline(BigDecimal.ZERO))
                                .cast(SQLDataType.INTEGER)
                                .as(ITEMS),
                        coalesce(sum(NUMBER).filterWhere(Moments.FACTOR.isNull()), inline(BigDecimal.ZERO))
                                .cast(SQLDataType.INTEGER)
                                .as(UNCONVERTED))
                .from(moments.table())
                .leftJoin(name("span"))
                .on(OPENS.lt(Moments.PLACE), CLOSES.ge(Moments.PLACE))
                .leftJoin(Moments.RATE)
                .on(Moments.matches(CURRENCY))
                .groupBy(DAY)
                .orderBy(DAY)
                .fetch();
    }

    /** Which days an item is open on: the places after {@code opens} up to {@code closes}; overdue on those after {@code due}. */
    private CommonTableExpression<?> spans() {
        var next = val(days.stream().map(day -> day.plusDays(1)).toArray(LocalDate[]::new));
        var opens = place(ITEM_PERIOD.VALID_FROM, next);
        var closes = place(ITEM_PERIOD.VALID_TO, next);
        var own = ITEM_PERIOD.CURRENCY.eq(company.currency().getCurrencyCode());
        var due = place(ITEM_PERIOD.DUE_DATE, val(days.toArray(LocalDate[]::new)));
        var debit = field(ITEM_PERIOD.OPEN_AMOUNT.gt(inline(BigDecimal.ZERO)));
        var alone = when(own.not(), ITEM_PERIOD.ITEM_ID);
        return name("span")
                .fields("opens", "closes", "due", "debit", "currency", "item_id", "amount", "number")
                .as(select(
                                opens,
                                closes,
                                due,
                                debit,
                                ITEM_PERIOD.CURRENCY,
                                alone,
                                sum(when(own, round(ITEM_PERIOD.OPEN_AMOUNT, Money.digits(company.currency())))
                                        .otherwise(ITEM_PERIOD.OPEN_AMOUNT)),
                                count())
                        .from(ITEM_PERIOD)
                        .where(ITEM_PERIOD.TENANT_ID.eq(CurrentTenant.id()))
                        .and(ITEM_PERIOD.COMPANY_ID.eq(company.id()))
                        // Said of all days together, as the index on the ends of items understands it.
                        .and(ITEM_PERIOD.VALID_TO.gt(days.getFirst()))
                        .and(ITEM_PERIOD.VALID_FROM.le(days.getLast()))
                        .and(ITEM_PERIOD.KIND.ne(inline(ItemKind.DOWN_PAYMENT_REQUEST.name())))
                        .and(opens.lt(closes))
                        .and(more)
                        .groupBy(inline(1), inline(2), inline(3), inline(4), inline(5), inline(6)));
    }

    /** How many of the days are not after a date. */
    private static Field<Integer> place(Field<LocalDate> date, Field<LocalDate[]> days) {
        return function(name("width_bucket"), SQLDataType.INTEGER, date, days);
    }
}
