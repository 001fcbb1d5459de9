package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static org.jooq.impl.DSL.any;

import io.dunlin.reporting.CustomerMarks;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.web.Flag;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewers;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The flags of customers by their payment profiles, in the viewer's language: one statement for all customers of a page. */
@Component
public class ProfileFlags implements CustomerMarks {
    private final DSLContext sql;
    private final Texts texts;
    private final Viewers viewers;

    public ProfileFlags(DSLContext sql, Texts texts, Viewers viewers) {
        this.sql = sql;
        this.texts = texts;
        this.viewers = viewers;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Flag> of(Company company, Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        // What the index knows.
        var keys = codes.stream()
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .toArray(String[]::new);
        return find(CUSTOMER.CODE, CUSTOMER.COMPANY_ID.eq(company.id()).and(CUSTOMER.CODE_KEY.eq(any(keys))));
    }

    @Transactional(readOnly = true)
    public Map<CustomerId, Flag> byId(Collection<CustomerId> customers) {
        return customers.isEmpty()
                ? Map.of()
                : find(CUSTOMER.ID, CUSTOMER.ID.eq(any(customers.toArray(CustomerId[]::new))));
    }

    private <K> Map<K, Flag> find(Field<K> key, Condition which) {
        var delay = DelayColumns.ofFacts();
        var rules = PaymentProfiles.rules();
        return sql.select(key, rules)
                .select(delay.all())
                .from(CUSTOMER)
                .join(CUSTOMER_FACT)
                .on(CUSTOMER_FACT.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(CUSTOMER_FACT.CUSTOMER_ID.eq(CUSTOMER.ID))
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(which)
                .fetchMap(row -> row.get(key), row -> {
                    var rule = row.get(rules);
                    return rule.flag(rule.delay(delay.read(row)), this::text);
                });
    }

    private String text(String key, Object... arguments) {
        return texts.text(viewers.current().language(), key, arguments);
    }
}
