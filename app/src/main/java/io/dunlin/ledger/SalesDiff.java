package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.SalesMonth.SALES_MONTH;
import static io.dunlin.ledger.tables.SalesMonthBefore.SALES_MONTH_BEFORE;
import static io.dunlin.ledger.tables.StageSales.STAGE_SALES;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The difference between staged sales of months and those of the company, and its application. */
final class SalesDiff {
    private final DSLContext sql;
    private final LoadOrder order;
    private final TenantId tenant = CurrentTenant.id();

    SalesDiff(DSLContext sql, LoadOrder order) {
        this.sql = sql;
        this.order = order;
    }

    List<LoadOutcome.RejectedRow> removeWithoutCustomer() {
        return sql.deleteFrom(STAGE_SALES)
                .where(staged())
                .and(notExists(selectOne().from(CUSTOMER).where(isCustomerOfRow())))
                .returningResult(STAGE_SALES.ROW_NUMBER, STAGE_SALES.CUSTOMER_CODE)
                .fetch(found -> new LoadOutcome.RejectedRow(
                        found.value1(),
                        "customer_code",
                        found.value2(),
                        "ledger.load.unknownCustomer",
                        List.of(found.value2())));
    }

    /** Of rows about the same customer, month and currency the first one counts; the others are taken out and told. */
    List<LoadOutcome.RejectedRow> removeRepeated() {
        var repeated = name("repeated")
                .fields("customer_key", "month", "currency", "first_row")
                .as(select(
                                STAGE_SALES.CUSTOMER_KEY,
                                STAGE_SALES.MONTH,
                                STAGE_SALES.CURRENCY,
                                min(STAGE_SALES.ROW_NUMBER))
                        .from(STAGE_SALES)
                        .where(staged())
                        .groupBy(STAGE_SALES.CUSTOMER_KEY, STAGE_SALES.MONTH, STAGE_SALES.CURRENCY)
                        .having(count().gt(1)));
        var firstRow = repeated.field("first_row", Long.class);
        return sql.with(repeated)
                .delete(STAGE_SALES)
                .using(repeated)
                .where(staged())
                .and(STAGE_SALES.CUSTOMER_KEY.eq(repeated.field("customer_key", String.class)))
                .and(STAGE_SALES.MONTH.eq(repeated.field("month", LocalDate.class)))
                .and(STAGE_SALES.CURRENCY.eq(repeated.field("currency", STAGE_SALES.CURRENCY.getDataType())))
                .and(STAGE_SALES.ROW_NUMBER.ne(firstRow))
                .returningResult(STAGE_SALES.ROW_NUMBER, STAGE_SALES.MONTH, firstRow)
                .fetch(found -> new LoadOutcome.RejectedRow(
                        found.value1(),
                        "month",
                        found.value2().toString().substring(0, 7),
                        "ledger.load.repeatedMonth",
                        List.of(Long.toString(found.value3()))));
    }

    void forgetEarlierImports() {
        sql.deleteFrom(SALES_MONTH_BEFORE)
                .using(CUSTOMER)
                .where(SALES_MONTH_BEFORE.TENANT_ID.eq(tenant))
                .and(SALES_MONTH_BEFORE.IMPORT_ID.ne(order.importId()))
                .and(CUSTOMER.TENANT_ID.eq(tenant))
                .and(CUSTOMER.COMPANY_ID.eq(order.company().id()))
                .and(CUSTOMER.ID.eq(SALES_MONTH_BEFORE.CUSTOMER_ID))
                .execute();
    }

    void rememberChanged() {
        sql.insertInto(
                        SALES_MONTH_BEFORE,
                        SALES_MONTH_BEFORE.TENANT_ID,
                        SALES_MONTH_BEFORE.IMPORT_ID,
                        SALES_MONTH_BEFORE.CUSTOMER_ID,
                        SALES_MONTH_BEFORE.MONTH,
                        SALES_MONTH_BEFORE.CURRENCY,
                        SALES_MONTH_BEFORE.AMOUNT,
                        SALES_MONTH_BEFORE.AMOUNT_NET)
                .select(select(
                                SALES_MONTH.TENANT_ID,
                                val(order.importId()),
                                SALES_MONTH.CUSTOMER_ID,
                                SALES_MONTH.MONTH,
                                SALES_MONTH.CURRENCY,
                                SALES_MONTH.AMOUNT,
                                SALES_MONTH.AMOUNT_NET)
                        .from(STAGE_SALES)
                        .join(CUSTOMER)
                        .on(isCustomerOfRow())
                        .join(SALES_MONTH)
                        .on(isMonthOfRow())
                        .where(staged())
                        .and(differs()))
                .execute();
    }

    long updateChanged() {
        var update = sql.update(SALES_MONTH).set(SALES_MONTH.AMOUNT, STAGE_SALES.AMOUNT);
        return (saysNet() ? update.set(SALES_MONTH.AMOUNT_NET, STAGE_SALES.AMOUNT_NET) : update)
                .from(STAGE_SALES, CUSTOMER)
                .where(staged())
                .and(isCustomerOfRow())
                .and(isMonthOfRow())
                .and(differs())
                .execute();
    }

    long insertNew() {
        return sql.insertInto(
                        SALES_MONTH,
                        SALES_MONTH.TENANT_ID,
                        SALES_MONTH.COMPANY_ID,
                        SALES_MONTH.CUSTOMER_ID,
                        SALES_MONTH.MONTH,
                        SALES_MONTH.CURRENCY,
                        SALES_MONTH.AMOUNT,
                        SALES_MONTH.AMOUNT_NET,
                        SALES_MONTH.CREATED_IMPORT)
                .select(select(
                                CUSTOMER.TENANT_ID,
                                CUSTOMER.COMPANY_ID,
                                CUSTOMER.ID,
                                STAGE_SALES.MONTH,
                                STAGE_SALES.CURRENCY,
                                STAGE_SALES.AMOUNT,
                                STAGE_SALES.AMOUNT_NET,
                                val(order.importId()))
                        .from(STAGE_SALES)
                        .join(CUSTOMER)
                        .on(isCustomerOfRow())
                        .where(staged())
                        .and(notExists(selectOne().from(SALES_MONTH).where(isMonthOfRow()))))
                .execute();
    }

    private Condition differs() {
        return saysNet()
                ? row(SALES_MONTH.AMOUNT, SALES_MONTH.AMOUNT_NET)
                        .isDistinctFrom(row(STAGE_SALES.AMOUNT, STAGE_SALES.AMOUNT_NET))
                : SALES_MONTH.AMOUNT.ne(STAGE_SALES.AMOUNT);
    }

    private boolean saysNet() {
        return order.fields().contains("sales_net");
    }

    private Condition staged() {
        return STAGE_SALES.TENANT_ID.eq(tenant).and(STAGE_SALES.IMPORT_ID.eq(order.importId()));
    }

    private Condition isCustomerOfRow() {
        return CUSTOMER.TENANT_ID
                .eq(tenant)
                .and(CUSTOMER.COMPANY_ID.eq(order.company().id()))
                .and(CUSTOMER.CODE_KEY.eq(STAGE_SALES.CUSTOMER_KEY));
    }

    private Condition isMonthOfRow() {
        return SALES_MONTH
                .TENANT_ID
                .eq(tenant)
                .and(SALES_MONTH.CUSTOMER_ID.eq(CUSTOMER.ID))
                .and(SALES_MONTH.MONTH.eq(STAGE_SALES.MONTH))
                .and(SALES_MONTH.CURRENCY.eq(STAGE_SALES.CURRENCY));
    }
}
