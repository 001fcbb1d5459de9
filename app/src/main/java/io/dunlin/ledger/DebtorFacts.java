package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.DebtorFact.DEBTOR_FACT;
import static io.dunlin.tenancy.tables.Company.COMPANY;
import static io.dunlin.tenancy.tables.Tenant.TENANT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import io.dunlin.kernel.Money;
import io.dunlin.ledger.tables.CustomerFact;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * The facts of legal persons: sums over all their accounts, of any company, in the tenant's currency.
 *
 * <p>The largest exposure of a debtor is stated as the sum of its accounts' peaks: an upper bound where the accounts peaked on
 * different days, exact for a debtor with one account.
 */
final class DebtorFacts {
    private final DSLContext sql;

    DebtorFacts(DSLContext sql) {
        this.sql = sql;
    }

    /** Of those behind the scope's customers. */
    void rebuild(FactScope scope) {
        sql.deleteFrom(DEBTOR_FACT)
                .where(DEBTOR_FACT.TENANT_ID.eq(CurrentTenant.id()))
                .and(stands(DEBTOR_FACT.DEBTOR_ID, scope))
                .execute();
        var sums = new Sums(CUSTOMER_FACT, currency(), scope.day());
        sql.insertInto(DEBTOR_FACT, sums.values().keySet())
                .select(sums.select(CUSTOMER_FACT, stands(CUSTOMER.DEBTOR_ID, scope)))
                .execute();
    }

    /**
     * Of all debtors that the given facts are about, into a table of the transaction's own with the columns of the facts.
     *
     * @param facts of the customers of all companies concerned, with the columns of {@code customer_fact}
     */
    void keepApart(String table, Select<?> facts, LocalDate day) {
        var then = CUSTOMER_FACT.as("then");
        Staging.keepApart(
                sql, table, new Sums(then, currency(), day).select(facts.asTable(then.getName()), noCondition()));
    }

    /** @param of the facts that are added up, whatever they are read from */
    private record Sums(CustomerFact of, Currency currency, LocalDate day) {
        /** @param customers what the facts are read from */
        Select<?> select(Table<?> customers, Condition which) {
            return DSL.select(values().entrySet().stream()
                            .map(value -> value.getValue().as(value.getKey()))
                            .toList())
                    .from(CUSTOMER)
                    .join(customers)
                    .on(of.TENANT_ID.eq(CUSTOMER.TENANT_ID), of.CUSTOMER_ID.eq(CUSTOMER.ID))
                    .join(COMPANY)
                    .on(COMPANY.TENANT_ID.eq(CUSTOMER.TENANT_ID), COMPANY.ID.eq(CUSTOMER.COMPANY_ID))
                    .leftJoin(CurrencyFactors.asOf(currency, day))
                    .on(CurrencyFactors.CURRENCY.eq(COMPANY.CURRENCY))
                    .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                    .and(which)
                    .groupBy(CUSTOMER.TENANT_ID, CUSTOMER.DEBTOR_ID);
        }

        Map<TableField<?, ?>, Field<?>> values() {
            var weighted = sum(of.DELAY_WEIGHTED.mul(CurrencyFactors.FACTOR));
            var weight = sum(of.DELAY_AMOUNT.mul(CurrencyFactors.FACTOR));
            var values = new LinkedHashMap<TableField<?, ?>, Field<?>>();
            values.put(DEBTOR_FACT.TENANT_ID, CUSTOMER.TENANT_ID);
            values.put(DEBTOR_FACT.DEBTOR_ID, CUSTOMER.DEBTOR_ID);
            values.put(DEBTOR_FACT.AS_OF, val(day));
            values.put(DEBTOR_FACT.CUSTOMERS, count());
            values.put(DEBTOR_FACT.RECEIVABLE, total(of.RECEIVABLE));
            values.put(DEBTOR_FACT.NOT_DUE, total(of.NOT_DUE));
            values.put(DEBTOR_FACT.OVERDUE, total(of.OVERDUE));
            values.put(DEBTOR_FACT.CREDITS, total(of.CREDITS));
            values.put(DEBTOR_FACT.OPEN_ITEMS, number(of.OPEN_ITEMS));
            values.put(DEBTOR_FACT.UNCONVERTED_ITEMS, number(of.UNCONVERTED_ITEMS));
            values.put(DEBTOR_FACT.OLDEST_DUE_DATE, min(of.OLDEST_DUE_DATE));
            values.put(DEBTOR_FACT.LAST_PAYMENT_DATE, max(of.LAST_PAYMENT_DATE));
            values.put(DEBTOR_FACT.AVERAGE_DELAY, round(weighted.div(nullif(weight, BigDecimal.ZERO)), 2));
            values.put(DEBTOR_FACT.DELAY_ITEMS, number(of.DELAY_ITEMS));
            values.put(DEBTOR_FACT.SALES_12_MONTHS, total(of.SALES_12_MONTHS));
            values.put(DEBTOR_FACT.LARGEST_EXPOSURE, total(of.LARGEST_EXPOSURE));
            return values;
        }

        private static Field<Integer> number(Field<Integer> of) {
            return sum(of).cast(of.getDataType());
        }

        /** Rounded account by account, half away from zero: what the accounts show adds up. */
        private Field<BigDecimal> total(Field<BigDecimal> amount) {
            return coalesce(sum(round(amount.mul(CurrencyFactors.FACTOR), Money.digits(currency))), BigDecimal.ZERO);
        }
    }

    private Currency currency() {
        return Currency.getInstance(sql.select(TENANT.CURRENCY)
                .from(TENANT)
                .where(TENANT.TENANT_ID.eq(CurrentTenant.id()))
                .fetchSingle()
                .value1());
    }

    private static Condition stands(Field<DebtorId> debtor, FactScope scope) {
        return debtor.in(select(CUSTOMER.DEBTOR_ID)
                .from(CUSTOMER)
                .where(scope.covers(CUSTOMER.TENANT_ID, CUSTOMER.COMPANY_ID, CUSTOMER.ID)));
    }
}
