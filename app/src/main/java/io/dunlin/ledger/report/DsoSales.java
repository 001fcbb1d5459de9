package io.dunlin.ledger.report;

import static io.dunlin.ledger.report.DsoLines.customer;
import static io.dunlin.ledger.report.DsoLines.date;
import static io.dunlin.ledger.report.DsoLines.figure;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import io.dunlin.ledger.CurrencyFactors;
import io.dunlin.ledger.CustomerId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;

/**
 * Sales by line and month, only as far back as they are needed: the last 12 months of all, and all months before them of those whose
 * receivable is larger than what they bought in these. A ledger of many years costs no more than one of two.
 */
record DsoSales(DsoLines dso) {
    private static final String SOLD = "sold";
    private static final String LATE = "late";
    private static final String SHORT = "short";
    private static final String IMPORTED = "past";
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    /** The last one, {@code sold}: customer_id of the line, month, amount, and year: the part of it in the last 12 months. */
    List<CommonTableExpression<?>> expressions() {
        var start = YearMonth.from(dso.question().yearStart()).atDay(1);
        var late = byMonth(
                sales(issued(ITEM.ISSUE_DATE.ge(start)), date(IMPORTED, "month").ge(start)));
        var early = byMonth(sales(
                issuedToShortLines(ITEM.ISSUE_DATE.lt(start)),
                date(IMPORTED, "month").lt(start).and(customer(IMPORTED).in(ofShortLines()))));
        return List.of(
                name(IMPORTED).as(selectFrom(dso.question().imported().rows())),
                name(LATE).as(late),
                shortLines(),
                name(SOLD)
                        .as(select(customer(LATE), date(LATE, "month"), figure(LATE, "amount"), figure(LATE, "year"))
                                .from(name(LATE))
                                .unionAll(early)));
    }

    /** Lines whose sales of the last 12 months do not come up to their receivable. */
    private static CommonTableExpression<?> shortLines() {
        var reached = select(
                        customer(LATE),
                        sum(greatest(figure(LATE, "amount"), inline(ZERO))).as("amount"))
                .from(name(LATE))
                .groupBy(customer(LATE))
                .asTable("reached");
        return name(SHORT)
                .as(select(customer("balance"))
                        .from(name("balance"))
                        .leftJoin(reached)
                        .on(customer("reached").eq(customer("balance")))
                        .where(figure("balance", "receivable")
                                .gt(coalesce(figure("reached", "amount"), inline(ZERO)))));
    }

    private Select<Record1<CustomerId>> ofShortLines() {
        var lines = select(customer(SHORT)).from(name(SHORT));
        return dso.question().by().isCustomer()
                ? lines
                : selectDistinct(customer(DsoLines.MEMBER))
                        .from(name(DsoLines.MEMBER))
                        .where(DsoLines.LINE.in(lines));
    }

    private Select<Record4<CustomerId, LocalDate, BigDecimal, BigDecimal>> byMonth(Table<?> sale) {
        var amount = figure("sale", "amount");
        var ofYear = condition(field(name("sale", "of_year"), Boolean.class));
        return select(
                        dso.lineOf(customer("sale")).as("customer_id"),
                        date("sale", "month"),
                        coalesce(sum(amount), inline(ZERO)).as("amount"),
                        coalesce(sum(amount).filterWhere(ofYear), inline(ZERO)).as("year"))
                .from(dso.withLines(sale, customer("sale")))
                .groupBy(dso.lineOf(customer("sale")), date("sale", "month"));
    }

    private SelectConditionStep<?> issued(Condition when) {
        return select(ITEM.CUSTOMER_ID, ITEM.ISSUE_DATE, ITEM.CURRENCY, ITEM.ORIGINAL_AMOUNT)
                .from(ITEM)
                .where(dso.question().sales())
                .and(when);
    }

    /** Customer by customer, as they are few: the planner does not know that, and would look through all items. */
    private Select<?> issuedToShortLines(Condition when) {
        var few = ofShortLines().asTable("few");
        var theirs = issued(when.and(ITEM.CUSTOMER_ID.eq(customer("few"))))
                .offset(inline(0))
                .asTable("theirs");
        return select(theirs.fields()).from(few).crossJoin(lateral(theirs));
    }

    /** @param items as {@link #issued} */
    private Table<?> sales(Select<?> items, Condition months) {
        var question = dso.question();
        var issued = items.asTable("issued");
        var day = date("issued", "issue_date");
        return select(
                        customer("issued"),
                        Periods.Step.MONTH.startOf(day).as("month"),
                        CurrencyFactors.inCompanyCurrency(figure("issued", "original_amount"), question.company())
                                .as("amount"),
                        ofYear(day))
                .from(issued)
                .leftJoin(CurrencyFactors.asOf(question.company(), question.asOf()))
                .on(CurrencyFactors.CURRENCY.eq(issued.field(ITEM.CURRENCY)))
                // A fence: the conversion is worked out once for an item, not once for each sum.
                .offset(inline(0))
                .unionAll(select(
                                customer(IMPORTED),
                                date(IMPORTED, "month"),
                                figure(IMPORTED, "amount"),
                                ofYear(date(IMPORTED, "month")))
                        .from(name(IMPORTED))
                        .where(months))
                .asTable("sale");
    }

    private Field<Boolean> ofYear(Field<LocalDate> day) {
        return field(day.ge(val(dso.question().yearStart()))).as("of_year");
    }
}
