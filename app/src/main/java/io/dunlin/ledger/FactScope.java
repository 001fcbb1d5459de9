package io.dunlin.ledger;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Whose facts are derived, and as of which day.
 *
 * @param customers the customers to derive; null: all of the company
 * @param factors into the company's currency, to be joined as {@link CurrencyFactors} tells
 */
record FactScope(Company company, LocalDate day, @Nullable List<CustomerId> customers, Table<?> factors) {
    /** Calendar months of sales kept for each customer, the present one included. */
    static final int MONTHS = 12;

    /** Rows of a table with tenant, company and customer that belong to the scope. */
    Condition covers(Field<TenantId> tenant, Field<CompanyId> companyId, Field<CustomerId> customerId) {
        return tenant.eq(CurrentTenant.id())
                .and(companyId.eq(company.id()))
                .and(
                        customers == null
                                ? DSL.noCondition()
                                : customerId.eq(DSL.any(customers.toArray(CustomerId[]::new))));
    }

    /** What ended up to this day has no part in the figures of a year. */
    LocalDate yearAgo() {
        return day.minusMonths(12);
    }

    /** The same for other customers. */
    FactScope of(List<CustomerId> others) {
        return new FactScope(company, day, others, factors);
    }

    /** First day of the month that many months before the present one. */
    LocalDate monthsAgo(int months) {
        return day.withDayOfMonth(1).minusMonths(months);
    }
}
