package io.dunlin.ledger;

import static io.dunlin.ledger.tables.SalesMonth.SALES_MONTH;
import static io.dunlin.ledger.tables.SalesMonthBefore.SALES_MONTH_BEFORE;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Sales of past months that came in a file of their own, in the facts of customers: those of a month are what its items come to, or
 * what the file says, whichever is more. Only whole months count, as in reports.
 */
public final class ImportedMonths {
    private static final String TABLE = "imported";
    private static final Field<CustomerId> CUSTOMER =
            field(name(TABLE, "customer_id"), SALES_MONTH.CUSTOMER_ID.getDataType());

    /** By month, the present one last; null for months that nothing is known of. */
    private static final Field<BigDecimal[]> STATED =
            field(name(TABLE, "stated"), SQLDataType.NUMERIC.getArrayDataType());

    private ImportedMonths() {}

    /** First day of the last month that is whole on the day. */
    public static LocalDate lastWhole(LocalDate day) {
        return YearMonth.from(day.plusDays(1)).minusMonths(1).atDay(1);
    }

    /** Whether there are any: most companies have none, and nothing to look at. */
    static boolean areIn(DSLContext sql, FactScope scope) {
        return sql.fetchExists(selectOne()
                .from(SALES_MONTH)
                .where(scope.covers(SALES_MONTH.TENANT_ID, SALES_MONTH.COMPANY_ID, SALES_MONTH.CUSTOMER_ID)));
    }

    /** One row for each customer of the scope that has some; to be joined left. */
    static Table<?> byCustomer(FactScope scope) {
        var amount = CurrencyFactors.inCompanyCurrency(SALES_MONTH.AMOUNT, scope.company());
        var months = months().map(
                        at -> sum(amount).filterWhere(SALES_MONTH.MONTH.eq(scope.monthsAgo(FactScope.MONTHS - 1 - at))))
                .toList();
        return select(SALES_MONTH.CUSTOMER_ID.as(CUSTOMER), array(months).as(STATED))
                .from(SALES_MONTH)
                .join(scope.factors())
                .on(CurrencyFactors.CURRENCY.eq(SALES_MONTH.CURRENCY))
                .where(scope.covers(SALES_MONTH.TENANT_ID, SALES_MONTH.COMPANY_ID, SALES_MONTH.CUSTOMER_ID))
                .and(SALES_MONTH.MONTH.between(scope.monthsAgo(FactScope.MONTHS - 1), lastWhole(scope.day())))
                .groupBy(SALES_MONTH.CUSTOMER_ID)
                .asTable(TABLE);
    }

    static Field<CustomerId> customer() {
        return CUSTOMER;
    }

    /** @param ofItems what the items of each month come to; null where it has none */
    static List<Field<BigDecimal>> with(Field<BigDecimal[]> ofItems) {
        return months()
                // PostgreSQL leaves nulls out of what it compares.
                .<Field<BigDecimal>>map(at -> coalesce(
                        greatest(arrayGet(ofItems, inline(at + 1)), arrayGet(STATED, inline(at + 1))),
                        inline(BigDecimal.ZERO)))
                .toList();
    }

    /** Customers of months that the import brought or changed. */
    static List<CustomerId> touchedBy(DSLContext sql, long importId) {
        return sql.select(SALES_MONTH.CUSTOMER_ID)
                .from(SALES_MONTH)
                .where(SALES_MONTH.TENANT_ID.eq(CurrentTenant.id()))
                .and(SALES_MONTH.CREATED_IMPORT.eq(importId))
                .union(DSL.select(SALES_MONTH_BEFORE.CUSTOMER_ID)
                        .from(SALES_MONTH_BEFORE)
                        .where(SALES_MONTH_BEFORE.TENANT_ID.eq(CurrentTenant.id()))
                        .and(SALES_MONTH_BEFORE.IMPORT_ID.eq(importId)))
                .fetch(SALES_MONTH.CUSTOMER_ID);
    }

    private static Stream<Integer> months() {
        return IntStream.range(0, FactScope.MONTHS).boxed();
    }
}
