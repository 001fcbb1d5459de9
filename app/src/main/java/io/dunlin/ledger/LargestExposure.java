package io.dunlin.ledger;

import static io.dunlin.ledger.CurrencyFactors.inCompanyCurrency;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The highest balance of each customer of a scope at the end of any day of the last 12 months, never below zero: amounts come on
 * the first day of a period and go on the day behind its last; their running sum has a peak.
 */
record LargestExposure(FactScope scope) {
    private static final Field<CustomerId> CUSTOMER = field(name("customer_id"), ITEM_PERIOD.CUSTOMER_ID.getDataType());
    private static final Field<LocalDate> DAY = field(name("day"), SQLDataType.LOCALDATE);
    private static final Field<LocalDate> END = field(name("end_day"), SQLDataType.LOCALDATE);
    private static final Field<Long> UNITS = field(name("units"), SQLDataType.BIGINT);
    private static final Field<Long> BALANCE = field(name("balance"), SQLDataType.BIGINT);

    Select<?> select() {
        var periods = periods();
        var moves = DSL.select(CUSTOMER, DAY, UNITS)
                .from(periods)
                .unionAll(DSL.select(CUSTOMER, END, UNITS.neg()).from(periods).where(END.le(scope.day())))
                .asTable("move");
        // Without a frame of its own a running sum takes all moves of the same day at once: what comes in as another
        // goes out is
        // no peak.
        var running = DSL.with(periods)
                .select(
                        CUSTOMER,
                        Units.sum(UNITS)
                                .over()
                                .partitionBy(CUSTOMER)
                                .orderBy(DAY)
                                .as(BALANCE))
                .from(moves)
                .asTable("running");
        return DSL.select(
                        CUSTOMER,
                        Units.toAmount(greatest(max(BALANCE), inline(0L)), scope.company())
                                .as(CUSTOMER_FACT.LARGEST_EXPOSURE))
                .from(running)
                .groupBy(CUSTOMER);
    }

    private CommonTableExpression<?> periods() {
        var begin = scope.day().minusMonths(12);
        return name("period")
                .asMaterialized(DSL.select(
                                ITEM_PERIOD.CUSTOMER_ID,
                                greatest(ITEM_PERIOD.VALID_FROM, val(begin)).as(DAY),
                                ITEM_PERIOD.VALID_TO.as(END),
                                Units.of(inCompanyCurrency(ITEM_PERIOD.OPEN_AMOUNT, scope.company()), scope.company())
                                        .as(UNITS))
                        .from(ITEM_PERIOD)
                        .join(CurrencyFactors.asOf(scope.company(), scope.day()))
                        .on(CurrencyFactors.CURRENCY.eq(ITEM_PERIOD.CURRENCY), CurrencyFactors.FACTOR.isNotNull())
                        .where(scope.covers(ITEM_PERIOD.TENANT_ID, ITEM_PERIOD.COMPANY_ID, ITEM_PERIOD.CUSTOMER_ID))
                        .and(ITEM_PERIOD.VALID_TO.gt(begin))
                        .and(ITEM_PERIOD.VALID_FROM.le(scope.day()))
                        // Memo items have no accounting value.
                        .and(ITEM_PERIOD.KIND.ne(ItemKind.DOWN_PAYMENT_REQUEST.name())));
    }
}
