package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static org.jooq.impl.DSL.count;

import io.dunlin.kernel.NotFound;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The values that customers of a company have, of what they can be narrowed to by value. */
@Component
public class CustomerValues {
    private final DSLContext sql;
    private final CustomerChoices choices;

    public CustomerValues(DSLContext sql, CustomerChoices choices) {
        this.sql = sql;
        this.choices = choices;
    }

    /**
     * The most frequent ones first.
     *
     * @param name {@link CustomerChoice#COUNTRY}, or that of an analytical field
     */
    @Transactional(readOnly = true)
    public List<String> of(Company company, String name, int most) {
        var value = name.equals(CustomerChoice.COUNTRY)
                ? CustomerChoice.value(CUSTOMER.COUNTRY)
                : CustomerChoice.ownField(position(name));
        return sql.select(value)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.COMPANY_ID.eq(company.id()))
                .and(value.isNotNull())
                .groupBy(value)
                .orderBy(count().desc(), value)
                .limit(most)
                .fetch(row -> row.value1());
    }

    private int position(String name) {
        return choices.analytical().stream()
                .filter(field -> name.equals(CustomerChoice.FIELD + field.position()))
                .findFirst()
                .orElseThrow(() -> new NotFound("Field", name))
                .position();
    }
}
