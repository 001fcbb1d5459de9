package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.SavedSearch.SAVED_SEARCH;
import static io.dunlin.criteria.tables.Score.SCORE;
import static io.dunlin.criteria.tables.Scorecard.SCORECARD;
import static io.dunlin.criteria.tables.ScorecardVersion.SCORECARD_VERSION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.trueCondition;

import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaJson;
import io.dunlin.criteria.Subject;
import io.dunlin.kernel.NotFound;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The scorecards of the tenant. {@link CardChanges} changes them. */
@Component
public class Scorecards {
    private final DSLContext sql;

    Scorecards(DSLContext sql) {
        this.sql = sql;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Scorecard> all() {
        return cards(trueCondition());
    }

    /** @throws NotFound where there is none */
    @Transactional(readOnly = true)
    public Scorecard get(long id) {
        return cards(SCORECARD.ID.eq(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("Scorecard", Long.toString(id)));
    }

    /**
     * How many customers of the company are in which class of each card.
     *
     * @return by number of the card and name of the class; null is the name for those of whom too little is known
     */
    @Transactional(readOnly = true)
    public Map<Long, Map<@Nullable String, Integer>> counts(Company company) {
        var counts = new HashMap<Long, Map<@Nullable String, Integer>>();
        sql.select(SCORE.SCORECARD_ID, SCORE.GRADE, count())
                .from(SCORE)
                .where(SCORE.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORE.COMPANY_ID.eq(company.id()))
                .groupBy(SCORE.SCORECARD_ID, SCORE.GRADE)
                .forEach(row -> counts.computeIfAbsent(row.value1(), card -> new HashMap<>())
                        .put(row.value2(), row.value3()));
        return counts;
    }

    /** A saved search: what it is called and asks for. */
    record Search(@Nullable String name, Criteria criteria) {}

    /** Searches over customers by number, as they are now; those that are gone are absent. */
    Map<Long, Search> searches(Set<Long> ids) {
        return sql.select(SAVED_SEARCH.ID, SAVED_SEARCH.NAME, SAVED_SEARCH.CRITERIA)
                .from(SAVED_SEARCH)
                .where(SAVED_SEARCH.TENANT_ID.eq(CurrentTenant.id()))
                .and(SAVED_SEARCH.SUBJECT.eq(Subject.CUSTOMER.code()))
                .and(SAVED_SEARCH.ID.in(ids))
                .fetchMap(
                        row -> row.value1(),
                        row -> new Search(
                                row.value2(), CriteriaJson.read(row.value3().data())));
    }

    private List<Scorecard> cards(Condition which) {
        return sql.select(
                        SCORECARD.ID,
                        SCORECARD.NAME,
                        SCORECARD.VERSION,
                        SCORECARD_VERSION.DEFINITION,
                        SCORECARD_VERSION.AT)
                .from(SCORECARD)
                .join(SCORECARD_VERSION)
                .on(SCORECARD_VERSION.TENANT_ID.eq(SCORECARD.TENANT_ID))
                .and(SCORECARD_VERSION.SCORECARD_ID.eq(SCORECARD.ID))
                .and(SCORECARD_VERSION.VERSION.eq(SCORECARD.VERSION))
                .where(SCORECARD.TENANT_ID.eq(CurrentTenant.id()))
                .and(which)
                .orderBy(SCORECARD.NAME)
                .fetch(row -> new Scorecard(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        DefinitionJson.read(row.value4()),
                        row.value5().toInstant()));
    }
}
