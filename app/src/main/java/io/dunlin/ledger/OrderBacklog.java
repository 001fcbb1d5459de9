package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.CustomerOrder.CUSTOMER_ORDER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers have ordered and is not invoiced yet. */
@Component
public class OrderBacklog {
    private static final int MOST_SHOWN = 500;

    private final DSLContext sql;

    public OrderBacklog(DSLContext sql) {
        this.sql = sql;
    }

    /** By expected date, those without one last. */
    @Transactional(readOnly = true)
    public List<OpenOrder> of(CustomerId customer) {
        return sql.selectFrom(CUSTOMER_ORDER)
                .where(CUSTOMER_ORDER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_ORDER.CUSTOMER_ID.eq(customer))
                .orderBy(CUSTOMER_ORDER.EXPECTED_DATE.asc().nullsLast(), CUSTOMER_ORDER.ORDER_DATE, CUSTOMER_ORDER.ID)
                .limit(MOST_SHOWN)
                .fetch(row -> new OpenOrder(
                        row.get(CUSTOMER_ORDER.NUMBER),
                        row.get(CUSTOMER_ORDER.ORDER_DATE),
                        row.get(CUSTOMER_ORDER.EXPECTED_DATE),
                        row.get(CUSTOMER_ORDER.CURRENCY),
                        row.get(CUSTOMER_ORDER.AMOUNT),
                        row.get(CUSTOMER_ORDER.DESCRIPTION)));
    }

    @Transactional(readOnly = true)
    public long count(CustomerId customer) {
        return sql.fetchCount(
                CUSTOMER_ORDER,
                CUSTOMER_ORDER.TENANT_ID.eq(CurrentTenant.id()).and(CUSTOMER_ORDER.CUSTOMER_ID.eq(customer)));
    }

    /** In company currency by customer; what has no rate is left out. */
    static Table<?> byCustomer(FactScope scope) {
        return byCustomer(
                scope.company(),
                scope.factors(),
                scope.covers(CUSTOMER_ORDER.TENANT_ID, CUSTOMER_ORDER.COMPANY_ID, CUSTOMER_ORDER.CUSTOMER_ID));
    }

    /** After orders have changed: the figure in the facts of the company's customers, as the facts would be built. */
    void renew(Company company, LocalDate day) {
        var backlog = byCustomer(
                company,
                CurrencyFactors.asOf(company, day),
                CUSTOMER_ORDER.TENANT_ID.eq(CurrentTenant.id()).and(CUSTOMER_ORDER.COMPANY_ID.eq(company.id())));
        var amount = coalesce(amountOf(backlog), inline(BigDecimal.ZERO));
        sql.update(CUSTOMER_FACT)
                .set(CUSTOMER_FACT.ORDER_BACKLOG, amount)
                .from(CUSTOMER.leftJoin(backlog).on(customerOf(backlog).eq(CUSTOMER.ID)))
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.COMPANY_ID.eq(company.id()))
                .and(CUSTOMER_FACT.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_FACT.CUSTOMER_ID.eq(CUSTOMER.ID))
                .and(CUSTOMER_FACT.ORDER_BACKLOG.ne(amount))
                .execute();
    }

    private static Table<?> byCustomer(Company company, Table<?> factors, Condition which) {
        return select(
                        CUSTOMER_ORDER.CUSTOMER_ID,
                        sum(CurrencyFactors.inCompanyCurrency(CUSTOMER_ORDER.AMOUNT, company))
                                .as(CUSTOMER_FACT.ORDER_BACKLOG))
                .from(CUSTOMER_ORDER)
                .join(factors)
                .on(CurrencyFactors.CURRENCY.eq(CUSTOMER_ORDER.CURRENCY))
                .where(which)
                .groupBy(CUSTOMER_ORDER.CUSTOMER_ID)
                .asTable("backlog");
    }

    private static Field<CustomerId> customerOf(Table<?> backlog) {
        return Objects.requireNonNull(backlog.field(CUSTOMER_ORDER.CUSTOMER_ID));
    }

    private static Field<BigDecimal> amountOf(Table<?> backlog) {
        return Objects.requireNonNull(backlog.field(CUSTOMER_FACT.ORDER_BACKLOG.getName(), BigDecimal.class));
    }
}
