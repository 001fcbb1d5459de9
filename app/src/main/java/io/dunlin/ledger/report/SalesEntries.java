package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.dunlin.ledger.CurrencyFactors;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.ImportedMonths;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Invoices less credit notes by month of issue, of some months and of the same months a year before, and what of them is open still.
 *
 * @param hasMonths whether lines tell each month; else only the totals do, and what nobody sees is not added up for each customer
 */
record SalesEntries(SalesQuestion question, boolean hasMonths) implements Entries {
    static final String TOTAL = "total";
    static final String PREVIOUS = "previousYear";
    static final String CHANGE = "change";
    static final String PERCENT = "changePercent";
    static final String OPEN = "open";
    static final String CREDIT_NOTES = "creditNotes";
    static final String UNCONVERTED = "unconverted";
    static final String WITH_TAX = "withTax";
    static final String ITEMS = "items";

    private static final String BASE = "sold";
    private static final Field<BigDecimal> AMOUNT = field(name(BASE, "amount"), BigDecimal.class);
    private static final Field<BigDecimal> STATED = field(name(BASE, "stated"), BigDecimal.class);

    static String previous(Periods.Period month) {
        return "previous-" + month.key();
    }

    static String open(Periods.Period month) {
        return "open-" + month.key();
    }

    @Override
    public GroupBy by() {
        return question.by();
    }

    @Override
    public Select<?> rows() {
        return select(
                        column("customer_id", ITEM.CUSTOMER_ID),
                        column("sales_manager", SALES_MANAGER),
                        column("period", PERIOD),
                        sum(AMOUNT).as("amount"),
                        sum(AMOUNT)
                                .filterWhere(STATED.lt(inline(BigDecimal.ZERO)))
                                .as(CREDIT_NOTES),
                        sum(column("open_part", AMOUNT)).as(OPEN),
                        count().as(ITEMS),
                        count().filterWhere(AMOUNT.isNull()).as(UNCONVERTED),
                        count().filterWhere(condition(column("with_tax", inline(true))))
                                .as(WITH_TAX))
                .from(sold())
                .groupBy(
                        column("customer_id", ITEM.CUSTOMER_ID),
                        column("sales_manager", SALES_MANAGER),
                        column("period", PERIOD));
    }

    /** By currency: what has no rate. */
    Select<Record3<String, BigDecimal, Integer>> unconverted() {
        return select(column("currency", ITEM.CURRENCY), sum(STATED), count())
                .from(sold())
                .where(AMOUNT.isNull())
                .groupBy(column("currency", ITEM.CURRENCY))
                .orderBy(column("currency", ITEM.CURRENCY));
    }

    @Override
    public List<String> sums() {
        return List.of("amount", CREDIT_NOTES, OPEN, ITEMS, UNCONVERTED, WITH_TAX);
    }

