package io.dunlin.ledger;

import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.ImportedUsers;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings users and the customers they look after into the ledger. A user whose role is that of a collector becomes the collector of
 * the customers, others become colleagues. New users cannot sign in until somebody activates them; existing ones keep role and rights.
 */
@Component
public class PortfolioLoads {
    private final DSLContext sql;
    private final ImportedUsers users;
    private final AuditTrail audit;

    public PortfolioLoads(DSLContext sql, ImportedUsers users, AuditTrail audit) {
        this.sql = sql;
        this.users = users;
        this.audit = audit;
    }

    /** Opens a load in the caller's transaction. Mode STOCK: the users of the file have these customers of the company and no others. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PortfolioLoad begin(LoadOrder order) {
        return new PortfolioLoad(sql, order, users, audit);
    }
}
