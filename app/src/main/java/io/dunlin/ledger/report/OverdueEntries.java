package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;
import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.dunlin.kernel.Money;
import io.dunlin.ledger.CurrencyFactors;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * What was open and overdue at the end of each period, read in one pass: every item counts at the ends of periods that it was open on,
 * converted at the rate of that day, as in the ageing of that day.
 *
 * <p>A customer has one row with sums for each period. One for each of them would be a dozen times as many, nearly all of which no page
 * shows.
 *
 * @param question whose day is the end of the last period
 * @param moreThan days overdue that an item must exceed
 */
record OverdueEntries(AgeingQuestion question, Periods periods, int moreThan, GroupBy by) implements Entries {
    static final String CHANGE = "change";
    static final String PERCENT = "overduePercent";

    private static final String OPEN = "open_item";

    /** Open at the ends of the periods after it, up to {@link #CLOSES}; 1 for the first period. */
    private static final Field<Integer> OPENS = field(name(OPEN, "opens"), Integer.class);

    private static final Field<Integer> CLOSES = field(name(OPEN, "closes"), Integer.class);

    /** Overdue at the ends of the periods after it. */
    private static final Field<Integer> DUE = field(name(OPEN, "due"), Integer.class);

    private static final Field<Boolean> DEBIT = field(name(OPEN, "debit"), Boolean.class);

    /** In company currency, rounded; null for an item in another one. */
    private static final Field<BigDecimal> OWN = field(name(OPEN, "own"), SQLDataType.NUMERIC);

    private static final Field<BigDecimal> STATED = field(name(OPEN, "stated"), SQLDataType.NUMERIC);
    private static final Field<BigDecimal[]> FACTORS =
            field(name(OPEN, "factors"), SQLDataType.NUMERIC.getArrayDataType());

    static String receivable(Periods.Period period) {
        return "receivable-" + period.key();
    }

    static String unconverted(Periods.Period period) {
        return "unconverted-" + period.key();
    }

    private static String overdue(Periods.Period period) {
        return "overdue-" + period.key();
    }

    @Override
    public Select<?> rows() {
        var columns = new ArrayList<Field<?>>(List.of(
                column("customer_id", ITEM_PERIOD.CUSTOMER_ID),
                by.isSalesManager()
                        ? column("sales_manager", SALES_MANAGER)
                        : inline((String) null)
                                .cast(SALES_MANAGER.getDataType())
                                .as("sales_manager"),
                inline((LocalDate) null).cast(SQLDataType.LOCALDATE).as("period")));
        for (var at = 1; at <= periods.all().size(); at++) {
            var period = periods.all().get(at - 1);
            var place = inline(at);
            var factor = arrayGet(FACTORS, place);
            var amount = when(OWN.isNotNull(), OWN)
                    .otherwise(round(
                            STATED.mul(factor), Money.digits(question.company().currency())));
            var isOpen = OPENS.lt(place).and(CLOSES.ge(place));
            var isCounted = question.credits() == Credits.COLUMN ? condition(DEBIT) : noCondition();
            columns.add(sum(amount).filterWhere(isOpen).as(receivable(period)));
            columns.add(sum(amount)
                    .filterWhere(isOpen.and(DUE.lt(place)).and(isCounted))
                    .as(overdue(period)));
            columns.add(count().filterWhere(isOpen.and(OWN.isNull()).and(factor.isNull()))
                    .as(unconverted(period)));
        }
        return select(columns).from(open()).groupBy(key(columns.get(0), columns.get(1)));
    }

    /** Without what is null in all rows: grouped by that too, the order of the rows would be of no use. */
    private List<Field<?>> key(Field<?> customer, Field<?> salesManager) {
        return by.isSalesManager() ? List.of(customer, salesManager) : List.of(customer);
    }

    @Override
    public List<String> sums() {
        return periods.all().stream()
                .flatMap(period -> Stream.of(receivable(period), overdue(period), unconverted(period)))
                .toList();
    }

    @Override
    public List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        for (var period : periods.all()) {
            figures.add(Figure.ofLines(period.key(), total(overdue(period))));
            figures.add(Figure.ofTotals(receivable(period), total(receivable(period))));
            figures.add(Figure.ofTotals(unconverted(period), total(unconverted(period))));
        }
        var last = total(overdue(periods.last()));
        figures.add(Figure.ofLines(CHANGE, last.minus(total(overdue(periods.first())))));
        figures.add(Figure.ofLines(PERCENT, Ratios.percent(last, total(receivable(periods.last())))));
        return figures;
    }

    @Override
    public Condition isWorthALine() {
        return condition(boolOr(or(periods.all().stream()
                .map(period -> Entries.sum(overdue(period)).ne(BigDecimal.ZERO))
                .toList())));
    }

    @Override
    public String mainFigure() {
        return periods.last().key();
    }

    private static Field<BigDecimal> total(String column) {
        return coalesce(sum(Entries.sum(column)), inline(BigDecimal.ZERO));
    }

    private Table<?> open() {
        var company = question.company();
        var opens = OpenSpans.place(ITEM_PERIOD.VALID_FROM, periods.ends(), 1);
        var closes = OpenSpans.place(ITEM_PERIOD.VALID_TO, periods.ends(), 1);
        var own = ITEM_PERIOD.CURRENCY.eq(company.currency().getCurrencyCode());
        return select(
                        ITEM_PERIOD.CUSTOMER_ID,
                        by.salesManager(),
                        opens.as(OPENS),
                        closes.as(CLOSES),
                        OpenSpans.place(ITEM_PERIOD.DUE_DATE, periods.ends(), -moreThan)
                                .as(DUE),
                        field(ITEM_PERIOD.OPEN_AMOUNT.gt(inline(BigDecimal.ZERO)))
                                .as(DEBIT),
                        when(own, round(ITEM_PERIOD.OPEN_AMOUNT, Money.digits(company.currency())))
                                .as(OWN),
                        ITEM_PERIOD.OPEN_AMOUNT.as(STATED),
                        CurrencyFactors.EACH.as(FACTORS))
                .from(items())
                .leftJoin(CurrencyFactors.onEach(company, periods.ends()))
                .on(CurrencyFactors.CURRENCY.eq(ITEM_PERIOD.CURRENCY), own.not())
                .where(ITEM_PERIOD.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM_PERIOD.COMPANY_ID.eq(company.id()))
                // Said of all periods together, as the index on the ends of items understands it.
                .and(ITEM_PERIOD.VALID_TO.gt(periods.first().to()))
                .and(ITEM_PERIOD.VALID_FROM.le(periods.last().to()))
                .and(ITEM_PERIOD.KIND.ne(inline(ItemKind.DOWN_PAYMENT_REQUEST.name())))
                .and(opens.lt(closes))
                .and(question.counts())
                // In the order of the groups: dozens of sums for each of all customers at once would not fit into
                // memory.
                .orderBy(key(ITEM_PERIOD.CUSTOMER_ID, field(name(SALES_MANAGER.getName()))))
                // A fence: places are worked out once for an item, not once for every sum that counts it.
                .offset(inline(0))
                .asTable(OPEN);
    }

    private Table<?> items() {
        return by.isSalesManager()
                ? ITEM_PERIOD.join(ITEM).on(ITEM.TENANT_ID.eq(CurrentTenant.id()), ITEM.ID.eq(ITEM_PERIOD.ITEM_ID))
                : ITEM_PERIOD;
    }

    private static <T> Field<T> column(String column, Field<T> like) {
        return field(name(OPEN, column), like.getDataType());
    }
}
