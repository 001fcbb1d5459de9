package io.dunlin.ledger;

import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings the items of a file into the ledger: staged by COPY, compared and applied by statements over all rows at once. */
@Component
public class ItemLoads {
    private final DSLContext sql;
    private final Facts facts;
    private final Clock clock;

    public ItemLoads(DSLContext sql, Facts facts, Clock clock) {
        this.sql = sql;
        this.facts = facts;
        this.clock = clock;
    }

    /** Opens a load in the caller's transaction: all of it happens with that transaction, or nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ItemLoad begin(LoadOrder order) {
        return new ItemLoad(sql, order, facts, clock);
    }
}
