package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.SalesMonth.SALES_MONTH;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.dunlin.ledger.CurrencyFactors;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.ImportedMonths;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;

/**
 * Sales of past months that came in a file of their own, in company currency.
 *
 * <p>Nothing counts twice: the items of a month are part of what the file says of it, so only what they do not account for is added,
 * customer by customer. Where the items come to more, they alone count. A month counts whole, so not before its last day.
 *
 * @param isNet without tax, as far as that is known
 */
record ImportedSales(Company company, LocalDate asOf, Slice slice, boolean isNet) {
    private static final String ALIAS = "imported";
    static final Field<CustomerId> CUSTOMER_ID = field(name(ALIAS, "customer_id"), ITEM.CUSTOMER_ID.getDataType());
    static final Field<LocalDate> MONTH = field(name(ALIAS, "month"), LocalDate.class);
    static final Field<BigDecimal> AMOUNT = field(name(ALIAS, "amount"), BigDecimal.class);
    /** Whether the amount without tax is not known. */
    static final Field<Boolean> WITH_TAX = field(name(ALIAS, "with_tax"), Boolean.class);

    /** One row for each customer and month with something to add. */
    Table<?> rows() {
        var stated = stated().asTable("stated");
        var known = items().asTable("known");
        var amount = field(name("stated", "amount"), BigDecimal.class);
        var ofItems = field(name("known", "amount"), BigDecimal.class);
        return select(
                        field(name("stated", "customer_id"), ITEM.CUSTOMER_ID.getDataType())
                                .as("customer_id"),
                        field(name("stated", "month"), LocalDate.class).as("month"),
                        when(ofItems.isNull(), amount)
                                .otherwise(greatest(amount.minus(ofItems), inline(BigDecimal.ZERO)))
                                .as("amount"),
                        field(name("stated", "with_tax"), Boolean.class).as("with_tax"))
                .from(stated)
                .leftJoin(known)
                .on(field(name("known", "customer_id"), Long.class)
                        .eq(field(name("stated", "customer_id"), Long.class)))
                .and(field(name("known", "month"), LocalDate.class).eq(field(name("stated", "month"), LocalDate.class)))
                .where(ofItems.isNull().or(amount.gt(ofItems)))
                .asTable(ALIAS);
    }

    private Select<?> stated() {
        var amount = isNet ? coalesce(SALES_MONTH.AMOUNT_NET, SALES_MONTH.AMOUNT) : SALES_MONTH.AMOUNT;
        return select(
                        SALES_MONTH.CUSTOMER_ID.as("customer_id"),
                        SALES_MONTH.MONTH.as("month"),
                        sum(CurrencyFactors.inCompanyCurrency(amount, company)).as("amount"),
                        boolOr(SALES_MONTH.AMOUNT_NET.isNull()).as("with_tax"))
                .from(SALES_MONTH)
                .join(CurrencyFactors.asOf(company, asOf))
                .on(CurrencyFactors.CURRENCY.eq(SALES_MONTH.CURRENCY))
                .where(SALES_MONTH.TENANT_ID.eq(CurrentTenant.id()))
                .and(SALES_MONTH.COMPANY_ID.eq(company.id()))
                .and(SALES_MONTH.MONTH.le(ImportedMonths.lastWhole(asOf)))
                .and(slice.holds(SALES_MONTH.CUSTOMER_ID, ITEM.ID))
                .groupBy(SALES_MONTH.CUSTOMER_ID, SALES_MONTH.MONTH);
    }

    /** What the items say of the same customers; most companies have no such months, and nothing to look at. */
    private Select<?> items() {
        var amount = isNet ? coalesce(ITEM.ORIGINAL_AMOUNT_NET, ITEM.ORIGINAL_AMOUNT) : ITEM.ORIGINAL_AMOUNT;
        var month = Periods.Step.MONTH.startOf(ITEM.ISSUE_DATE);
        return select(
                        ITEM.CUSTOMER_ID.as("customer_id"),
                        month.as("month"),
                        sum(CurrencyFactors.inCompanyCurrency(amount, company)).as("amount"))
                .from(ITEM)
                .join(CurrencyFactors.asOf(company, asOf))
                .on(CurrencyFactors.CURRENCY.eq(ITEM.CURRENCY))
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.COMPANY_ID.eq(company.id()))
                .and(ITEM.ISSUE_DATE.le(asOf))
                .and(ITEM.KIND.in(ItemKind.INVOICE.name(), ItemKind.CREDIT_NOTE.name()))
                .and(ITEM.CUSTOMER_ID.in(select(SALES_MONTH.CUSTOMER_ID)
                        .from(SALES_MONTH)
                        .where(SALES_MONTH.TENANT_ID.eq(CurrentTenant.id()))
                        .and(SALES_MONTH.COMPANY_ID.eq(company.id()))))
                .groupBy(ITEM.CUSTOMER_ID, month);
    }
}
