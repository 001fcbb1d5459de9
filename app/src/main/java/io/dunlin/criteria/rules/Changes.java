package io.dunlin.criteria.rules;

import static io.dunlin.criteria.tables.RuleChange.RULE_CHANGE;
import static org.jooq.impl.DSL.select;

import io.dunlin.tenancy.CurrentTenant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Makes true what a run has written down for an attribute. */
@Component
class Changes {
    private final DSLContext sql;

    Changes(DSLContext sql) {
        this.sql = sql;
    }

    void apply(long run, Assignable assignable) {
        var ofRun = RULE_CHANGE
                .TENANT_ID
                .eq(CurrentTenant.id())
                .and(RULE_CHANGE.RUN_ID.eq(run))
                .and(RULE_CHANGE.ATTRIBUTE.eq(assignable.code()));
        if (!sql.fetchExists(RULE_CHANGE, ofRun)) {
            return;
        }
        assignable.apply(
                select(RULE_CHANGE.SUBJECT_ID, RULE_CHANGE.AFTER)
                        .from(RULE_CHANGE)
                        .where(ofRun)
                        .and(RULE_CHANGE.AFTER.isNotNull()),
                select(RULE_CHANGE.SUBJECT_ID, RULE_CHANGE.BEFORE)
                        .from(RULE_CHANGE)
                        .where(ofRun)
                        .and(RULE_CHANGE.AFTER.isNull()));
    }
}
