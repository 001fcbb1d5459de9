package io.dunlin.ledger;

import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The highest balance of each customer of a scope at the end of any day of the last 12 months, never below zero: amounts come on
 * the first day of a period and go on the day behind its last; their running sum has a peak. Read from {@link FactSources}.
 */
record LargestExposure(FactScope scope) {
    private static final Field<CustomerId> CUSTOMER =
            field(name("move", "customer_id"), FactSources.CUSTOMER.getDataType());
    private static final Field<LocalDate> DAY = field(name("move", "day"), SQLDataType.LOCALDATE);
    private static final Field<Long> UNITS = field(name("move", "units"), SQLDataType.BIGINT);
    private static final Field<Long> BALANCE = field(name("running", "balance"), SQLDataType.BIGINT);

    Select<?> select() {
        var counts = FactSources.FROM.le(scope.day()).and(FactSources.UNITS.isNotNull());
        var moves = DSL.select(
                        FactSources.CUSTOMER,
                        greatest(FactSources.FROM, val(scope.yearAgo())).as("day"),
                        FactSources.UNITS)
                .from(FactSources.table())
                .where(counts)
                .unionAll(DSL.select(FactSources.CUSTOMER, FactSources.TO, FactSources.UNITS.neg())
                        .from(FactSources.table())
                        .where(counts)
                        .and(FactSources.TO.le(scope.day())))
                .asTable("move");
        // Without a frame of its own a running sum takes all moves of the same day at once: what comes in as another
        // goes
        // out is no peak.
        var running = DSL.select(
                        CUSTOMER,
                        Units.sum(UNITS)
                                .over()
                                .partitionBy(CUSTOMER)
                                .orderBy(DAY)
                                .as("balance"))
                .from(moves)
                .asTable("running");
        var customer = field(name("running", "customer_id"), FactSources.CUSTOMER.getDataType());
        return DSL.select(
                        customer,
                        Units.toAmount(greatest(max(BALANCE), inline(0L)), scope.company())
                                .as(CUSTOMER_FACT.LARGEST_EXPOSURE))
                .from(running)
                .groupBy(customer);
    }
}
