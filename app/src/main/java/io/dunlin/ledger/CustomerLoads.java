package io.dunlin.ledger;

import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings the customers of a file into the ledger: new ones are created, existing ones updated where the file says something. */
@Component
public class CustomerLoads {
    private final DSLContext sql;
    private final Facts facts;
    private final Clock clock;

    public CustomerLoads(DSLContext sql, Facts facts, Clock clock) {
        this.sql = sql;
        this.facts = facts;
        this.clock = clock;
    }

    /** Opens a load in the caller's transaction. The order's mode and fields do not matter: an empty value never erases. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CustomerLoad begin(LoadOrder order) {
        return new CustomerLoad(sql, order, facts, clock);
    }
}
