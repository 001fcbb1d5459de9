package io.dunlin.ledger.assignment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.tables.Customer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Customers and values that a run gives or takes, as a table. */
record Given(Table<?> rows) {
    static final Field<CustomerId> CUSTOMER = field(name("given", "customer_id"), Customer.CUSTOMER.ID.getDataType());
    static final Field<String> VALUE = field(name("given", "value"), SQLDataType.CLOB);

    static Given of(Select<Record2<Long, String>> rows) {
        return new Given(rows.asTable("given", "customer_id", "value"));
    }

    /** The number of a customer as runs know it. */
    static Field<Long> number(Field<CustomerId> customer) {
        return customer.coerce(SQLDataType.BIGINT);
    }

    static Field<String> text(Field<?> value) {
        return value.cast(SQLDataType.CLOB);
    }

    /** Whether the value is this one. Compared as texts: nothing that was stored once can fail to be read. */
    static Condition is(Field<?> value) {
        return text(value).eq(VALUE);
    }
}
