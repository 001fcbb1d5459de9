package io.dunlin.ledger;

import static io.dunlin.ledger.FactSources.CLEARED;
import static io.dunlin.ledger.FactSources.DUE;
import static io.dunlin.ledger.FactSources.ISSUED;
import static io.dunlin.ledger.FactSources.UNITS;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The figures of each customer of a scope, all from one aggregate over {@link FactSources}. */
record FactFigures(FactScope scope) {
    private static final int BRACKETS = 6;

    static final List<TableField<?, ?>> COLUMNS = List.of(
            CUSTOMER_FACT.RECEIVABLE,
            CUSTOMER_FACT.NOT_DUE,
            CUSTOMER_FACT.OVERDUE,
            CUSTOMER_FACT.OVERDUE_1,
            CUSTOMER_FACT.OVERDUE_2,
            CUSTOMER_FACT.OVERDUE_3,
            CUSTOMER_FACT.OVERDUE_4,
            CUSTOMER_FACT.OVERDUE_5,
            CUSTOMER_FACT.OVERDUE_6,
            CUSTOMER_FACT.CREDITS,
            CUSTOMER_FACT.OPEN_ITEMS,
            CUSTOMER_FACT.UNCONVERTED_ITEMS,
            CUSTOMER_FACT.OLDEST_DUE_DATE,
            CUSTOMER_FACT.LAST_PAYMENT_DATE,
            CUSTOMER_FACT.AVERAGE_DELAY,
            CUSTOMER_FACT.DELAY_ITEMS,
            CUSTOMER_FACT.DELAY_WEIGHTED,
            CUSTOMER_FACT.DELAY_AMOUNT,
            CUSTOMER_FACT.UNPAID_ITEMS,
            CUSTOMER_FACT.UNPAID_WEIGHTED,
            CUSTOMER_FACT.UNPAID_AMOUNT,
            CUSTOMER_FACT.SALES_12_MONTHS,
            CUSTOMER_FACT.SALES_BY_MONTH);

    /** What invoices less credit notes come to by month, the present one last; null for a month without any. */
    static final Field<BigDecimal[]> SOLD =
            DSL.field(DSL.name("figures", "sold"), SQLDataType.NUMERIC.getArrayDataType());

    /** @param withSold whether {@link #SOLD} is asked for */
    Select<?> select(boolean withSold) {
        var figures = new ArrayList<SelectField<?>>();
        figures.add(FactSources.CUSTOMER.as(CUSTOMER_FACT.CUSTOMER_ID));
        balance(figures);
        payments(figures);
        unpaid(figures);
        sales(figures);
        if (withSold) {
            figures.add(DSL.array(sold().map(this::amount).toList()).as(SOLD));
        }
        return DSL.select(figures).from(FactSources.table()).groupBy(FactSources.CUSTOMER);
    }

    /** What is open on the scope's day, by age, credits apart. An item due on the day itself is not overdue. */
    private void balance(List<SelectField<?>> figures) {
        var day = scope.day();
        var open = FactSources.isOpen(scope);
        var owed = open.and(UNITS.gt(inline(0L)));
        var notDue = units(owed.and(DUE.ge(day)));
        var brackets = IntStream.rangeClosed(1, BRACKETS)
                .mapToObj(number -> units(owed.and(isInBracket(number))))
                .toList();
        var credits = units(open.and(UNITS.lt(inline(0L))));
        var overdue = sum(brackets);
        figures.add(amount(notDue.plus(overdue).plus(credits)).as(CUSTOMER_FACT.RECEIVABLE));
        figures.add(amount(notDue).as(CUSTOMER_FACT.NOT_DUE));
        figures.add(amount(overdue).as(CUSTOMER_FACT.OVERDUE));
        for (var number = 1; number <= BRACKETS; number++) {
            figures.add(amount(brackets.get(number - 1)).as("overdue_" + number));
        }
        figures.add(amount(credits).as(CUSTOMER_FACT.CREDITS));
        figures.add(count().filterWhere(open).as(CUSTOMER_FACT.OPEN_ITEMS));
        figures.add(count().filterWhere(open.and(UNITS.isNull())).as(CUSTOMER_FACT.UNCONVERTED_ITEMS));
        figures.add(min(DUE).filterWhere(FactSources.isOverdueDebit(scope)).as(CUSTOMER_FACT.OLDEST_DUE_DATE));
    }

