package io.dunlin.ledger;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings the sales of past months into the ledger. A month that is known already is corrected; none is ever taken away. */
@Component
public class SalesLoads {
    private final DSLContext sql;
    private final Facts facts;

    public SalesLoads(DSLContext sql, Facts facts) {
        this.sql = sql;
        this.facts = facts;
    }

    /** Opens a load in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public SalesLoad begin(LoadOrder order) {
        return new SalesLoad(sql, facts, order);
    }
}
