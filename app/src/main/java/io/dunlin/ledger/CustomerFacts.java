package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.CustomerMonth.CUSTOMER_MONTH;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;

/** One row of figures per customer of the scope, written by one statement. */
final class CustomerFacts {
    private final DSLContext sql;
    private final FactScope scope;

    CustomerFacts(DSLContext sql, FactScope scope) {
        this.sql = sql;
        this.scope = scope;
    }

    void rebuild() {
        sql.deleteFrom(CUSTOMER_FACT)
                .where(scope.covers(CUSTOMER_FACT.TENANT_ID, CUSTOMER_FACT.COMPANY_ID, CUSTOMER_FACT.CUSTOMER_ID))
                .execute();
        var balance = FactSources.balance(scope).asTable("balance");
        var payment = FactSources.payment(scope).asTable("payment");
        var exposure = FactSources.exposure(scope).asTable("exposure");
        var sales = sales().asTable("sales");
        var values = new LinkedHashMap<TableField<?, ?>, Field<?>>();
        values.put(CUSTOMER_FACT.TENANT_ID, CUSTOMER.TENANT_ID);
        values.put(CUSTOMER_FACT.COMPANY_ID, CUSTOMER.COMPANY_ID);
        values.put(CUSTOMER_FACT.CUSTOMER_ID, CUSTOMER.ID);
        values.put(CUSTOMER_FACT.AS_OF, val(scope.day()));
        FactSources.BALANCE.forEach(target -> values.put(target, from(balance, target)));
        FactSources.PAYMENT.forEach(target -> values.put(target, from(payment, target)));
        values.put(CUSTOMER_FACT.LARGEST_EXPOSURE, from(exposure, CUSTOMER_FACT.LARGEST_EXPOSURE));
        values.put(CUSTOMER_FACT.SALES_12_MONTHS, from(sales, CUSTOMER_FACT.SALES_12_MONTHS));
        sql.insertInto(CUSTOMER_FACT, values.keySet())
                .select(select(new ArrayList<>(values.values()))
                        .from(CUSTOMER)
                        .leftJoin(balance)
                        .on(customerOf(balance).eq(CUSTOMER.ID))
                        .leftJoin(payment)
                        .on(customerOf(payment).eq(CUSTOMER.ID))
                        .leftJoin(exposure)
                        .on(customerOf(exposure).eq(CUSTOMER.ID))
                        .leftJoin(sales)
                        .on(customerOf(sales).eq(CUSTOMER.ID))
                        .where(scope.covers(CUSTOMER.TENANT_ID, CUSTOMER.COMPANY_ID, CUSTOMER.ID)))
                .execute();
    }

    private org.jooq.Select<?> sales() {
        // Twelve whole months up to the present one.
        var first = scope.day().withDayOfMonth(1).minusMonths(11);
        return select(
                        CUSTOMER_MONTH.CUSTOMER_ID,
                        sum(CUSTOMER_MONTH.SALES).as(CUSTOMER_FACT.SALES_12_MONTHS.getUnqualifiedName()))
                .from(CUSTOMER_MONTH)
                .where(scope.covers(CUSTOMER_MONTH.TENANT_ID, CUSTOMER_MONTH.COMPANY_ID, CUSTOMER_MONTH.CUSTOMER_ID))
                .and(CUSTOMER_MONTH.MONTH.between(first, scope.day()))
                .groupBy(CUSTOMER_MONTH.CUSTOMER_ID);
    }

    private static Field<CustomerId> customerOf(Table<?> source) {
        return Objects.requireNonNull(
                source.field(CUSTOMER_FACT.CUSTOMER_ID.getUnqualifiedName(), CUSTOMER_FACT.CUSTOMER_ID.getDataType()));
    }

    /** A customer without items has zeros, and empty dates and averages. */
    private static <T> Field<T> from(Table<?> source, TableField<?, T> target) {
        DataType<T> type = target.getDataType();
        var value = Objects.requireNonNull(source.field(name(target.getName()), type));
        return type.nullable() ? value : coalesce(value, inline(BigDecimal.ZERO).cast(type));
    }
}
