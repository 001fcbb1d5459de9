package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemClearing.ITEM_CLEARING;
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

import io.dunlin.ledger.CurrencyFactors;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * What was cleared in each period, part payments on their own day. Invoices are told apart by whether they were paid up to their due
 * date; all else (credits that were used, drafts, adjustments, payments taken back) counts with its sign.
 *
 * @param asOf rates of this day
 * @param kinds kinds of items that count; empty for all
 */
record ReceiptEntries(Company company, LocalDate asOf, Periods periods, Set<ItemKind> kinds, Slice slice, GroupBy by)
        implements Entries {
    static final String TOTAL = "total";
    static final String ON_TIME = "onTime";
    static final String LATE = "late";
    static final String OTHER = "other";
    static final String LATE_PERCENT = "latePercent";
    static final String DELAY = "averageDelay";
    static final String WEIGHTED = "weighted";
    static final String UNCONVERTED = "unconverted";

    private static final String BASE = "cleared";
    private static final Field<BigDecimal> AMOUNT = field(name(BASE, "amount"), BigDecimal.class);
    private static final Field<BigDecimal> STATED = field(name(BASE, "stated"), BigDecimal.class);
    private static final Field<Integer> DAYS = field(name(BASE, "days"), SQLDataType.INTEGER);
    private static final Field<Boolean> IS_PAYMENT = field(name(BASE, "is_payment"), SQLDataType.BOOLEAN);

    ReceiptEntries {
        kinds = Set.copyOf(kinds);
    }

    static String onTime(Periods.Period period) {
        return "onTime-" + period.key();
    }

    static String late(Periods.Period period) {
        return "late-" + period.key();
    }

    static String delay(Periods.Period period) {
        return "averageDelay-" + period.key();
    }

    @Override
    public Select<?> rows() {
        var paid = condition(IS_PAYMENT);
        return select(
                        column("customer_id", ITEM_CLEARING.CUSTOMER_ID),
                        column("sales_manager", SALES_MANAGER),
                        column("period", PERIOD),
                        sum(AMOUNT).as("amount"),
                        sum(AMOUNT).filterWhere(paid.and(DAYS.le(inline(0)))).as(ON_TIME),
                        sum(AMOUNT).filterWhere(paid.and(DAYS.gt(inline(0)))).as(LATE),
                        sum(AMOUNT.mul(DAYS)).filterWhere(paid).as(WEIGHTED),
                        count().filterWhere(AMOUNT.isNull()).as(UNCONVERTED))
                .from(cleared())
                .groupBy(
                        column("customer_id", ITEM_CLEARING.CUSTOMER_ID),
                        column("sales_manager", SALES_MANAGER),
                        column("period", PERIOD));
    }

    /** By currency: what has no rate. */
    Select<Record3<String, BigDecimal, Integer>> unconverted() {
        return select(column("currency", ITEM_CLEARING.CURRENCY), sum(STATED), count())
                .from(cleared())
                .where(AMOUNT.isNull())
                .groupBy(column("currency", ITEM_CLEARING.CURRENCY))
                .orderBy(column("currency", ITEM_CLEARING.CURRENCY));
    }

    @Override
    public List<String> sums() {
        return List.of("amount", ON_TIME, LATE, WEIGHTED, UNCONVERTED);
    }

    @Override
    public List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        for (var period : periods.all()) {
            var isThen = PERIOD.eq(period.from());
            figures.add(Figure.ofLines(period.key(), total("amount", isThen)));
            figures.add(Figure.ofTotals(onTime(period), total(ON_TIME, isThen)));
            figures.add(Figure.ofTotals(late(period), total(LATE, isThen)));
            figures.add(Figure.ofTotals(delay(period), delay(isThen)));
        }
        var paid = paid(noCondition());
        figures.add(Figure.ofLines(TOTAL, total("amount", noCondition())));
        figures.add(Figure.ofTotals(ON_TIME, total(ON_TIME, noCondition())));
        figures.add(Figure.ofTotals(LATE, total(LATE, noCondition())));
        figures.add(Figure.ofTotals(OTHER, total("amount", noCondition()).minus(paid)));
        figures.add(Figure.ofLines(LATE_PERCENT, Ratios.percent(total(LATE, noCondition()), paid)));
        figures.add(Figure.ofLines(DELAY, delay(noCondition())));
        figures.add(Figure.ofTotals(WEIGHTED, total(WEIGHTED, noCondition())));
        figures.add(Figure.ofTotals(UNCONVERTED, total(UNCONVERTED, noCondition())));
        return figures;
    }

    @Override
    public Condition isWorthALine() {
        return condition(boolOr(Entries.sum("amount").ne(BigDecimal.ZERO)));
    }

    @Override
    public String mainFigure() {
        return TOTAL;
    }

    private static Field<BigDecimal> delay(Condition when) {
        return Ratios.of(total(WEIGHTED, when), paid(when));
    }

    /** Invoices paid, on time or late. */
    private static Field<BigDecimal> paid(Condition when) {
        return total(ON_TIME, when).plus(total(LATE, when));
    }

    private static Field<BigDecimal> total(String column, Condition when) {
        return coalesce(sum(Entries.sum(column)).filterWhere(when), inline(BigDecimal.ZERO));
    }

    private Table<?> cleared() {
        var isPayment = ITEM_CLEARING
                .KIND
                .eq(inline(ItemKind.INVOICE.name()))
                .and(ITEM_CLEARING.AMOUNT.gt(inline(BigDecimal.ZERO)));
        var items = select(
                        ITEM_CLEARING.CUSTOMER_ID,
                        by.salesManager(),
                        periods.step().startOf(ITEM_CLEARING.CLEARED_ON).as("period"),
                        ITEM_CLEARING.CURRENCY,
                        ITEM_CLEARING.AMOUNT.as("stated"),
                        localDateDiff(ITEM_CLEARING.CLEARED_ON, ITEM_CLEARING.DUE_DATE)
                                .as("days"),
                        field(isPayment).as("is_payment"),
                        CurrencyFactors.inCompanyCurrency(ITEM_CLEARING.AMOUNT, company)
                                .as("amount"))
                .from(ITEM_CLEARING)
                .leftJoin(CurrencyFactors.asOf(company, asOf))
                .on(CurrencyFactors.CURRENCY.eq(ITEM_CLEARING.CURRENCY));
        return (by.isSalesManager()
                        ? items.join(ITEM).on(ITEM.TENANT_ID.eq(CurrentTenant.id()), ITEM.ID.eq(ITEM_CLEARING.ITEM_ID))
                        : items)
                .where(ITEM_CLEARING.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM_CLEARING.COMPANY_ID.eq(company.id()))
                .and(ITEM_CLEARING.CLEARED_ON.between(
                        periods.first().from(), periods.last().to()))
                .and(ITEM_CLEARING.KIND.ne(inline(ItemKind.DOWN_PAYMENT_REQUEST.name())))
                .and(
                        kinds.isEmpty()
                                ? noCondition()
                                : ITEM_CLEARING.KIND.in(
                                        kinds.stream().map(ItemKind::name).toList()))
                .and(slice.holds(ITEM_CLEARING.CUSTOMER_ID, ITEM_CLEARING.ITEM_ID))
                // A fence: the conversion is worked out once for an item, not once for every sum that counts it.
                .offset(inline(0))
                .asTable(BASE);
    }

    private static <T> Field<T> column(String column, Field<T> like) {
        return field(name(BASE, column), like.getDataType());
    }
}
