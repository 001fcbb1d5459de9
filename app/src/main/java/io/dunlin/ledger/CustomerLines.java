package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static org.jooq.impl.DSL.selectCount;

import io.dunlin.criteria.Scope;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What is read for the lines of a list of customers: their usual columns, and those that were asked for besides. */
final class CustomerLines {
    private final Scope scope;
    private final Field<BigDecimal> receivable;
    private final Field<BigDecimal> overdue;
    private final Field<Integer> accounts = accountsOfDebtor();
    private final Map<String, Field<?>> further = new LinkedHashMap<>();

    /** @param scope over customers, of which this makes a query of its own */
    CustomerLines(Scope scope, List<CustomerColumn> columns) {
        this.scope = scope;
        this.receivable = scope.of(CUSTOMER_FACT.RECEIVABLE);
        this.overdue = scope.of(CUSTOMER_FACT.OVERDUE);
        scope.need(DEBTOR);
        columns.forEach(
                column -> further.put(column.key(), column.value().apply(scope).as("further_" + column.key())));
    }

    List<Field<?>> fields() {
        var fields = new ArrayList<Field<?>>(List.of(
                CUSTOMER.ID,
                CUSTOMER.CODE,
                CUSTOMER.NAME,
                CUSTOMER.CITY,
                CUSTOMER.COUNTRY,
                CUSTOMER.BLOCKED,
                receivable,
                overdue,
                CUSTOMER_FACT.OLDEST_DUE_DATE,
                CUSTOMER_FACT.AVERAGE_DELAY,
                DEBTOR.NAME,
                accounts));
        fields.addAll(further.values());
        return fields;
    }

    /**
     * Complete once all is asked for.
     *
     * @param picked numbers of the customers, as in {@code customer_fact}
     */
    Table<?> of(Table<?> picked) {
        return picked.join(scope.from())
                .on(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.ID.eq(picked.field(CUSTOMER_FACT.CUSTOMER_ID)));
    }

    CustomerLine read(Record row) {
        var values = new HashMap<String, Object>();
        further.forEach((key, field) -> {
            var value = row.get(field);
            if (value != null) {
                values.put(key, value);
            }
        });
        return new CustomerLine(
                row.get(CUSTOMER.ID),
                row.get(CUSTOMER.CODE),
                row.get(CUSTOMER.NAME),
                row.get(CUSTOMER.CITY),
                row.get(CUSTOMER.COUNTRY),
                row.get(CUSTOMER.BLOCKED),
                row.get(receivable),
                row.get(overdue),
                row.get(CUSTOMER_FACT.OLDEST_DUE_DATE),
                row.get(CUSTOMER_FACT.AVERAGE_DELAY),
                row.get(DEBTOR.NAME),
                row.get(accounts),
                values);
    }

    private static Field<Integer> accountsOfDebtor() {
        var other = CUSTOMER.as("account");
        return selectCount()
                .from(other)
                .where(other.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(other.DEBTOR_ID.eq(CUSTOMER.DEBTOR_ID))
                .asField("accounts");
    }
}
