package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.DebtorFact.DEBTOR_FACT;
import static io.dunlin.tenancy.tables.Company.COMPANY;
import static io.dunlin.tenancy.tables.Tenant.TENANT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import io.dunlin.kernel.Money;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.util.Currency;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * The facts of the legal persons behind the scope's customers: sums over all their accounts, of any company, in the tenant's
 * currency.
 *
 * <p>The largest exposure of a debtor is stated as the sum of its accounts' peaks: an upper bound where the accounts peaked on
 * different days, exact for a debtor with one account.
 */
final class DebtorFacts {
    private final DSLContext sql;
    private final FactScope scope;

    DebtorFacts(DSLContext sql, FactScope scope) {
        this.sql = sql;
        this.scope = scope;
    }

    void rebuild() {
        var tenant = CurrentTenant.id();
        var currency = Currency.getInstance(sql.select(TENANT.CURRENCY)
                .from(TENANT)
                .where(TENANT.TENANT_ID.eq(tenant))
                .fetchSingle()
                .value1());
        sql.deleteFrom(DEBTOR_FACT)
                .where(DEBTOR_FACT.TENANT_ID.eq(tenant))
                .and(touches(DEBTOR_FACT.DEBTOR_ID))
                .execute();
        var weighted = sum(CUSTOMER_FACT.DELAY_WEIGHTED.mul(CurrencyFactors.FACTOR));
        var weight = sum(CUSTOMER_FACT.DELAY_AMOUNT.mul(CurrencyFactors.FACTOR));
        sql.insertInto(
                        DEBTOR_FACT,
                        DEBTOR_FACT.TENANT_ID,
                        DEBTOR_FACT.DEBTOR_ID,
                        DEBTOR_FACT.AS_OF,
                        DEBTOR_FACT.CUSTOMERS,
                        DEBTOR_FACT.RECEIVABLE,
                        DEBTOR_FACT.NOT_DUE,
                        DEBTOR_FACT.OVERDUE,
                        DEBTOR_FACT.CREDITS,
                        DEBTOR_FACT.OPEN_ITEMS,
                        DEBTOR_FACT.UNCONVERTED_ITEMS,
                        DEBTOR_FACT.OLDEST_DUE_DATE,
                        DEBTOR_FACT.LAST_PAYMENT_DATE,
                        DEBTOR_FACT.AVERAGE_DELAY,
                        DEBTOR_FACT.DELAY_ITEMS,
                        DEBTOR_FACT.SALES_12_MONTHS,
                        DEBTOR_FACT.LARGEST_EXPOSURE)
                .select(select(
                                CUSTOMER.TENANT_ID,
                                CUSTOMER.DEBTOR_ID,
                                val(scope.day()),
                                count(),
                                total(CUSTOMER_FACT.RECEIVABLE, currency),
                                total(CUSTOMER_FACT.NOT_DUE, currency),
                                total(CUSTOMER_FACT.OVERDUE, currency),
                                total(CUSTOMER_FACT.CREDITS, currency),
                                sum(CUSTOMER_FACT.OPEN_ITEMS).cast(DEBTOR_FACT.OPEN_ITEMS.getDataType()),
                                sum(CUSTOMER_FACT.UNCONVERTED_ITEMS).cast(DEBTOR_FACT.UNCONVERTED_ITEMS.getDataType()),
                                min(CUSTOMER_FACT.OLDEST_DUE_DATE),
                                max(CUSTOMER_FACT.LAST_PAYMENT_DATE),
                                round(weighted.div(nullif(weight, BigDecimal.ZERO)), 2),
                                sum(CUSTOMER_FACT.DELAY_ITEMS).cast(DEBTOR_FACT.DELAY_ITEMS.getDataType()),
                                total(CUSTOMER_FACT.SALES_12_MONTHS, currency),
                                total(CUSTOMER_FACT.LARGEST_EXPOSURE, currency))
                        .from(CUSTOMER)
                        .join(CUSTOMER_FACT)
                        .on(CUSTOMER_FACT.TENANT_ID.eq(CUSTOMER.TENANT_ID), CUSTOMER_FACT.CUSTOMER_ID.eq(CUSTOMER.ID))
                        .join(COMPANY)
                        .on(COMPANY.TENANT_ID.eq(CUSTOMER.TENANT_ID), COMPANY.ID.eq(CUSTOMER.COMPANY_ID))
                        .leftJoin(CurrencyFactors.asOf(currency, scope.day()))
                        .on(CurrencyFactors.CURRENCY.eq(COMPANY.CURRENCY))
                        .where(CUSTOMER.TENANT_ID.eq(tenant))
                        .and(touches(CUSTOMER.DEBTOR_ID))
                        .groupBy(CUSTOMER.TENANT_ID, CUSTOMER.DEBTOR_ID))
                .execute();
    }

    private Condition touches(Field<DebtorId> debtor) {
        return debtor.in(select(CUSTOMER.DEBTOR_ID)
                .from(CUSTOMER)
                .where(scope.covers(CUSTOMER.TENANT_ID, CUSTOMER.COMPANY_ID, CUSTOMER.ID)));
    }

    private static Field<BigDecimal> total(Field<BigDecimal> amount, Currency currency) {
        return org.jooq.impl.DSL.coalesce(
                sum(round(amount.mul(CurrencyFactors.FACTOR), Money.digits(currency))), BigDecimal.ZERO);
    }
}
