package io.dunlin.ledger;

import static io.dunlin.ledger.CurrencyFactors.inCompanyCurrency;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The highest balance of each customer of a scope at the end of any day of the last 12 months, never below zero: amounts come on
 * the first day of a period and go on the day behind its last; their running sum has a peak.
 */
record LargestExposure(FactScope scope) {
    private static final Field<CustomerId> CUSTOMER =
            field(name("period", "customer_id"), ITEM_PERIOD.CUSTOMER_ID.getDataType());
    private static final Field<LocalDate> FROM = field(name("period", "valid_from"), SQLDataType.LOCALDATE);
    private static final Field<LocalDate> TO = field(name("period", "valid_to"), SQLDataType.LOCALDATE);
    private static final Field<BigDecimal> AMOUNT = field(name("period", "amount"), SQLDataType.NUMERIC);
    private static final Field<LocalDate> MOVED = field(name("move", "day"), SQLDataType.LOCALDATE);
    private static final Field<BigDecimal> CHANGE = field(name("move", "change"), SQLDataType.NUMERIC);

    Select<?> select() {
        // Without a frame of its own a running sum takes all moves of the same day at once: what comes in as another
        // goes out is
        // no peak.
        var running = DSL.select(
                        CUSTOMER.as("customer_id"),
                        sum(CHANGE).over().partitionBy(CUSTOMER).orderBy(MOVED).as("balance"))
                .from(periods())
                .crossJoin(DSL.lateral(
                        values(row(FROM, AMOUNT), row(TO, AMOUNT.neg())).asTable("move", "day", "change")))
                .where(MOVED.le(scope.day()))
                .asTable("running");
        var of = field(name("running", "customer_id"), ITEM_PERIOD.CUSTOMER_ID.getDataType());
        var balance = field(name("running", "balance"), SQLDataType.NUMERIC);
        return DSL.select(
                        of.as("customer_id"),
                        greatest(max(balance), inline(BigDecimal.ZERO)).as(CUSTOMER_FACT.LARGEST_EXPOSURE))
                .from(running)
                .groupBy(of);
    }

    private Table<?> periods() {
        var begin = scope.day().minusMonths(12);
        return DSL.select(
                        ITEM_PERIOD.CUSTOMER_ID,
                        greatest(ITEM_PERIOD.VALID_FROM, val(begin)).as("valid_from"),
                        ITEM_PERIOD.VALID_TO,
                        inCompanyCurrency(ITEM_PERIOD.OPEN_AMOUNT, scope.company())
                                .as("amount"))
                .from(ITEM_PERIOD)
                .join(CurrencyFactors.asOf(scope.company(), scope.day()))
                .on(CurrencyFactors.CURRENCY.eq(ITEM_PERIOD.CURRENCY), CurrencyFactors.FACTOR.isNotNull())
                .where(scope.covers(ITEM_PERIOD.TENANT_ID, ITEM_PERIOD.COMPANY_ID, ITEM_PERIOD.CUSTOMER_ID))
                .and(ITEM_PERIOD.VALID_TO.gt(begin))
                .and(ITEM_PERIOD.VALID_FROM.le(scope.day()))
                // Memo items have no accounting value.
                .and(ITEM_PERIOD.KIND.ne(ItemKind.DOWN_PAYMENT_REQUEST.name()))
                .offset(inline(0))
                .asTable("period");
    }
}
