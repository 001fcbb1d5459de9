package io.dunlin.ledger.report;

import static io.dunlin.ledger.report.DsoLines.customer;
import static io.dunlin.ledger.report.DsoLines.date;
import static io.dunlin.ledger.report.DsoLines.figure;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.localDateAdd;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DatePart;
import org.jooq.Field;

/**
 * How far back the sales of each line reach its receivable: rows of {@code sold} counted from the day on, against {@code balance}.
 *
 * <p>{@code reached} is the sum of the sales from the date back to a month. The month in which it reaches the receivable is the last one;
 * the months after it count whole, whether they have sales or not, so their days are those of the calendar.
 */
record DsoReach(LocalDate asOf) {
    /** Of each line, named {@code sales}: its first month, the sales of the last 12 months, and the days back to where its sales reach its receivable. */
    CommonTableExpression<?> sales() {
        var sales = figure("sold", "amount");
        var running = select(
                        customer("sold"),
                        date("sold", "month"),
                        sales,
                        figure("sold", "year"),
                        figure("balance", "receivable"),
                        sum(greatest(sales, inline(BigDecimal.ZERO)))
                                .over()
                                .partitionBy(customer("sold"))
                                .orderBy(date("sold", "month").desc())
                                .as("reached"))
                .from(name("sold"))
                .leftJoin(name("balance"))
                .on(customer("balance").eq(customer("sold")))
                .asTable("running");
        return name("sales")
                .as(select(
                                customer("running"),
                                min(date("running", "month")).as("first_month"),
                                sum(figure("running", "year")).as("year"),
                                max(daysBack()).filterWhere(isLastMonth()).as("days"))
                        .from(running)
                        .groupBy(customer("running")));
    }

    /** Whether the sales from the day of the question back to this month, but not without it, come up to the receivable. */
    private static Condition isLastMonth() {
        var amount = figure("running", "amount");
        var reached = figure("running", "reached");
        var receivable = figure("running", "receivable");
        return receivable
                .gt(inline(BigDecimal.ZERO))
                .and(amount.gt(inline(BigDecimal.ZERO)))
                .and(reached.ge(receivable))
                .and(reached.minus(amount).lt(receivable));
    }

    /** Of the last month of a line: days that count after it, and its own. */
    private Field<BigDecimal> daysBack() {
        var amount = figure("running", "amount");
        var before = figure("running", "reached").minus(amount);
        var month = date("running", "month");
        var end = least(
                cast(localDateAdd(cast(localDateAdd(month, 1, DatePart.MONTH), LocalDate.class), -1), LocalDate.class),
                val(asOf));
        var length = localDateDiff(end, month).plus(1);
        return localDateDiff(val(asOf), end)
                .cast(BigDecimal.class)
                .plus(figure("running", "receivable").minus(before).mul(length).div(amount));
    }
}
