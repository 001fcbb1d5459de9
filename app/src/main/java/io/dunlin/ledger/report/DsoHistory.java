package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trunc;
import static org.jooq.impl.DSL.val;

import io.dunlin.ledger.CurrencyFactors;
import io.dunlin.tenancy.Company;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What days sales outstanding are made of, at several past dates at once: receivable, overdue, sales by month. */
@Component
class DsoHistory {
    private static final Field<LocalDate> MONTH = field(name("sold", "month"), LocalDate.class);
    private static final Field<String> CURRENCY = field(name("sold", "currency"), SQLDataType.CHAR(3));
    private static final Field<BigDecimal> AMOUNT = field(name("sold", "amount"), BigDecimal.class);

    private final DSLContext sql;

    DsoHistory(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Balances and sales at the end of each date. Amounts of every date are in company currency at the rates of that date, the sales
     * converted as one sum for each month and currency.
     *
     * @return by date
     * @param dates the day of the question, and month ends before it
     */
    @Transactional(readOnly = true)
    public List<DsoPoint> points(DsoQuestion question, List<LocalDate> dates) {
        var sales = sales(question, dates);
        var balances = dates.stream()
                .map(date -> balance(question, date))
                .reduce(Select::unionAll)
                .orElseThrow();
        return sql.fetch(balances).stream()
                .map(row -> DsoPoint.of(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        sales.getOrDefault(row.value1(), Map.of())))
                .sorted(Comparator.comparing(DsoPoint::date))
                .toList();
    }

    private static Select<Record5<LocalDate, BigDecimal, BigDecimal, Integer, Integer>> balance(
            DsoQuestion question, LocalDate date) {
        var open = question.open(date);
        return select(
                        val(date),
                        coalesce(sum(open.amount()), inline(BigDecimal.ZERO)),
                        coalesce(
                                sum(open.amount()).filterWhere(Bucket.OVERDUE.holds(open, Credits.COLUMN)),
                                inline(BigDecimal.ZERO)),
                        count(),
                        count().filterWhere(open.amount().isNull()))
                .from(open.table());
    }

    private Map<LocalDate, Map<YearMonth, BigDecimal>> sales(DsoQuestion question, List<LocalDate> dates) {
        var sold = sold(question);
        var byDate = new HashMap<LocalDate, Map<YearMonth, BigDecimal>>();
        var all = dates.stream()
                .map(date -> converted(question.company(), date))
                .reduce(Select::unionAll)
                .orElseThrow();
        sql.with(sold)
                .select()
                .from(all)
                .fetch()
                .forEach(row -> byDate.computeIfAbsent(row.get(0, LocalDate.class), any -> new TreeMap<>())
                        .put(YearMonth.from(row.get(1, LocalDate.class)), row.get(2, BigDecimal.class)));
        return byDate;
    }

    private static CommonTableExpression<?> sold(DsoQuestion question) {
        var month = cast(trunc(ITEM.ISSUE_DATE, DatePart.MONTH), LocalDate.class);
        return name("sold")
                .fields("month", "currency", "amount")
                .as(select(month, ITEM.CURRENCY, sum(ITEM.ORIGINAL_AMOUNT))
                        .from(ITEM)
                        .where(question.sales())
                        .groupBy(month, ITEM.CURRENCY));
    }

    private static Select<Record3<LocalDate, LocalDate, BigDecimal>> converted(Company company, LocalDate date) {
        return select(
                        val(date).as("as_of"),
                        MONTH.as("month"),
                        coalesce(sum(CurrencyFactors.inCompanyCurrency(AMOUNT, company)), inline(BigDecimal.ZERO))
                                .as("sales"))
                .from(name("sold"))
                .leftJoin(CurrencyFactors.asOf(company, date))
                .on(CurrencyFactors.CURRENCY.eq(CURRENCY))
                .where(MONTH.le(date))
                .groupBy(MONTH);
    }
}
