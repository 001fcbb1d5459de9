package io.dunlin.criteria.rules;

import static io.dunlin.criteria.tables.Rule.RULE;
import static io.dunlin.criteria.tables.SavedSearch.SAVED_SEARCH;
import static java.util.stream.Collectors.groupingBy;
import static org.jooq.impl.DSL.count;

import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaJson;
import io.dunlin.kernel.NotFound;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the tenant. {@link RuleChanges} changes them. */
@Component
public class Rules {
    private final DSLContext sql;

    public Rules(DSLContext sql) {
        this.sql = sql;
    }

    /** In the order in which they are tried. */
    @Transactional(readOnly = true)
    public List<Rule> of(Assignable assignable) {
        return rules(RULE.ATTRIBUTE.eq(assignable.code()));
    }

    @Transactional(readOnly = true)
    public Rule get(long id) {
        return rules(RULE.ID.eq(id)).stream().findFirst().orElseThrow(() -> new NotFound("Rule", Long.toString(id)));
    }

    /** The rules that run by themselves, by code of what they give, each in its order. */
    @Transactional(readOnly = true)
    Map<String, List<Rule>> automatic() {
        return rules(RULE.AUTOMATIC.isTrue()).stream().collect(groupingBy(Rule::attribute));
    }

    /** The rules that go by a saved search. */
    @Transactional(readOnly = true)
    public List<Rule> by(long search) {
        return rules(RULE.SEARCH_ID.eq(search));
    }

    /** How many rules there are, by code of what they give. */
    @Transactional(readOnly = true)
    public Map<String, Integer> counts() {
        return sql.select(RULE.ATTRIBUTE, count())
                .from(RULE)
                .where(RULE.TENANT_ID.eq(CurrentTenant.id()))
                .groupBy(RULE.ATTRIBUTE)
                .fetchMap(RULE.ATTRIBUTE, count());
    }

    private List<Rule> rules(Condition which) {
        return sql.select(RULE.fields())
                .select(SAVED_SEARCH.NAME, SAVED_SEARCH.CRITERIA)
                .from(RULE)
                .leftJoin(SAVED_SEARCH)
                .on(SAVED_SEARCH.TENANT_ID.eq(RULE.TENANT_ID), SAVED_SEARCH.ID.eq(RULE.SEARCH_ID))
                .where(RULE.TENANT_ID.eq(CurrentTenant.id()))
                .and(which)
                .orderBy(RULE.POSITION, RULE.ID)
                .fetch(Rules::rule);
    }

    private static Rule rule(Record row) {
        var criteria = row.get(SAVED_SEARCH.CRITERIA);
        return new Rule(
                row.get(RULE.ID),
                row.get(RULE.ATTRIBUTE),
                row.get(RULE.POSITION),
                row.get(RULE.SEARCH_ID),
                row.get(SAVED_SEARCH.NAME),
                criteria == null ? new Criteria.All(List.of()) : CriteriaJson.read(criteria.data()),
                row.get(RULE.VALUE),
                row.get(RULE.AUTOMATIC),
                row.get(RULE.NEW_ONLY),
                row.get(RULE.DROPS),
                row.get(RULE.CREATED_AT).toInstant());
    }
}
