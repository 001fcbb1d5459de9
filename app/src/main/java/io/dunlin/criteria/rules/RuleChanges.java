package io.dunlin.criteria.rules;

import static io.dunlin.criteria.tables.Rule.RULE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import io.dunlin.criteria.SavedSearches;
import io.dunlin.criteria.Subject;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes, orders and removes rules. Nothing is given before they run. */
@Component
public class RuleChanges {
    private final DSLContext sql;
    private final Clock clock;
    private final Assignables assignables;
    private final Rules rules;
    private final SavedSearches searches;
    private final AuditTrail audit;

    public RuleChanges(
            DSLContext sql,
            Clock clock,
            Assignables assignables,
            Rules rules,
            SavedSearches searches,
            AuditTrail audit) {
        this.sql = sql;
        this.clock = clock;
        this.assignables = assignables;
        this.rules = rules;
        this.searches = searches;
        this.audit = audit;
    }

    /**
     * What a rule is to say.
     *
     * @param search number of a saved search that the viewer may open; null: everybody
     */
    public record Wish(@Nullable Long search, String value, boolean automatic, boolean newOnly, boolean drops) {}

    /** Puts a new rule behind the others. */
    @Transactional
    public long add(String attribute, Wish wish) {
        var assignable = assignables.get(attribute);
        var last = field(select(coalesce(max(RULE.POSITION), inline(0)))
                .from(RULE)
                .where(RULE.TENANT_ID.eq(CurrentTenant.id()))
                .and(RULE.ATTRIBUTE.eq(attribute)));
        var id = sql.insertInto(RULE)
                .set(checked(assignable, wish, null))
                .set(RULE.TENANT_ID, CurrentTenant.id())
                .set(RULE.ATTRIBUTE, attribute)
                .set(RULE.POSITION, last.plus(1))
                .set(RULE.CREATED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .returningResult(RULE.ID)
                .fetchSingle()
                .value1();
        record("rule.added", rules.get(id));
        return id;
    }

    /** The search may stay as it is, even where it is a colleague's own. */
    @Transactional
    public void change(long id, Wish wish) {
        var before = rules.get(id);
        var assignable = assignables.get(before.attribute());
        sql.update(RULE)
                .set(checked(assignable, wish, before.search()))
                .where(RULE.TENANT_ID.eq(CurrentTenant.id()))
                .and(RULE.ID.eq(id))
                .execute();
        record("rule.changed", rules.get(id));
    }

    @Transactional
    public void remove(long id) {
        var rule = rules.get(id);
        sql.deleteFrom(RULE)
                .where(RULE.TENANT_ID.eq(CurrentTenant.id()))
                .and(RULE.ID.eq(id))
                .execute();
        record("rule.removed", rule);
    }

    /** Rules that are not named keep their order behind those that are: a colleague may have added one meanwhile. */
    @Transactional
    public void order(String attribute, List<Long> ids) {
        var place = unnest(val(ids.toArray(Long[]::new))).withOrdinality().as("place", "id", "number");
        var number = field(name("place", "number"), Integer.class);
        sql.update(RULE)
                .set(RULE.POSITION, RULE.POSITION.plus(ids.size()))
                .where(RULE.TENANT_ID.eq(CurrentTenant.id()))
                .and(RULE.ATTRIBUTE.eq(assignables.get(attribute).code()))
                .execute();
        sql.update(RULE)
                .set(RULE.POSITION, number)
                .from(place)
                .where(RULE.TENANT_ID.eq(CurrentTenant.id()))
                .and(RULE.ATTRIBUTE.eq(attribute))
                .and(RULE.ID.eq(field(name("place", "id"), Long.class)))
                .execute();
        audit.record("rule.ordered", attribute, Map.of("rules", ids));
    }

    private Map<Field<?>, Object> checked(Assignable assignable, Wish wish, @Nullable Long unchanged) {
        if (assignable.choices().stream().noneMatch(choice -> choice.value().equals(wish.value()))) {
            throw new Rejected("criteria.rules.noSuchValue");
        }
        var search = wish.search();
        if (search != null
                && !search.equals(unchanged)
                && searches.of(Subject.CUSTOMER).stream().noneMatch(kept -> kept.id() == search)) {
            throw new Rejected("criteria.rules.noSuchSearch");
        }
        var columns = new LinkedHashMap<Field<?>, Object>();
        columns.put(RULE.SEARCH_ID, search == null ? val(null, RULE.SEARCH_ID) : search);
        columns.put(RULE.VALUE, wish.value());
        columns.put(RULE.AUTOMATIC, wish.automatic());
        columns.put(RULE.NEW_ONLY, wish.newOnly());
        columns.put(RULE.DROPS, wish.drops() && assignable.isCumulative());
        return columns;
    }

    private void record(String action, Rule rule) {
        audit.record(
                action,
                rule.searchName() == null ? rule.attribute() : rule.searchName(),
                Map.of("attribute", rule.attribute(), "value", rule.value(), "automatic", rule.automatic()));
    }
}
