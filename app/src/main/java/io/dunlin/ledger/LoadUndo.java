package io.dunlin.ledger;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what the last import did. Whether it is the last one is for the caller to know. */
@Component
public class LoadUndo {
    private final DSLContext sql;
    private final Facts facts;
    private final SearchWords words;

    public LoadUndo(DSLContext sql, Facts facts) {
        this.sql = sql;
        this.facts = facts;
        this.words = new SearchWords(sql);
    }

    /** Items, history and customers that the import created or changed; the facts of the company are derived anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undoItems(long importId, Company company) {
        call("undo_items", importId);
        call("undo_customers", importId);
        facts.rebuild(company);
        words.renew();
    }

    /** Customers that the import created or changed. A new one that has got items or contacts since stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undoCustomers(long importId, Company company) {
        call("undo_customers", importId);
        facts.rebuild(company);
        words.renew();
    }

    /** Contacts that the import added. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undoContacts(long importId) {
        call("undo_contacts", importId);
        words.renew();
    }

    private void call(String undo, long importId) {
        sql.select(function(
                        name("ledger", undo),
                        Object.class,
                        val(CurrentTenant.id().value()),
                        val(importId)))
                .fetch();
    }
}
