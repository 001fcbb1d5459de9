package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * On which of several days items are open, read in one pass over the items whatever the number of days.
 *
 * <p>Items that are open on the same days and overdue on the same of them count as one, once their amounts are rounded. An item in
 * another currency stays alone: its amount is rounded after it was converted, at another rate on every day.
 *
 * @param days the earliest first; a span holds the places of days, 1 for the first
 * @param moreThan overdue counts from more than so many days on; 0: from the day after the due date
 * @param more on {@code item_period}: which items count
 * @param by keeps customers, and sales managers where lines stand for them, apart; null: all together
 */
record OpenSpans(
        Company company,
        List<LocalDate> days,
        int moreThan,
        Condition more,
        @Nullable GroupBy by) {
    static final String ALIAS = "span";

    /** Open on the places after it, up to {@link #CLOSES}. */
    static final Field<Integer> OPENS = field(name(ALIAS, "opens"), Integer.class);

    static final Field<Integer> CLOSES = field(name(ALIAS, "closes"), Integer.class);

    /** Overdue on the places after it. */
    static final Field<Integer> DUE = field(name(ALIAS, "due"), Integer.class);

    static final Field<Boolean> DEBIT = field(name(ALIAS, "debit"), Boolean.class);
    static final Field<String> CURRENCY = field(name(ALIAS, "currency"), SQLDataType.CHAR(3));
    static final Field<BigDecimal> AMOUNT = field(name(ALIAS, "amount"), BigDecimal.class);
    static final Field<Integer> NUMBER = field(name(ALIAS, "number"), Integer.class);

    /** The spans, named {@value #ALIAS}; with {@code customer_id} and {@code sales_manager} where these stay apart. */
    CommonTableExpression<?> expression() {
        var opens = place(ITEM_PERIOD.VALID_FROM, ends(1));
        var closes = place(ITEM_PERIOD.VALID_TO, ends(1));
        var own = ITEM_PERIOD.CURRENCY.eq(company.currency().getCurrencyCode());
        var columns = new ArrayList<Field<?>>(List.of(
                opens.as(OPENS.getUnqualifiedName()),
                closes.as(CLOSES.getUnqualifiedName()),
                place(ITEM_PERIOD.DUE_DATE, ends(-moreThan)).as(DUE.getUnqualifiedName()),
                field(ITEM_PERIOD.OPEN_AMOUNT.gt(inline(BigDecimal.ZERO))).as(DEBIT.getUnqualifiedName()),
                ITEM_PERIOD.CURRENCY.as(CURRENCY.getUnqualifiedName()),
                when(own.not(), ITEM_PERIOD.ITEM_ID).as("item_id")));
        if (by != null) {
            columns.add(ITEM_PERIOD.CUSTOMER_ID);
            columns.add(by.salesManager());
        }
        var places = IntStream.rangeClosed(1, columns.size())
                .mapToObj(place -> inline(place))
                .toList();
        return name(ALIAS)
                .as(select(columns)
                        .select(
                                sum(when(own, round(ITEM_PERIOD.OPEN_AMOUNT, Money.digits(company.currency())))
                                                .otherwise(ITEM_PERIOD.OPEN_AMOUNT))
                                        .as(AMOUNT.getUnqualifiedName()),
                                count().as(NUMBER.getUnqualifiedName()))
                        .from(items())
                        .where(ITEM_PERIOD.TENANT_ID.eq(CurrentTenant.id()))
                        .and(ITEM_PERIOD.COMPANY_ID.eq(company.id()))
                        // Said of all days together, as the index on the ends of items understands it.
                        .and(ITEM_PERIOD.VALID_TO.gt(days.getFirst()))
                        .and(ITEM_PERIOD.VALID_FROM.le(days.getLast()))
                        .and(ITEM_PERIOD.KIND.ne(inline(ItemKind.DOWN_PAYMENT_REQUEST.name())))
                        .and(opens.lt(closes))
                        .and(more)
                        .groupBy(places));
    }

    private Table<?> items() {
        return by != null && by.isSalesManager()
                ? ITEM_PERIOD.join(ITEM).on(ITEM.TENANT_ID.eq(CurrentTenant.id()), ITEM.ID.eq(ITEM_PERIOD.ITEM_ID))
                : ITEM_PERIOD;
    }

    private Field<LocalDate[]> ends(int shift) {
        return val(days.stream().map(day -> day.plusDays(shift)).toArray(LocalDate[]::new));
    }

    /** How many of the days are not after a date. */
    private static Field<Integer> place(Field<LocalDate> date, Field<LocalDate[]> days) {
        return function(name("width_bucket"), SQLDataType.INTEGER, date, days);
    }
}
