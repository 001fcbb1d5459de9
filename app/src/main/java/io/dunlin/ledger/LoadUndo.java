package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Colleague.COLLEAGUE;
import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static io.dunlin.ledger.tables.ImportedUser.IMPORTED_USER;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.ImportedUsers;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what the last import did. Whether it is the last one is for the caller to know. */
@Component
public class LoadUndo {
    private final DSLContext sql;
    private final Facts facts;
    private final ImportedUsers users;
    private final SearchWords words;

    public LoadUndo(DSLContext sql, Facts facts, ImportedUsers users) {
        this.sql = sql;
        this.facts = facts;
        this.users = users;
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
        call("undo_assignments", importId);
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

    /** Orders that the import brought, changed or ended; the backlog of the customers is added up anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undoOrders(long importId, Company company) {
        call("undo_orders", importId);
        facts.renewBacklog(company);
    }

    /** Sales of months that the import brought or changed; the facts of their customers are derived anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undoSales(long importId, Company company) {
        var touched = ImportedMonths.touchedBy(sql, importId);
        call("undo_sales", importId);
        facts.rebuildAfterSales(company, touched);
    }

    /** Who looks after which customers is again what it was; users it brought go, unless somebody has done something with them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undoUsers(long importId) {
        call("undo_assignments", importId);
        users.removeUntouched(sql.select(IMPORTED_USER.USER_ID)
                .from(IMPORTED_USER)
                .where(IMPORTED_USER.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORTED_USER.IMPORT_ID.eq(importId))
                .and(notExists(selectOne()
                        .from(CUSTOMER_ASSIGNMENT)
                        .where(CUSTOMER_ASSIGNMENT.TENANT_ID.eq(CurrentTenant.id()))
                        .and(CUSTOMER_ASSIGNMENT.COLLECTOR_ID.eq(IMPORTED_USER.USER_ID))))
                .and(notExists(selectOne()
                        .from(COLLEAGUE)
                        .where(COLLEAGUE.TENANT_ID.eq(CurrentTenant.id()))
                        .and(COLLEAGUE.USER_ID.eq(IMPORTED_USER.USER_ID))))
                .fetch(IMPORTED_USER.USER_ID));
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
