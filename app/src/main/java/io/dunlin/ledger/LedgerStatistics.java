package io.dunlin.ledger;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the planner knows of the tables that pages and reports read. */
@Component
public class LedgerStatistics {
    private final DSLContext sql;

    public LedgerStatistics(DSLContext sql) {
        this.sql = sql;
    }

    /** Of the tables that have changed much; in a transaction of its own, after the one that changed them. */
    @Transactional
    public void refresh() {
        sql.select(function(name("ledger", "refresh_changed_statistics"), Object.class))
                .fetch();
    }
}
