package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import io.dunlin.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What days sales outstanding are made of, at several past dates at once: receivable, overdue, sales by month. */
@Component
class DsoHistory {
    private static final Field<LocalDate> MONTH = field(name("sold", "month"), LocalDate.class);
    private static final Field<String> CURRENCY = field(name("sold", "currency"), SQLDataType.CHAR(3));
    private static final Field<BigDecimal> AMOUNT = field(name("sold", "amount"), BigDecimal.class);
    private static final Field<BigDecimal> YEAR = field(name("sold", "year"), BigDecimal.class);

    private final DSLContext sql;

    DsoHistory(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param points by date; the last one is the day of the question
     * @param yearSales invoices less credit notes including tax, of the 12 months up to the day of the question
     */
    record Answer(List<DsoPoint> points, BigDecimal yearSales) {
        DsoPoint now() {
            return points.getLast();
        }
    }

    /**
     * Balances and sales at the end of each date. Amounts of every date are in company currency at the rates of that date, the sales
     * converted as one sum for each month and currency.
     *
     * @param monthEnds before the day of the question
     */
    @Transactional(readOnly = true)
    public Answer answer(DsoQuestion question, List<LocalDate> monthEnds) {
        var dates = new ArrayList<>(monthEnds);
        dates.add(question.asOf());
        var sales = sales(question, dates);
        var points = question.balances(dates).fetch(sql).stream()
                .map(row -> new DsoPoint(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        CountBack.of(row.value2(), row.value1(), byMonth(sales.get(row.value1())))))
                .toList();
        var lastYear = sales.get(question.asOf());
        return new Answer(
                points,
                lastYear == null
                        ? BigDecimal.ZERO
                        : lastYear.stream().map(row -> row.value4()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private Map<LocalDate, Result<Record4<LocalDate, LocalDate, BigDecimal, BigDecimal>>> sales(
            DsoQuestion question, List<LocalDate> dates) {
        var moments = new Moments(question.company(), dates);
        return sql.with(sold(question), moments.rates("sold"))
                .select(Moments.DAY, MONTH, converted(AMOUNT, question), converted(YEAR, question))
                .from(moments.table())
                .join(table(name("sold")))
                .on(MONTH.le(Moments.DAY))
                .leftJoin(Moments.RATE)
                .on(Moments.matches(CURRENCY))
                .groupBy(Moments.DAY, MONTH)
                .fetchGroups(Moments.DAY);
    }

    private static Map<YearMonth, BigDecimal> byMonth(
            @Nullable Result<Record4<LocalDate, LocalDate, BigDecimal, BigDecimal>> sales) {
        return sales == null
                ? Map.of()
                : sales.stream().collect(Collectors.toMap(row -> YearMonth.from(row.value2()), row -> row.value3()));
    }

    /** By month and currency; {@code year}: the part of it in the 12 months up to the day of the question. */
    private static CommonTableExpression<?> sold(DsoQuestion question) {
        // By day first: which month it is in is asked once for a day, not once for an item.
        var daily = select(
                        ITEM.ISSUE_DATE,
                        ITEM.CURRENCY,
                        sum(ITEM.ORIGINAL_AMOUNT).as("amount"))
                .from(ITEM)
                .where(question.sales())
                .groupBy(ITEM.ISSUE_DATE, ITEM.CURRENCY)
                .asTable("daily");
        var day = field(name("daily", "issue_date"), LocalDate.class);
        var currency = field(name("daily", "currency"), ITEM.CURRENCY.getDataType());
        var amount = field(name("daily", "amount"), BigDecimal.class);
        var month = Periods.Step.MONTH.startOf(day);
        return name("sold")
                .fields("month", "currency", "amount", "year")
                .as(select(
                                month,
                                currency,
                                sum(amount),
                                coalesce(
                                        sum(amount).filterWhere(day.ge(question.yearStart())), inline(BigDecimal.ZERO)))
                        .from(daily)
                        .groupBy(month, currency)
                        .unionAll(imported(question)));
    }

    private static Select<Record4<LocalDate, String, BigDecimal, BigDecimal>> imported(DsoQuestion question) {
        var currency = inline(question.company().currency().getCurrencyCode());
        return select(
                        ImportedSales.MONTH,
                        currency.cast(ITEM.CURRENCY.getDataType()),
                        sum(ImportedSales.AMOUNT),
                        coalesce(
                                sum(ImportedSales.AMOUNT).filterWhere(ImportedSales.MONTH.ge(question.yearStart())),
                                inline(BigDecimal.ZERO)))
                .from(question.imported().rows())
                .groupBy(ImportedSales.MONTH);
    }

    private static Field<BigDecimal> converted(Field<BigDecimal> amount, DsoQuestion question) {
        var digits = Money.digits(question.company().currency());
        return coalesce(sum(round(amount.mul(Moments.FACTOR), digits)), inline(BigDecimal.ZERO))
                .as(amount);
    }
}
