package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.with;

import io.dunlin.ledger.ProfileRules;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/**
 * The profile of every customer at the end of each period, from the items as they were then, converted at the rates of that day: as the
 * facts of customers have it on the present day.
 *
 * <p>Customers of which nothing counts have one row, on the last day: those without history are all the others.
 */
record ProfileEntries(Company company, Periods periods, ProfileRules rules, Slice slice, GroupBy by)
        implements Entries {
    static final String RANK = "profile";
    static final String RANK_BEFORE = "before";
    static final String DELAY = "delay";
    static final String DELAY_BEFORE = "delayBefore";
    static final String RECEIVABLE = "receivable";
    static final String CUSTOMERS = "present";
    static final String UNCONVERTED = "unconverted";

    /** Number of customers of a profile; rank 0: those without history. */
    static String customers(int rank, Periods.Period period) {
        return "customers-" + rank + "-" + period.key();
    }

    /** What these owed. */
    static String amount(int rank, Periods.Period period) {
        return "amount-" + rank + "-" + period.key();
    }

    /** Number of customers of a profile on the last day. */
    String customersOf(int rank) {
        return "customers-" + code(rank);
    }

    String amountOf(int rank) {
        return "amount-" + code(rank);
    }

    private String code(int rank) {
        return rank == 0 ? "none" : rules.profiles().get(rank - 1).code();
    }

    @Override
    public Select<?> rows() {
        var grades = new BehaviourGrades(company, periods.ends(), rules, slice);
        var rank = BehaviourGrades.RANK;
        var receivable = BehaviourGrades.RECEIVABLE;
        var columns = new ArrayList<Field<?>>(List.of(
                BehaviourGrades.CUSTOMER_ID,
                by.salesManager(),
                BehaviourGrades.DAY.as("period"),
                rank.as("rank"),
                when(rank.isNotNull(), BehaviourGrades.WEIGHTED).as("weighted"),
                when(rank.isNotNull(), BehaviourGrades.WEIGHT).as("weight"),
                receivable.as("receivable"),
                BehaviourGrades.UNCONVERTED.as("unconverted"),
                inline(0).as("present")));
        var nothing = new ArrayList<Field<?>>(List.of(
                CUSTOMER.ID,
                by.salesManager(),
                val(periods.last().to()),
                none(SQLDataType.INTEGER),
                none(),
                none(),
                none(),
                none(),
                inline(1)));
        ranks().forEach(place -> {
            columns.add(when(rank.eq(inline(place)), inline(1)).as("n" + place));
            columns.add(when(rank.eq(inline(place)), receivable).as("r" + place));
            nothing.add(none(SQLDataType.INTEGER));
            nothing.add(none());
        });
        return with(grades.expressions())
                .select(columns)
                .from(grades.table())
                .unionAll(select(nothing)
                        .from(CUSTOMER)
                        .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                        .and(CUSTOMER.COMPANY_ID.eq(company.id()))
                        .and(slice.holds(CUSTOMER.ID)));
    }

    @Override
    public List<String> sums() {
        var sums = new ArrayList<>(List.of("rank", "weighted", "weight", "receivable", "unconverted", "present"));
        ranks().forEach(place -> sums.addAll(List.of("n" + place, "r" + place)));
        return sums;
    }

    @Override
    public List<Figure> figures() {
        var last = periods.last();
        var figures = new ArrayList<Figure>();
        for (var period : periods.all()) {
            var isThen = PERIOD.eq(period.to());
            var all = total(CUSTOMERS, noCondition());
            var others = total(RECEIVABLE, isThen);
            for (var place : ranks()) {
                addTo(figures, place, period, total("n" + place, isThen), total("r" + place, isThen));
                all = all.minus(total("n" + place, isThen));
                others = others.minus(total("r" + place, isThen));
            }
            addTo(figures, 0, period, all, others);
        }
        var isLast = PERIOD.eq(last.to());
        var isFirst = PERIOD.eq(periods.first().to());
        // Of a customer, which has one rank on a day; of several it says nothing.
        figures.add(Figure.ofLines(RANK, sum(Entries.sum("rank")).filterWhere(isLast)));
        figures.add(Figure.ofLines(RANK_BEFORE, sum(Entries.sum("rank")).filterWhere(isFirst)));
        figures.add(Figure.ofLines(DELAY, delay(isLast)));
        figures.add(Figure.ofTotals(DELAY_BEFORE, delay(isFirst)));
        figures.add(Figure.ofLines(RECEIVABLE, total(RECEIVABLE, isLast)));
        figures.add(Figure.ofTotals(CUSTOMERS, total(CUSTOMERS, noCondition())));
        figures.add(Figure.ofTotals(UNCONVERTED, total(UNCONVERTED, isLast)));
        return figures;
    }

    /** Lines have those of the last period, under names that stay the same from day to day. */
    private void addTo(
            List<Figure> figures,
            int rank,
            Periods.Period period,
            Field<BigDecimal> customers,
            Field<BigDecimal> amount) {
        figures.add(Figure.ofTotals(customers(rank, period), customers));
        figures.add(Figure.ofTotals(amount(rank, period), amount));
        if (period.equals(periods.last())) {
            figures.add(Figure.ofLines(customersOf(rank), customers));
            figures.add(Figure.ofLines(amountOf(rank), amount));
        }
    }

    /** Every customer stands in the report, so that it adds up. */
    @Override
    public Condition isWorthALine() {
        return trueCondition();
    }

    @Override
    public String mainFigure() {
        return RECEIVABLE;
    }

    /** 1 for the best. */
    List<Integer> ranks() {
        return IntStream.rangeClosed(1, rules.profiles().size()).boxed().toList();
    }

    private static Field<BigDecimal> delay(Condition when) {
        var weight = sum(Entries.sum("weight")).filterWhere(when);
        return round(sum(Entries.sum("weighted")).filterWhere(when).div(nullif(weight, inline(BigDecimal.ZERO))), 2);
    }

    private static Field<BigDecimal> total(String column, Condition when) {
        return coalesce(sum(Entries.sum(column)).filterWhere(when), inline(BigDecimal.ZERO));
    }

    private static Field<BigDecimal> none() {
        return inline((BigDecimal) null).cast(SQLDataType.NUMERIC);
    }

    private static Field<Integer> none(org.jooq.DataType<Integer> type) {
        return inline((Integer) null).cast(type);
    }
}
