package io.dunlin.ledger.report;

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
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * On which of several days items are open, read in one pass over the items whatever the number of days.
 *
 * <p>Items that are open on the same days and overdue on the same of them count as one, once their amounts are rounded. An item in
 * another currency stays alone: its amount is rounded after it was converted, at another rate on every day.
 *
 * @param days the earliest first; a span holds the places of days, 1 for the first
 * @param more on {@code item_period}: which items count
 */
record OpenSpans(Company company, List<LocalDate> days, Condition more) {
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

    /** The spans, named {@value #ALIAS}. */
    CommonTableExpression<?> expression() {
        var opens = place(ITEM_PERIOD.VALID_FROM, days, 1);
        var closes = place(ITEM_PERIOD.VALID_TO, days, 1);
        var own = ITEM_PERIOD.CURRENCY.eq(company.currency().getCurrencyCode());
        var columns = List.<Field<?>>of(
                opens.as(OPENS.getUnqualifiedName()),
                closes.as(CLOSES.getUnqualifiedName()),
                place(ITEM_PERIOD.DUE_DATE, days, 0).as(DUE.getUnqualifiedName()),
                field(ITEM_PERIOD.OPEN_AMOUNT.gt(inline(BigDecimal.ZERO))).as(DEBIT.getUnqualifiedName()),
                ITEM_PERIOD.CURRENCY.as(CURRENCY.getUnqualifiedName()),
                when(own.not(), ITEM_PERIOD.ITEM_ID).as("item_id"));
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
                        .from(ITEM_PERIOD)
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

    /** How many of the days are not after a date, each moved by so many days. */
    static Field<Integer> place(Field<LocalDate> date, List<LocalDate> days, int shift) {
        var moved = val(days.stream().map(day -> day.plusDays(shift)).toArray(LocalDate[]::new));
        return function(name("width_bucket"), SQLDataType.INTEGER, date, moved);
    }
}
