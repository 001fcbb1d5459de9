package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static java.math.BigDecimal.ZERO;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.selectCount;

import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * What is read for the lines of a list of customers.
 *
 * @param further keys of columns besides the usual ones; unknown ones are passed over
 */
record CustomerLineColumns(List<String> further) {
    private static final Field<BigDecimal> RECEIVABLE = coalesce(CUSTOMER_FACT.RECEIVABLE, ZERO);
    private static final Field<BigDecimal> OVERDUE = coalesce(CUSTOMER_FACT.OVERDUE, ZERO);
    private static final Field<Integer> ACCOUNTS = accountsOfDebtor();

    /** @param picked tenant and number of the customers, as in {@code customer_fact} */
    static Table<?> of(Table<?> picked) {
        return picked.join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.ID.eq(picked.field(CUSTOMER_FACT.CUSTOMER_ID)))
                .join(DEBTOR)
                .on(DEBTOR.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(DEBTOR.ID.eq(CUSTOMER.DEBTOR_ID))
                .join(CUSTOMER_FACT)
                .on(CUSTOMER_FACT.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(CUSTOMER_FACT.CUSTOMER_ID.eq(CUSTOMER.ID));
    }

    static List<CustomerColumn> columns(List<String> keys) {
        return keys.stream()
                .distinct()
                .flatMap(key -> CustomerColumn.find(key).stream())
                .toList();
    }

    List<Field<?>> fields() {
        var fields = new ArrayList<Field<?>>(List.of(
                CUSTOMER.ID,
                CUSTOMER.CODE,
                CUSTOMER.NAME,
                CUSTOMER.CITY,
                CUSTOMER.COUNTRY,
                CUSTOMER.BLOCKED,
                RECEIVABLE,
                OVERDUE,
                CUSTOMER_FACT.OLDEST_DUE_DATE,
                CUSTOMER_FACT.AVERAGE_DELAY,
                DEBTOR.NAME,
                ACCOUNTS));
        columns(further).forEach(column -> fields.add(column.field()));
        return fields;
    }

    CustomerLine read(Record row) {
        var values = new HashMap<String, Object>();
        columns(further).forEach(column -> {
            var value = row.get(column.field());
            if (value != null) {
                values.put(column.key(), value);
            }
        });
        return new CustomerLine(
                row.get(CUSTOMER.ID),
                row.get(CUSTOMER.CODE),
                row.get(CUSTOMER.NAME),
                row.get(CUSTOMER.CITY),
                row.get(CUSTOMER.COUNTRY),
                row.get(CUSTOMER.BLOCKED),
                row.get(RECEIVABLE),
                row.get(OVERDUE),
                row.get(CUSTOMER_FACT.OLDEST_DUE_DATE),
                row.get(CUSTOMER_FACT.AVERAGE_DELAY),
                row.get(DEBTOR.NAME),
                row.get(ACCOUNTS),
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
