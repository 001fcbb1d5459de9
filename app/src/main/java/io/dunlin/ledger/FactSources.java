package io.dunlin.ledger;

import static io.dunlin.ledger.CurrencyFactors.inCompanyCurrency;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemHistory.ITEM_HISTORY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Where the figures of a customer come from: one aggregate over the open amounts, one over the payments, one over the whole history. */
final class FactSources {
    static final List<TableField<?, ?>> BALANCE = List.of(
            CUSTOMER_FACT.RECEIVABLE,
            CUSTOMER_FACT.NOT_DUE,
            CUSTOMER_FACT.OVERDUE,
            CUSTOMER_FACT.OVERDUE_1,
            CUSTOMER_FACT.OVERDUE_2,
            CUSTOMER_FACT.OVERDUE_3,
            CUSTOMER_FACT.OVERDUE_4,
            CUSTOMER_FACT.OVERDUE_5,
            CUSTOMER_FACT.OVERDUE_6,
            CUSTOMER_FACT.OPEN_ITEMS,
            CUSTOMER_FACT.UNCONVERTED_ITEMS,
            CUSTOMER_FACT.OLDEST_DUE_DATE);

    static final List<TableField<?, ?>> PAYMENT = List.of(
            CUSTOMER_FACT.LAST_PAYMENT_DATE,
            CUSTOMER_FACT.AVERAGE_DELAY,
            CUSTOMER_FACT.DELAY_ITEMS,
            CUSTOMER_FACT.DELAY_WEIGHTED,
            CUSTOMER_FACT.DELAY_AMOUNT);

    private FactSources() {}

    /** What is open on the scope's day, by age. An item due on the day itself is not overdue. */
    static Select<?> balance(FactScope scope) {
        var day = scope.day();
        var amount = inCompanyCurrency(ITEM_HISTORY.OPEN_AMOUNT, scope.company());
        var overdue = ITEM_HISTORY.DUE_DATE.lt(day);
        var figures = new ArrayList<SelectField<?>>();
        figures.add(ITEM_HISTORY.CUSTOMER_ID);
        figures.add(sum(amount).as(CUSTOMER_FACT.RECEIVABLE));
        figures.add(sum(amount).filterWhere(ITEM_HISTORY.DUE_DATE.ge(day)).as(CUSTOMER_FACT.NOT_DUE));
        figures.add(sum(amount).filterWhere(overdue).as(CUSTOMER_FACT.OVERDUE));
        var brackets = scope.company().ageingBrackets();
        for (var number = 1; number <= 6; number++) {
            figures.add(
                    sum(amount).filterWhere(inBracket(scope, brackets, number)).as("overdue_" + number));
        }
        figures.add(count().as(CUSTOMER_FACT.OPEN_ITEMS));
        figures.add(count().filterWhere(CurrencyFactors.FACTOR.isNull()).as(CUSTOMER_FACT.UNCONVERTED_ITEMS));
        figures.add(min(ITEM_HISTORY.DUE_DATE)
                .filterWhere(overdue.and(ITEM_HISTORY.OPEN_AMOUNT.gt(BigDecimal.ZERO)))
                .as(CUSTOMER_FACT.OLDEST_DUE_DATE));
        return select(figures)
                .from(ITEM_HISTORY)
                .leftJoin(CurrencyFactors.asOf(scope.company(), day))
                .on(CurrencyFactors.CURRENCY.eq(ITEM_HISTORY.CURRENCY))
                .where(history(scope))
                .and(ITEM_HISTORY.VALID_FROM.le(day))
                .and(ITEM_HISTORY.VALID_TO.gt(day))
                .groupBy(ITEM_HISTORY.CUSTOMER_ID);
    }