    /**
     * Payments, and the average payment delay over six rolling months: sum of amount times days between due date and
     * payment, over the sum of the amounts, of the invoices paid in the window; two decimals, half up.
     */
    private void payments(List<SelectField<?>> figures) {
        var paid = FactSources.isPaid(scope);
        var recent = paid.and(CLEARED.gt(scope.day().minusMonths(6))).and(UNITS.isNotNull());
        // A product of amount and days could be beyond the whole numbers.
        var amount = Units.toAmount(UNITS, scope.company());
        var weighted = DSL.sum(amount.mul(localDateDiff(CLEARED, DUE))).filterWhere(recent);
        var weight = DSL.sum(amount).filterWhere(recent);
        figures.add(max(CLEARED).filterWhere(paid).as(CUSTOMER_FACT.LAST_PAYMENT_DATE));
        figures.add(round(weighted.div(nullif(weight, BigDecimal.ZERO)), 2).as(CUSTOMER_FACT.AVERAGE_DELAY));
        figures.add(count().filterWhere(recent).as(CUSTOMER_FACT.DELAY_ITEMS));
        figures.add(coalesce(weighted, BigDecimal.ZERO).as(CUSTOMER_FACT.DELAY_WEIGHTED));
        figures.add(coalesce(weight, BigDecimal.ZERO).as(CUSTOMER_FACT.DELAY_AMOUNT));
    }

    /** Invoices that should have been paid before the scope's day, and how long ago: what the delay of the paid ones leaves out. */
    private void unpaid(List<SelectField<?>> figures) {
        var unpaid = FactSources.isUnpaid(scope);
        var amount = Units.toAmount(UNITS, scope.company());
        var weighted =
                DSL.sum(amount.mul(localDateDiff(DSL.val(scope.day()), DUE))).filterWhere(unpaid);
        figures.add(count().filterWhere(unpaid).as(CUSTOMER_FACT.UNPAID_ITEMS));
        figures.add(coalesce(weighted, BigDecimal.ZERO).as(CUSTOMER_FACT.UNPAID_WEIGHTED));
        figures.add(amount(units(unpaid)).as(CUSTOMER_FACT.UNPAID_AMOUNT));
    }

    /** Twelve whole calendar months, of which the present one goes up to the scope's day. */
    private void sales(List<SelectField<?>> figures) {
        var months = sold().map(units -> coalesce(units, inline(0L))).toList();
        figures.add(amount(sum(months)).as(CUSTOMER_FACT.SALES_12_MONTHS));
        figures.add(DSL.array(months.stream().map(this::amount).toList()).as(CUSTOMER_FACT.SALES_BY_MONTH));
    }

    private Stream<Field<Long>> sold() {
        return IntStream.range(0, FactScope.MONTHS)
                .mapToObj(month -> Units.sum(UNITS).filterWhere(isSoldFrom(FactScope.MONTHS - 1 - month)));
    }

    private Condition isSoldFrom(int monthsAgo) {
        var end = monthsAgo == 0 ? scope.day() : scope.monthsAgo(monthsAgo - 1).minusDays(1);
        return ISSUED.ge(scope.monthsAgo(monthsAgo)).and(ISSUED.le(end)).and(FactSources.isSale());
    }

    private Condition isInBracket(int number) {
        var brackets = scope.company().ageingBrackets();
        if (number > brackets.size() + 1) {
            return DSL.falseCondition();
        }
        var from = number == 1 ? 1 : brackets.get(number - 2) + 1;
        var youngest = DUE.le(scope.day().minusDays(from));
        return number > brackets.size()
                ? youngest
                : youngest.and(DUE.ge(scope.day().minusDays(brackets.get(number - 1))));
    }

    private static Field<Long> units(Condition which) {
        return coalesce(Units.sum(UNITS).filterWhere(which), inline(0L));
    }

    private static Field<Long> sum(List<Field<Long>> parts) {
        return parts.stream().reduce(Field::plus).orElseThrow();
    }

    private Field<BigDecimal> amount(Field<Long> units) {
        return Units.toAmount(units, scope.company());
    }
}
