package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerOrder.CUSTOMER_ORDER;
import static io.dunlin.ledger.tables.CustomerOrderBefore.CUSTOMER_ORDER_BEFORE;
import static io.dunlin.ledger.tables.StageOrder.STAGE_ORDER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.SelectSelectStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The difference between staged orders and those of the company, and its application. */
final class OrderDiff {
    private final DSLContext sql;
    private final LoadOrder order;
    private final TenantId tenant = CurrentTenant.id();

    OrderDiff(DSLContext sql, LoadOrder order) {
        this.sql = sql;
        this.order = order;
    }

    /** @param absent of all, the ones that the file does not name */
    record Ended(long all, long absent) {}

    List<LoadOutcome.RejectedRow> removeWithoutCustomer() {
        return sql.deleteFrom(STAGE_ORDER)
                .where(usable())
                .and(notExists(selectOne().from(CUSTOMER).where(isCustomerOfRow())))
                .returningResult(STAGE_ORDER.ROW_NUMBER, STAGE_ORDER.CUSTOMER_CODE)
                .fetch(row -> new LoadOutcome.RejectedRow(
                        row.value1(),
                        "customer_code",
                        row.value2(),
                        "ledger.load.unknownCustomer",
                        List.of(row.value2())));
    }

    /** Of rows that name the same order the first one counts; the others are taken out and told. */
    List<LoadOutcome.RejectedRow> removeRepeated() {
        var repeated = name("repeated")
                .fields("customer_key", "number_key", "first_row")
                .as(select(STAGE_ORDER.CUSTOMER_KEY, STAGE_ORDER.NUMBER_KEY, min(STAGE_ORDER.ROW_NUMBER))
                        .from(STAGE_ORDER)
                        .where(usable())
                        .groupBy(STAGE_ORDER.CUSTOMER_KEY, STAGE_ORDER.NUMBER_KEY)
                        .having(count().gt(1)));
        var firstRow = repeated.field("first_row", Long.class);
        return sql.with(repeated)
                .delete(STAGE_ORDER)
                .using(repeated)
                .where(usable())
                .and(STAGE_ORDER.CUSTOMER_KEY.eq(repeated.field("customer_key", String.class)))
                .and(STAGE_ORDER.NUMBER_KEY.eq(repeated.field("number_key", String.class)))
                .and(STAGE_ORDER.ROW_NUMBER.ne(firstRow))
                .returningResult(STAGE_ORDER.ROW_NUMBER, STAGE_ORDER.NUMBER, firstRow)
                .fetch(row -> new LoadOutcome.RejectedRow(
                        row.value1(),
                        "order_number",
                        row.value2(),
                        "ledger.load.repeatedOrder",
                        List.of(row.value2(), Long.toString(row.value3()))));
    }

    void forgetEarlierImports() {
        sql.deleteFrom(CUSTOMER_ORDER_BEFORE)
                .using(CUSTOMER)
                .where(CUSTOMER_ORDER_BEFORE.TENANT_ID.eq(tenant))
                .and(CUSTOMER_ORDER_BEFORE.IMPORT_ID.ne(order.importId()))
                .and(CUSTOMER.TENANT_ID.eq(tenant))
                .and(CUSTOMER.COMPANY_ID.eq(order.company().id()))
                .and(CUSTOMER.ID.eq(CUSTOMER_ORDER_BEFORE.CUSTOMER_ID))
                .execute();
    }

    void rememberEnded() {
        remember(before().from(CUSTOMER_ORDER).where(isEnded()));
    }

    void rememberChanged() {
        remember(before().from(STAGE_ORDER)
                .join(CUSTOMER)
                .on(isCustomerOfRow())
                .join(CUSTOMER_ORDER)
                .on(isOrderOfRow())
                .where(usable())
                .and(STAGE_ORDER.AMOUNT.ne(BigDecimal.ZERO))
                .and(DSL.or(said().entrySet().stream()
                        .map(entry -> ((Field<Object>) entry.getKey()).isDistinctFrom((Field<Object>) entry.getValue()))
                        .toList())));
    }

    /** Throws {@link ClearsTooMuch} where a person must agree first. */
    Ended deleteEnded() {
        var open = sql.fetchCount(CUSTOMER_ORDER, inCompany());
        var absent = sql.fetchCount(CUSTOMER_ORDER, inCompany().and(isAbsent()));
        if (absent * 2L > open && !order.clearingConfirmed()) {
            throw new ClearsTooMuch(absent, open);
        }
        return new Ended(sql.deleteFrom(CUSTOMER_ORDER).where(isEnded()).execute(), absent);
    }

    long updateChanged() {
        return sql.update(CUSTOMER_ORDER)
                .set(said())
                .set(CUSTOMER_ORDER.CHANGED_IMPORT, val(order.importId()))
                .from(CUSTOMER_ORDER_BEFORE, STAGE_ORDER, CUSTOMER)
                .where(usable())
                .and(isCustomerOfRow())
                .and(isOrderOfRow())
                .and(CUSTOMER_ORDER_BEFORE.TENANT_ID.eq(tenant))
                .and(CUSTOMER_ORDER_BEFORE.IMPORT_ID.eq(order.importId()))
                .and(CUSTOMER_ORDER_BEFORE.ORDER_ID.eq(CUSTOMER_ORDER.ID))
                .execute();
    }

