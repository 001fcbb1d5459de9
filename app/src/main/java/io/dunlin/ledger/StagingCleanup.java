package io.dunlin.ledger;

import static io.dunlin.ledger.tables.StageContact.STAGE_CONTACT;
import static io.dunlin.ledger.tables.StageCustomer.STAGE_CUSTOMER;
import static io.dunlin.ledger.tables.StageItem.STAGE_ITEM;

import io.dunlin.tenancy.CurrentTenant;
import org.jooq.DSLContext;
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
        sql.deleteFrom(STAGE_ITEM)
                .where(STAGE_ITEM.TENANT_ID.eq(tenant))
                .and(STAGE_ITEM.IMPORT_ID.eq(importId))
                .execute();
        sql.deleteFrom(STAGE_CUSTOMER)
                .where(STAGE_CUSTOMER.TENANT_ID.eq(tenant))
                .and(STAGE_CUSTOMER.IMPORT_ID.eq(importId))
                .execute();
        sql.deleteFrom(STAGE_CONTACT)
                .where(STAGE_CONTACT.TENANT_ID.eq(tenant))
                .and(STAGE_CONTACT.IMPORT_ID.eq(importId))
                .execute();
    }
}
