package io.dunlin.ledger;

import static io.dunlin.ledger.CurrencyFactors.inCompanyCurrency;
import static io.dunlin.ledger.tables.CustomerMonth.CUSTOMER_MONTH;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trunc;

import org.jooq.DSLContext;
import org.jooq.DatePart;

/** Sales by customer and calendar month of issue: invoices less credit notes, in company currency at the scope's day. */
final class CustomerMonths {
    private final DSLContext sql;
    private final FactScope scope;

    CustomerMonths(DSLContext sql, FactScope scope) {
        this.sql = sql;
        this.scope = scope;
    }

    void rebuild() {
        sql.deleteFrom(CUSTOMER_MONTH)
                .where(scope.covers(CUSTOMER_MONTH.TENANT_ID, CUSTOMER_MONTH.COMPANY_ID, CUSTOMER_MONTH.CUSTOMER_ID))
                .execute();
        var month = trunc(ITEM.ISSUE_DATE, DatePart.MONTH).cast(CUSTOMER_MONTH.MONTH.getDataType());
        sql.insertInto(
                        CUSTOMER_MONTH,
                        CUSTOMER_MONTH.TENANT_ID,
                        CUSTOMER_MONTH.COMPANY_ID,
                        CUSTOMER_MONTH.CUSTOMER_ID,
                        CUSTOMER_MONTH.MONTH,
                        CUSTOMER_MONTH.SALES,
                        CUSTOMER_MONTH.SALES_NET,
                        CUSTOMER_MONTH.INVOICES)
                .select(select(
                                ITEM.TENANT_ID,
                                ITEM.COMPANY_ID,
                                ITEM.CUSTOMER_ID,
                                month,
                                sum(inCompanyCurrency(ITEM.ORIGINAL_AMOUNT, scope.company())),
                                sum(inCompanyCurrency(
                                        coalesce(ITEM.ORIGINAL_AMOUNT_NET, ITEM.ORIGINAL_AMOUNT), scope.company())),
                                count().filterWhere(ITEM.KIND.eq(ItemKind.INVOICE.name())))
                        .from(ITEM)
                        .join(CurrencyFactors.asOf(scope.company(), scope.day()))
                        .on(CurrencyFactors.CURRENCY.eq(ITEM.CURRENCY), CurrencyFactors.FACTOR.isNotNull())
                        .where(scope.covers(ITEM.TENANT_ID, ITEM.COMPANY_ID, ITEM.CUSTOMER_ID))
                        .and(ITEM.KIND.in(ItemKind.INVOICE.name(), ItemKind.CREDIT_NOTE.name()))
                        .groupBy(ITEM.TENANT_ID, ITEM.COMPANY_ID, ITEM.CUSTOMER_ID, month))
                .execute();
    }
}
