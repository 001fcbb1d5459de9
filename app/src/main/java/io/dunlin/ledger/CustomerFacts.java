package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** One row of figures per customer of the scope. */
final class CustomerFacts {
    private static final BigDecimal[] NO_SALES =
            Collections.nCopies(FactScope.MONTHS, BigDecimal.ZERO).toArray(BigDecimal[]::new);

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
        FactSources.gather(sql, scope);
        var rows = rows();
        sql.insertInto(CUSTOMER_FACT, rows.values().keySet())
                .select(rows.select())
                .execute();
    }

    /** The same rows into a table of the transaction's own, with the columns of the facts. */
    void keepApart(String table) {
        FactSources.gather(sql, scope);
        Staging.keepApart(sql, table, rows().select());
    }

    /** @param values of each column of the facts */
    private record Rows(Map<TableField<?, ?>, Field<?>> values, Table<?> from, Condition where) {
        Select<?> select() {
            var columns = values.entrySet().stream()
                    .map(value -> value.getValue().as(value.getKey()))
                    .toList();
            return DSL.select(columns).from(from).where(where);
        }
    }

    private Rows rows() {
        var hasImported = ImportedMonths.areIn(sql, scope);
        var figures = new FactFigures(scope).select(hasImported).asTable("figures");
        var exposure = new LargestExposure(scope).select().asTable("exposure");
        var earlier = earlierPayments();
        var backlog = OrderBacklog.byCustomer(scope);
        var values = new LinkedHashMap<TableField<?, ?>, Field<?>>();
        values.put(CUSTOMER_FACT.TENANT_ID, CUSTOMER.TENANT_ID);
        values.put(CUSTOMER_FACT.COMPANY_ID, CUSTOMER.COMPANY_ID);
        values.put(CUSTOMER_FACT.CUSTOMER_ID, CUSTOMER.ID);
        values.put(CUSTOMER_FACT.AS_OF, val(scope.day()));
        FactFigures.COLUMNS.forEach(target -> values.put(target, from(figures, target)));
        values.put(CUSTOMER_FACT.LARGEST_EXPOSURE, from(exposure, CUSTOMER_FACT.LARGEST_EXPOSURE));
        values.put(CUSTOMER_FACT.ORDER_BACKLOG, from(backlog, CUSTOMER_FACT.ORDER_BACKLOG));
        values.put(
                CUSTOMER_FACT.LAST_PAYMENT_DATE,
                coalesce(
                        from(figures, CUSTOMER_FACT.LAST_PAYMENT_DATE),
                        from(earlier, CUSTOMER_FACT.LAST_PAYMENT_DATE)));
        var customers = hasImported ? withImportedMonths(values) : CUSTOMER;
        var from = customers
                .leftJoin(figures)
                .on(customerOf(figures).eq(CUSTOMER.ID))
                .leftJoin(exposure)
                .on(customerOf(exposure).eq(CUSTOMER.ID))
                .leftJoin(earlier)
                .on(customerOf(earlier).eq(CUSTOMER.ID))
                .leftJoin(backlog)
                .on(customerOf(backlog).eq(CUSTOMER.ID));
        return new Rows(values, from, scope.covers(CUSTOMER.TENANT_ID, CUSTOMER.COMPANY_ID, CUSTOMER.ID));
    }

    /** @return customers, joined with what the values ask for */
    private Table<?> withImportedMonths(Map<TableField<?, ?>, Field<?>> values) {
        var months = ImportedMonths.with(FactFigures.SOLD);
        values.put(CUSTOMER_FACT.SALES_BY_MONTH, DSL.array(months));
        values.put(
                CUSTOMER_FACT.SALES_12_MONTHS,
                months.stream().reduce(Field::plus).orElseThrow());
        return CUSTOMER.leftJoin(ImportedMonths.byCustomer(scope))
                .on(ImportedMonths.customer().eq(CUSTOMER.ID));
    }

    /** The last payment more than a year ago: counts for those who have paid nothing since. */
    private Table<?> earlierPayments() {
        var concerned = scope.customers() == null ? scope : scope.of(withoutRecentPayment(scope.customers()));
        return DSL.select(ITEM.CUSTOMER_ID, max(ITEM.CLEARED_ON).as(CUSTOMER_FACT.LAST_PAYMENT_DATE))
                .from(ITEM)
                .where(concerned.covers(ITEM.TENANT_ID, ITEM.COMPANY_ID, ITEM.CUSTOMER_ID))
                .and(ITEM.KIND.eq(ItemKind.INVOICE.name()))
                .and(ITEM.OPEN_UNTIL.le(scope.yearAgo()))
                .groupBy(ITEM.CUSTOMER_ID)
                .asTable("earlier");
    }

    private List<CustomerId> withoutRecentPayment(List<CustomerId> customers) {
        var recent = sql.selectDistinct(FactSources.CUSTOMER)
                .from(FactSources.table())
                .where(FactSources.isPaid(scope))
                .fetchSet(FactSources.CUSTOMER);
        return customers.stream().filter(customer -> !recent.contains(customer)).toList();
    }

    private static Field<CustomerId> customerOf(Table<?> source) {
        return Objects.requireNonNull(
                source.field(CUSTOMER_FACT.CUSTOMER_ID.getUnqualifiedName(), CUSTOMER_FACT.CUSTOMER_ID.getDataType()));
    }

    /** A customer without items has zeros, and empty dates and averages. */
    private static <T> Field<T> from(Table<?> source, TableField<?, T> target) {
        DataType<T> type = target.getDataType();
        var value = Objects.requireNonNull(source.field(name(target.getName()), type));
        if (type.nullable()) {
            return value;
        }
        return type.isArray()
                ? coalesce(value, DSL.val(NO_SALES).cast(type))
                : coalesce(value, inline(BigDecimal.ZERO).cast(type));
    }
}