    long insertNew() {
        var values = new LinkedHashMap<Field<?>, Field<?>>();
        values.put(CUSTOMER_ORDER.TENANT_ID, CUSTOMER.TENANT_ID);
        values.put(CUSTOMER_ORDER.COMPANY_ID, CUSTOMER.COMPANY_ID);
        values.put(CUSTOMER_ORDER.CUSTOMER_ID, CUSTOMER.ID);
        values.put(CUSTOMER_ORDER.NUMBER, STAGE_ORDER.NUMBER);
        values.put(CUSTOMER_ORDER.NUMBER_KEY, STAGE_ORDER.NUMBER_KEY);
        values.put(CUSTOMER_ORDER.ORDER_DATE, STAGE_ORDER.ORDER_DATE);
        values.put(CUSTOMER_ORDER.EXPECTED_DATE, STAGE_ORDER.EXPECTED_DATE);
        values.put(CUSTOMER_ORDER.CURRENCY, STAGE_ORDER.CURRENCY);
        values.put(CUSTOMER_ORDER.AMOUNT, STAGE_ORDER.AMOUNT);
        values.put(CUSTOMER_ORDER.DESCRIPTION, STAGE_ORDER.DESCRIPTION);
        values.put(CUSTOMER_ORDER.CREATED_IMPORT, val(order.importId()));
        return sql.insertInto(CUSTOMER_ORDER, values.keySet())
                .select(select(List.copyOf(values.values()))
                        .from(STAGE_ORDER)
                        .join(CUSTOMER)
                        .on(isCustomerOfRow())
                        .where(usable())
                        .and(STAGE_ORDER.AMOUNT.ne(BigDecimal.ZERO))
                        .and(notExists(selectOne().from(CUSTOMER_ORDER).where(isOrderOfRow()))))
                .execute();
    }

    /** Columns of an order and what a staged row says of them. */
    private Map<Field<?>, Field<?>> said() {
        var said = new LinkedHashMap<Field<?>, Field<?>>();
        said.put(CUSTOMER_ORDER.ORDER_DATE, STAGE_ORDER.ORDER_DATE);
        said.put(CUSTOMER_ORDER.CURRENCY, STAGE_ORDER.CURRENCY);
        said.put(CUSTOMER_ORDER.AMOUNT, STAGE_ORDER.AMOUNT);
        if (order.fields().contains("expected_date")) {
            said.put(CUSTOMER_ORDER.EXPECTED_DATE, STAGE_ORDER.EXPECTED_DATE);
        }
        if (order.fields().contains("description")) {
            said.put(CUSTOMER_ORDER.DESCRIPTION, STAGE_ORDER.DESCRIPTION);
        }
        return said;
    }

    private Condition isEnded() {
        return inCompany().and(isAbsent().or(exists(isNamed(STAGE_ORDER.AMOUNT.eq(BigDecimal.ZERO)))));
    }

    /** Not named by a file of all open orders. Orders of later days are not its business. */
    private Condition isAbsent() {
        return order.mode() == LoadOrder.Mode.STOCK
                ? CUSTOMER_ORDER.ORDER_DATE.le(order.asOf()).and(notExists(isNamed(DSL.noCondition())))
                : falseCondition();
    }

    private Select<?> isNamed(Condition how) {
        return selectOne()
                .from(STAGE_ORDER)
                .join(CUSTOMER)
                .on(isCustomerOfRow())
                .where(staged())
                .and(isOrderOfRow())
                .and(how);
    }

    private SelectSelectStep<Record5<TenantId, Long, Long, CustomerId, JSONB>> before() {
        return select(
                CUSTOMER_ORDER.TENANT_ID,
                val(order.importId()),
                CUSTOMER_ORDER.ID,
                CUSTOMER_ORDER.CUSTOMER_ID,
                function(name("to_jsonb"), SQLDataType.JSONB, field(name("customer_order"))));
    }

    private void remember(Select<Record5<TenantId, Long, Long, CustomerId, JSONB>> orders) {
        sql.insertInto(
                        CUSTOMER_ORDER_BEFORE,
                        CUSTOMER_ORDER_BEFORE.TENANT_ID,
                        CUSTOMER_ORDER_BEFORE.IMPORT_ID,
                        CUSTOMER_ORDER_BEFORE.ORDER_ID,
                        CUSTOMER_ORDER_BEFORE.CUSTOMER_ID,
                        CUSTOMER_ORDER_BEFORE.ROW)
                .select(orders)
                .execute();
    }

    private Condition inCompany() {
        return CUSTOMER_ORDER
                .TENANT_ID
                .eq(tenant)
                .and(CUSTOMER_ORDER.COMPANY_ID.eq(order.company().id()));
    }

    private Condition staged() {
        return STAGE_ORDER.TENANT_ID.eq(tenant).and(STAGE_ORDER.IMPORT_ID.eq(order.importId()));
    }

    private Condition usable() {
        return staged().and(STAGE_ORDER.USABLE);
    }

    private Condition isCustomerOfRow() {
        return CUSTOMER.TENANT_ID
                .eq(tenant)
                .and(CUSTOMER.COMPANY_ID.eq(order.company().id()))
                .and(CUSTOMER.CODE_KEY.eq(STAGE_ORDER.CUSTOMER_KEY));
    }

    private Condition isOrderOfRow() {
        return inCompany()
                .and(CUSTOMER_ORDER.CUSTOMER_ID.eq(CUSTOMER.ID))
                .and(CUSTOMER_ORDER.NUMBER_KEY.eq(STAGE_ORDER.NUMBER_KEY));
    }
}
