package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import io.dunlin.ledger.CurrencyFactors;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

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
    private static final Field<LocalDate> DAY = field(name("moment", "day"), SQLDataType.LOCALDATE);
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
        return select(
                        column("customer_id", ITEM_PERIOD.CUSTOMER_ID),
                        column("sales_manager", SALES_MANAGER),
                        column("period", PERIOD),
                        sum(amount).as(RECEIVABLE.getUnqualifiedName()),
                        sum(amount).filterWhere(isOverdue()).as(OVERDUE.getUnqualifiedName()),
                        count().filterWhere(amount.isNull()).as(UNCONVERTED.getUnqualifiedName()))
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

    private Condition isOverdue() {
        var due = column("due_date", ITEM_PERIOD.DUE_DATE);
        return localDateDiff(column("period", PERIOD), due)
                .gt(moreThan)
                .and(
                        question.credits() == Credits.COLUMN
                                ? column("open_amount", ITEM_PERIOD.OPEN_AMOUNT).gt(BigDecimal.ZERO)
                                : noCondition());
    }

    private Table<?> open() {
        var company = question.company();
        var moments = unnest(val(periods.ends().toArray(LocalDate[]::new))).as("moment", "day");
        var items = select(
                        ITEM_PERIOD.CUSTOMER_ID,
                        ITEM_PERIOD.DUE_DATE,
                        ITEM_PERIOD.OPEN_AMOUNT,
                        DAY.as("period"),
                        by.salesManager(),
                        CurrencyFactors.inCompanyCurrency(ITEM_PERIOD.OPEN_AMOUNT, company)
                                .as("amount"))
                .from(ITEM_PERIOD)
                .join(moments)
                .on(ITEM_PERIOD.VALID_FROM.le(DAY), ITEM_PERIOD.VALID_TO.gt(DAY))
                .leftJoin(factors())
                .on(
                        CurrencyFactors.CURRENCY.eq(ITEM_PERIOD.CURRENCY),
                        field(name("factors", "day"), DAY.getDataType()).eq(DAY));
        return (by.isSalesManager()
                        ? items.join(ITEM).on(ITEM.TENANT_ID.eq(CurrentTenant.id()), ITEM.ID.eq(ITEM_PERIOD.ITEM_ID))
                        : items)
                .where(ITEM_PERIOD.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM_PERIOD.COMPANY_ID.eq(company.id()))
                // Said again of all ends together: the index on the ends of items knows nothing of a join.
                .and(ITEM_PERIOD.VALID_TO.gt(periods.first().to()))
                .and(ITEM_PERIOD.VALID_FROM.le(periods.last().to()))
                .and(ITEM_PERIOD.KIND.ne(inline(ItemKind.DOWN_PAYMENT_REQUEST.name())))
                .and(question.counts())
                // A fence: the conversion is worked out once for an item and day, not once for every sum that counts
                // it.
                .offset(inline(0))
                .asTable(OPEN);
    }

    private Table<?> factors() {
        return periods.ends().stream()
                .<Select<Record3<LocalDate, String, BigDecimal>>>map(
                        day -> select(val(day).as("day"), CurrencyFactors.CURRENCY, CurrencyFactors.FACTOR)
                                .from(CurrencyFactors.asOf(question.company(), day)))
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable("factors");
    }

    private static <T> Field<T> column(String column, Field<T> like) {
        return field(name(OPEN, column), like.getDataType());
    }
}
