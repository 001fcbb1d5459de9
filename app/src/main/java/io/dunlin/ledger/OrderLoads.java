package io.dunlin.ledger;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings the open orders of a file into the ledger: all that there are, or additions and changes. */
@Component
public class OrderLoads {
    private final DSLContext sql;
    private final Facts facts;

    public OrderLoads(DSLContext sql, Facts facts) {
        this.sql = sql;
        this.facts = facts;
    }

    /** Opens a load in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OrderLoad begin(LoadOrder order) {
        return new OrderLoad(sql, order, facts);
    }
}
