package io.dunlin.criteria.rules;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.dunlin.tenancy.Company;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What rules would do, without doing it: the same SQL as the run, only counted. */
@Component
public class DryRun {
    private static final int MOVES = 12;
    private static final int SHOWN = 50;

    private final DSLContext sql;
    private final Assignables assignables;
    private final Rules rules;
    private final Decisions decisions;
    private final RunLog log;

    DryRun(DSLContext sql, Assignables assignables, Rules rules, Decisions decisions, RunLog log) {
        this.sql = sql;
        this.assignables = assignables;
        this.rules = rules;
        this.decisions = decisions;
        this.log = log;
    }

    /**
     * What one rule would do.
     *
     * @param fits customers that it finds
     * @param takes those of them that no rule before it takes
     * @param changes values that would change
     */
    public record Effect(int fits, int takes, int changes) {}

    /** So many customers would go from one value to another; null: none. */
    public record Move(@Nullable String before, @Nullable String after, int customers) {}

    /** A customer whose value would change, and the rule that does it. */
    public record Changed(
            String code,
            String name,
            @Nullable String before,
            @Nullable String after,
            long rule) {}

    /**
     * @param customers that were asked
     * @param broken rules that mean nothing any more, with the key of the reason: with one of these nothing can be said
     * @param effects by number of the rule
     * @param moves the most frequent first
     * @param changed the first ones by code
     */
    public record Preview(
            int customers,
            int changes,
            Map<Long, String> broken,
            Map<Long, Effect> effects,
            List<Move> moves,
            List<Changed> changed) {}

    @Transactional(readOnly = true)
    public Preview of(Company company, String attribute) {
        var assignable = assignables.get(attribute);
        var all = rules.of(assignable);
        var broken = new HashMap<Long, String>();
        decisions.broken(assignable, all).forEach((rule, reason) -> broken.put(rule.id(), reason));
        if (!broken.isEmpty()) {
            return new Preview(0, 0, broken, Map.of(), List.of(), List.of());
        }
        var decision = decisions.of(assignable, all, company, log.lastAutomatic(company));
        var fits = decision.countFits(sql);
        var effects = effects(decision, fits);
        return new Preview(
                fits.getLast(),
                effects.values().stream().mapToInt(Effect::changes).sum(),
                broken,
                effects,
                moves(decision),
                changed(decision));
    }

    private Map<Long, Effect> effects(Decision decision, List<Integer> fits) {
        var rule = field(name("took", "rule_id"), SQLDataType.BIGINT);
        var changer = field(name("changed", "rule_id"), SQLDataType.BIGINT);
        var took = field(name("took", "number"), SQLDataType.INTEGER);
        var changed = field(name("changed", "number"), SQLDataType.INTEGER);
        var found = sql.with(decision.expressions())
                .select(coalesce(rule, changer), coalesce(took, inline(0)), coalesce(changed, inline(0)))
                .from(decision.tookByRule("took")
                        .fullOuterJoin(decision.changedByRule("changed"))
                        .on(changer.eq(rule)))
                .fetchMap(row -> row.value1());
        var effects = new HashMap<Long, Effect>();
        for (var index = 0; index < decision.rules().size(); index++) {
            var id = decision.rules().get(index).id();
            var counts = found.get(id);
            effects.put(
                    id,
                    counts == null
                            ? new Effect(fits.get(index), 0, 0)
                            : new Effect(fits.get(index), counts.value2(), counts.value3()));
        }
        return effects;
    }

    private List<Move> moves(Decision decision) {
        return sql.with(decision.expressions())
                .select(Decision.BEFORE, Decision.AFTER, count())
                .from(name("change"))
                .groupBy(Decision.BEFORE, Decision.AFTER)
                .orderBy(count().desc(), Decision.BEFORE.nullsFirst(), Decision.AFTER)
                .limit(MOVES)
                .fetch(row -> new Move(row.value1(), row.value2(), row.value3()));
    }

    private List<Changed> changed(Decision decision) {
        var customers = decision.customers();
        var code = decision.column("code");
        return sql.with(decision.expressions())
                .select(code, decision.column("name"), Decision.BEFORE, Decision.AFTER, decision.rule(Decision.PLACE))
                .from(table(name("change")).join(customers).on(decision.id().eq(Decision.SUBJECT)))
                .where(decision.company())
                .orderBy(code, Decision.AFTER)
                .limit(SHOWN)
                .fetch(row -> new Changed(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }
}
