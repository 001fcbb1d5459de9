package io.dunlin.ledger;

import io.dunlin.tenancy.CurrentTenant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes the staged rows of an import that has ended. What a rolled-back transaction staged was never there. */
@Component
public class StagingCleanup {
    private final DSLContext sql;

    public StagingCleanup(DSLContext sql) {
        this.sql = sql;
    }

    /** In a transaction of its own, after the one of the load. */
    @Transactional
    public void forget(long importId) {
        var tenant = CurrentTenant.id();
        sql.select(DSL.function(
                        DSL.name("ledger", "clear_stage"), Object.class, DSL.val(tenant.value()), DSL.val(importId)))
                .fetch();
    }
}