    /**
     * Payments, and the average payment delay over six rolling months: sum of amount times days between due date and
     * payment, over the sum of the amounts, of the invoices paid in the window; two decimals, half up.
     */
    static Select<?> payment(FactScope scope) {
        var day = scope.day();
        var amount = inCompanyCurrency(ITEM.ORIGINAL_AMOUNT, scope.company());
        var late = localDateDiff(ITEM.CLEARED_ON, ITEM.DUE_DATE);
        var inWindow = ITEM.CLEARED_ON.gt(day.minusMonths(6)).and(amount.isNotNull());
        var weighted = sum(amount.mul(late)).filterWhere(inWindow);
        var weight = sum(amount).filterWhere(inWindow);
        return select(
                        ITEM.CUSTOMER_ID,
                        max(ITEM.CLEARED_ON).as(CUSTOMER_FACT.LAST_PAYMENT_DATE),
                        round(weighted.div(nullif(weight, BigDecimal.ZERO)), 2).as(CUSTOMER_FACT.AVERAGE_DELAY),
                        count().filterWhere(inWindow).as(CUSTOMER_FACT.DELAY_ITEMS),
                        weighted.as(CUSTOMER_FACT.DELAY_WEIGHTED),
                        weight.as(CUSTOMER_FACT.DELAY_AMOUNT))
                .from(ITEM)
                .leftJoin(CurrencyFactors.asOf(scope.company(), day))
                .on(CurrencyFactors.CURRENCY.eq(ITEM.CURRENCY))
                .where(scope.covers(ITEM.TENANT_ID, ITEM.COMPANY_ID, ITEM.CUSTOMER_ID))
                .and(ITEM.KIND.eq(ItemKind.INVOICE.name()))
                .and(ITEM.CLEARED_ON.le(day))
                .groupBy(ITEM.CUSTOMER_ID);
    }

    /** The highest balance on any day up to the scope's: amounts come on valid_from and go on valid_to; the running sum has a peak. */
    static Select<?> exposure(FactScope scope) {
        var day = scope.day();
        var amount = inCompanyCurrency(ITEM_HISTORY.OPEN_AMOUNT, scope.company());
        var moves = move(scope, ITEM_HISTORY.VALID_FROM, amount)
                .unionAll(move(scope, ITEM_HISTORY.VALID_TO, amount.neg()))
                .asTable("moves", "customer_id", "day", "amount");
        var customer = DSL.field(name("moves", "customer_id"), ITEM_HISTORY.CUSTOMER_ID.getDataType());
        var moved = DSL.field(name("moves", "day"), SQLDataType.LOCALDATE);
        var change = DSL.field(name("moves", "amount"), SQLDataType.NUMERIC);
        var running = select(
                        customer.as("customer_id"),
                        sum(sum(change))
                                .over()
                                .partitionBy(customer)
                                .orderBy(moved)
                                .as("balance"))
                .from(moves)
                .where(moved.le(day))
                .groupBy(customer, moved)
                .asTable("running");
        var of = DSL.field(name("running", "customer_id"), ITEM_HISTORY.CUSTOMER_ID.getDataType());
        var balance = DSL.field(name("running", "balance"), SQLDataType.NUMERIC);
        return select(
                        of.as("customer_id"),
                        greatest(max(balance), inline(BigDecimal.ZERO)).as(CUSTOMER_FACT.LARGEST_EXPOSURE))
                .from(running)
                .groupBy(of);
    }

    private static Select<org.jooq.Record3<CustomerId, java.time.LocalDate, BigDecimal>> move(
            FactScope scope, Field<java.time.LocalDate> day, Field<BigDecimal> amount) {
        return select(ITEM_HISTORY.CUSTOMER_ID, day, amount)
                .from(ITEM_HISTORY)
                .join(CurrencyFactors.asOf(scope.company(), scope.day()))
                .on(CurrencyFactors.CURRENCY.eq(ITEM_HISTORY.CURRENCY), CurrencyFactors.FACTOR.isNotNull())
                .where(history(scope));
    }

    /** Memo items have no accounting value. */
    private static Condition history(FactScope scope) {
        return scope.covers(ITEM_HISTORY.TENANT_ID, ITEM_HISTORY.COMPANY_ID, ITEM_HISTORY.CUSTOMER_ID)
                .and(ITEM_HISTORY.KIND.ne(ItemKind.DOWN_PAYMENT_REQUEST.name()));
    }

    private static Condition inBracket(FactScope scope, List<Integer> brackets, int number) {
        if (number > brackets.size() + 1) {
            return DSL.falseCondition();
        }
        var from = number == 1 ? 1 : brackets.get(number - 2) + 1;
        var youngest = ITEM_HISTORY.DUE_DATE.le(scope.day().minusDays(from));
        return number > brackets.size()
                ? youngest
                : youngest.and(ITEM_HISTORY.DUE_DATE.ge(scope.day().minusDays(brackets.get(number - 1))));
    }
}