    @Override
    public List<Figure> figures() {
        var amount = Entries.sum("amount");
        var isNow = PERIOD.ge(question.months().first().from());
        var total = total(amount, isNow);
        var before = total(amount, isNow.not());
        var figures = new ArrayList<Figure>();
        for (var number = 0; number < question.months().all().size(); number++) {
            var month = question.months().all().get(number);
            var yearBefore = question.yearBefore(month);
            figures.add(new Figure(month.key(), total(amount, PERIOD.eq(month.from())), hasMonths));
            figures.add(Figure.ofTotals(open(month), total(Entries.sum(OPEN), PERIOD.eq(month.from()))));
            figures.add(Figure.ofTotals(previous(month), total(amount, PERIOD.eq(yearBefore.from()))));
        }
        figures.add(Figure.ofLines(TOTAL, total));
        figures.add(Figure.ofLines(PREVIOUS, before));
        figures.add(Figure.ofLines(CHANGE, total.minus(before)));
        figures.add(Figure.ofLines(PERCENT, Ratios.percent(total.minus(before), before)));
        figures.add(Figure.ofLines(OPEN, total(Entries.sum(OPEN), isNow)));
        figures.add(Figure.ofTotals(CREDIT_NOTES, total(Entries.sum(CREDIT_NOTES), isNow)));
        figures.add(Figure.ofTotals(ITEMS, total(Entries.sum(ITEMS), isNow)));
        figures.add(Figure.ofTotals(WITH_TAX, total(Entries.sum(WITH_TAX), isNow)));
        figures.add(Figure.ofTotals(
                UNCONVERTED, total(Entries.sum(UNCONVERTED), inline(true).isTrue())));
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

    private static Field<BigDecimal> total(Field<BigDecimal> column, Condition when) {
        return coalesce(sum(column).filterWhere(when), inline(BigDecimal.ZERO));
    }

    private Table<?> sold() {
        var company = question.company();
        var isNet = question.tax() == SalesQuestion.Tax.EXCLUDED;
        var stated = isNet ? coalesce(ITEM.ORIGINAL_AMOUNT_NET, ITEM.ORIGINAL_AMOUNT) : ITEM.ORIGINAL_AMOUNT;
        var open = new OpenAsOf(company, question.asOf());
        // The same share of the amount without tax as of the one with it; null where nothing is open: most items need
        // no conversion.
        var openPart = stated.mul(open.openAmount()).div(nullif(ITEM.ORIGINAL_AMOUNT, BigDecimal.ZERO));
        var ofItems = select(
                        ITEM.CUSTOMER_ID,
                        question.by().salesManager(),
                        question.months().step().startOf(ITEM.ISSUE_DATE).as("period"),
                        ITEM.CURRENCY,
                        stated.as("stated"),
                        field(ITEM.ORIGINAL_AMOUNT_NET.isNull()).as("with_tax"),
                        CurrencyFactors.inCompanyCurrency(stated, company).as("amount"),
                        CurrencyFactors.inCompanyCurrency(openPart, company).as("open_part"))
                .from(ITEM)
                .leftJoin(CurrencyFactors.asOf(company, question.asOf()))
                .on(CurrencyFactors.CURRENCY.eq(ITEM.CURRENCY))
                .leftJoin(open.table())
                .on(open.itemId().eq(ITEM.ID))
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.COMPANY_ID.eq(company.id()))
                .and(ITEM.KIND.in(ItemKind.INVOICE.name(), ItemKind.CREDIT_NOTE.name()))
                .and(isInWindow(question.months()).or(isInWindow(question.yearBefore())))
                .and(question.slice().holds(ITEM.CUSTOMER_ID, ITEM.ID))
                // A fence: the conversion is worked out once for an item, not once for every sum that counts it.
                .offset(inline(0));
        // Nobody knows who sold what came without items.
        return question.slice().salesManager() == null
                ? ofItems.unionAll(imported(isNet)).asTable(BASE)
                : ofItems.asTable(BASE);
    }

    private Select<Record8<CustomerId, String, LocalDate, String, BigDecimal, Boolean, BigDecimal, BigDecimal>>
            imported(boolean isNet) {
        var imported = new ImportedSales(question.company(), question.asOf(), question.slice(), isNet);
        return select(
                        ImportedSales.CUSTOMER_ID,
                        inline((String) null).cast(SALES_MANAGER.getDataType()),
                        ImportedSales.MONTH,
                        inline(question.company().currency().getCurrencyCode()).cast(ITEM.CURRENCY.getDataType()),
                        ImportedSales.AMOUNT,
                        ImportedSales.WITH_TAX,
                        ImportedSales.AMOUNT,
                        inline((BigDecimal) null).cast(SQLDataType.NUMERIC))
                .from(imported.rows())
                .where(isWholeIn(question.months()).or(isWholeIn(question.yearBefore())));
    }

    private static Condition isWholeIn(Periods months) {
        return ImportedSales.MONTH.between(
                months.first().from(), ImportedMonths.lastWhole(months.last().to()));
    }

    private static Condition isInWindow(Periods months) {
        return ITEM.ISSUE_DATE.between(months.first().from(), months.last().to());
    }

    private static <T> Field<T> column(String column, Field<T> like) {
        return field(name(BASE, column), like.getDataType());
    }
}
