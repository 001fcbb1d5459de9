package io.dunlin.ledger.report;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.sum;

import io.dunlin.kernel.Money;
import io.dunlin.tenancy.Company;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Result;
import org.jooq.impl.SQLDataType;

/**
 * The receivable of a company at the end of several days, read in one pass over its items whatever the number of days.
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

    /** One row for each day, also for one without items. */
    Result<Record5<LocalDate, BigDecimal, BigDecimal, Integer, Integer>> fetch(DSLContext sql) {
        var moments = new Moments(company, days);
        var amount = round(OpenSpans.AMOUNT.mul(Moments.FACTOR), Money.digits(company.currency()));
        return sql.with(new OpenSpans(company, days, more).expression(), moments.rates(OpenSpans.ALIAS))
                .select(
                        DAY,
                        coalesce(sum(amount), inline(BigDecimal.ZERO)).as(RECEIVABLE),
                        coalesce(
                                        sum(amount)
                                                .filterWhere(Moments.PLACE
                                                        .gt(OpenSpans.DUE)
                                                        .and(OpenSpans.DEBIT)),
                                        inline(BigDecimal.ZERO))
                                .as(OVERDUE),
                        coalesce(sum(OpenSpans.NUMBER), inline(BigDecimal.ZERO))
                                .cast(SQLDataType.INTEGER)
                                .as(ITEMS),
                        coalesce(sum(OpenSpans.NUMBER).filterWhere(Moments.FACTOR.isNull()), inline(BigDecimal.ZERO))
                                .cast(SQLDataType.INTEGER)
                                .as(UNCONVERTED))
                .from(moments.table())
                .leftJoin(name(OpenSpans.ALIAS))
                .on(OpenSpans.OPENS.lt(Moments.PLACE), OpenSpans.CLOSES.ge(Moments.PLACE))
                .leftJoin(Moments.RATE)
                .on(Moments.matches(OpenSpans.CURRENCY))
                .groupBy(DAY)
                .orderBy(DAY)
                .fetch();
    }
}
