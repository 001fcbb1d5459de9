package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.with;

import io.dunlin.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;

/**
 * What was open and overdue at the end of each period, read in one pass: every item counts at the ends of periods that it was open on,
 * converted at the rate of that day, as in the ageing of that day.
 *
 * @param question whose day is the end of the last period
 * @param moreThan days overdue that an item must exceed
 */
record OverdueEntries(AgeingQuestion question, Periods periods, int moreThan, GroupBy by) implements Entries {
    static final String CHANGE = "change";
    static final String PERCENT = "overduePercent";
    private static final Field<BigDecimal> OVERDUE = Entries.sum("overdue");
    private static final Field<BigDecimal> RECEIVABLE = Entries.sum("receivable");
    private static final Field<BigDecimal> UNCONVERTED = Entries.sum("unconverted");
    private static final String OPEN = "open_item";

    static String receivable(Periods.Period period) {
        return "receivable-" + period.key();
    }

    static String unconverted(Periods.Period period) {
        return "unconverted-" + period.key();
    }

    @Override
    public Select<?> rows() {
        var amount = field(name(OPEN, "amount"), BigDecimal.class);
        var due = field(name(OPEN, "due"), Integer.class);
        var place = field(name(OPEN, "place"), Integer.class);
        var isOverdue = place.gt(due)
                .and(
                        question.credits() == Credits.COLUMN
                                ? condition(field(name(OPEN, "debit"), Boolean.class))
                                : noCondition());
        return with(spans().expression(), moments().rates(OpenSpans.ALIAS))
                .select(
                        column("customer_id", ITEM_PERIOD.CUSTOMER_ID),
                        column("sales_manager", SALES_MANAGER),
                        column("period", PERIOD),
                        sum(amount).as(RECEIVABLE.getUnqualifiedName()),
                        sum(amount).filterWhere(isOverdue).as(OVERDUE.getUnqualifiedName()),
                        coalesce(
                                        sum(field(name(OPEN, "number"), Integer.class))
                                                .filterWhere(amount.isNull()),
                                        inline(BigDecimal.ZERO))
                                .as(UNCONVERTED.getUnqualifiedName()))
                .from(open())
                .groupBy(
                        column("customer_id", ITEM_PERIOD.CUSTOMER_ID),
                        column("sales_manager", SALES_MANAGER),
                        column("period", PERIOD));
    }

    @Override
    public List<String> sums() {
        return List.of("receivable", "overdue", "unconverted");
    }

    @Override
    public List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        for (var period : periods.all()) {
            figures.add(Figure.ofLines(period.key(), at(OVERDUE, period)));
            figures.add(Figure.ofTotals(receivable(period), at(RECEIVABLE, period)));
            figures.add(Figure.ofTotals(unconverted(period), at(UNCONVERTED, period)));
        }
        figures.add(Figure.ofLines(CHANGE, at(OVERDUE, periods.last()).minus(at(OVERDUE, periods.first()))));
        figures.add(
                Figure.ofLines(PERCENT, Ratios.percent(at(OVERDUE, periods.last()), at(RECEIVABLE, periods.last()))));
        return figures;
    }

    @Override
    public Condition isWorthALine() {
        return condition(boolOr(OVERDUE.ne(BigDecimal.ZERO)));
    }

    @Override
    public String mainFigure() {
        return periods.last().key();
    }

    private static Field<BigDecimal> at(Field<BigDecimal> figure, Periods.Period period) {
        return coalesce(sum(figure).filterWhere(PERIOD.eq(period.to())), inline(BigDecimal.ZERO));
    }

    private Table<?> open() {
        return select(
                        field(name(OpenSpans.ALIAS, "customer_id"), ITEM_PERIOD.CUSTOMER_ID.getDataType()),
                        field(name(OpenSpans.ALIAS, "sales_manager"), SALES_MANAGER.getDataType()),
                        Moments.DAY.as("period"),
                        Moments.PLACE,
                        OpenSpans.DUE,
                        OpenSpans.DEBIT,
                        OpenSpans.NUMBER,
                        round(
                                        OpenSpans.AMOUNT.mul(Moments.FACTOR),
                                        Money.digits(question.company().currency()))
                                .as("amount"))
                .from(moments().table())
                .join(table(name(OpenSpans.ALIAS)))
                .on(OpenSpans.OPENS.lt(Moments.PLACE), OpenSpans.CLOSES.ge(Moments.PLACE))
                .leftJoin(Moments.RATE)
                .on(Moments.matches(OpenSpans.CURRENCY))
                // A fence: the conversion is worked out once for a span and day, not once for every sum that counts it.
                .offset(inline(0))
                .asTable(OPEN);
    }

    private Moments moments() {
        return new Moments(question.company(), periods.ends());
    }

    private OpenSpans spans() {
        return new OpenSpans(question.company(), periods.ends(), moreThan, question.counts(), by);
    }

    private static <T> Field<T> column(String column, Field<T> like) {
        return field(name(OPEN, column), like.getDataType());
    }
}
