package io.dunlin.criteria.rules;

import static io.dunlin.criteria.tables.Rule.RULE;
import static io.dunlin.criteria.tables.RuleChange.RULE_CHANGE;
import static io.dunlin.criteria.tables.RuleResult.RULE_RESULT;
import static io.dunlin.criteria.tables.SavedSearch.SAVED_SEARCH;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.CurrentTenant;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The rows that a run leaves behind, as parts of the statement that decides them. */
final class RunEntries {
    private RunEntries() {}

    /** @param change number of the customer, value before and after, and what the rule follows from */
    static CommonTableExpression<?> changes(
            RunLog.Begun run, Assignable assignable, Table<?> change, Field<Long> rule) {
        return name("changes")
                .as(insertInto(
                                RULE_CHANGE,
                                RULE_CHANGE.TENANT_ID,
                                RULE_CHANGE.RUN_ID,
                                RULE_CHANGE.ATTRIBUTE,
                                RULE_CHANGE.SUBJECT_ID,
                                RULE_CHANGE.BEFORE,
                                RULE_CHANGE.AFTER,
                                RULE_CHANGE.RULE_ID)
                        .select(select(
                                        val(CurrentTenant.id(), RULE_CHANGE.TENANT_ID),
                                        val(run.id()),
                                        val(assignable.code()),
                                        Decision.SUBJECT,
                                        Decision.BEFORE,
                                        Decision.AFTER,
                                        rule)
                                .from(change))
                        .returning(RULE_CHANGE.RULE_ID));
    }

    static CommonTableExpression<?> results(RunLog.Begun run, Decision decision) {
        return name("results")
                .as(insertInto(
                                RULE_RESULT,
                                RULE_RESULT.TENANT_ID,
                                RULE_RESULT.RUN_ID,
                                RULE_RESULT.RULE_ID,
                                RULE_RESULT.ATTRIBUTE,
                                RULE_RESULT.POSITION,
                                RULE_RESULT.NAME,
                                RULE_RESULT.VALUE,
                                RULE_RESULT.TAKES,
                                RULE_RESULT.CHANGES)
                        .select(select(
                                        RULE.TENANT_ID,
                                        val(run.id()),
                                        RULE.ID,
                                        RULE.ATTRIBUTE,
                                        RULE.POSITION,
                                        SAVED_SEARCH.NAME,
                                        RULE.VALUE,
                                        coalesce(number("took"), inline(0)),
                                        coalesce(number("changed"), inline(0)))
                                .from(RULE)
                                .leftJoin(SAVED_SEARCH)
                                .on(SAVED_SEARCH.TENANT_ID.eq(RULE.TENANT_ID), SAVED_SEARCH.ID.eq(RULE.SEARCH_ID))
                                .leftJoin(decision.tookByRule("took"))
                                .on(rule("took").eq(RULE.ID))
                                .leftJoin(decision.changedByRule("changed"))
                                .on(rule("changed").eq(RULE.ID))
                                .where(RULE.TENANT_ID.eq(CurrentTenant.id()))
                                .and(RULE.ID.in(
                                        decision.rules().stream().map(Rule::id).toList())))
                        .returning(RULE_RESULT.RULE_ID));
    }

    private static Field<Integer> number(String table) {
        return field(name(table, "number"), SQLDataType.INTEGER);
    }

    private static Field<Long> rule(String table) {
        return field(name(table, "rule_id"), SQLDataType.BIGINT);
    }
}
