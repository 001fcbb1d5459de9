package io.dunlin.ledger;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds the contacts of a file. Contacts that exist are never changed by a file: people edit them. */
@Component
public class ContactLoads {
    private final DSLContext sql;

    public ContactLoads(DSLContext sql) {
        this.sql = sql;
    }

    /** Opens a load in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ContactLoad begin(LoadOrder order) {
        return new ContactLoad(sql, order);
    }
}
