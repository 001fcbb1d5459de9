package io.dunlin.ledger;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.CurrentTenant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What quick search looks things up in: derived from customers, contacts and items, and renewed after they changed. After an
 * import in a transaction of its own, so that the import need not wait for it.
 */
@Component
public class SearchWords {
    private final DSLContext sql;

    public SearchWords(DSLContext sql) {
        this.sql = sql;
    }

    /** Of all customers, contacts and items of the tenant; only what changed is taken apart again. */
    @Transactional
    public void renew() {
        call("renew_search", inline(null, SQLDataType.BIGINT));
        sql.select(function(
                        name("ledger", "renew_search_numbers"),
                        Object.class,
                        val(CurrentTenant.id().value())))
                .fetch();
    }

    /** Of a customer and its contacts. What was removed is no longer found anyhow, and goes with the next {@link #renew()}. */
    @Transactional
    public void renew(CustomerId customer) {
        call("renew_search", val(customer.value()));
    }

    private void call(String renewal, Field<Long> customer) {
        sql.select(function(
                        name("ledger", renewal),
                        Object.class,
                        val(CurrentTenant.id().value()),
                        customer))
                .fetch();
    }
}
