package io.dunlin.criteria.rules;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.dunlin.criteria.Selections;
import io.dunlin.database.Planning;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Company;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableOnConditionStep;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the rules of today would have done on a day of the past, beside what they would do today. Figures, items and whatever else has a
 * history are those of that day; master data, groups and options are those of today.
 */
@Component
public class Simulation {
    private static final String THEN = "hit_then";
    private static final int YEARS_BACK = 2;
    private static final int MOVES = 12;
    private static final int SHOWN = 50;

    private static final Field<Long> THEN_SUBJECT = field(name(THEN, "subject_id"), SQLDataType.BIGINT);
    private static final Field<String> THEN_VALUE = field(name(THEN, "value"), SQLDataType.CLOB);
    private static final Field<Integer> THEN_PLACE = field(name(THEN, "place"), SQLDataType.INTEGER);

    private final DSLContext sql;
    private final Assignables assignables;
    private final Rules rules;
    private final Decisions decisions;
    private final Selections selections;
    private final Clock clock;

    Simulation(
            DSLContext sql,
            Assignables assignables,
            Rules rules,
            Decisions decisions,
            Selections selections,
            Clock clock) {
        this.sql = sql;
        this.assignables = assignables;
        this.rules = rules;
        this.decisions = decisions;
        this.selections = selections;
        this.clock = clock;
    }

    /**
     * What one rule does on both days.
     *
     * @param fits customers that it finds
     * @param takes those of them that no rule before it takes
     */
    public record Effect(int fitsThen, int takesThen, int fitsNow, int takesNow) {}

    /** So many customers get one value then and another now; null: none. */
    public record Move(@Nullable String then, @Nullable String now, int customers) {}

    /** A customer that the rules treat otherwise now than then. */
    public record Changed(
            String code,
            String name,
            @Nullable String then,
            @Nullable String now) {}

    /**
     * @param differing values that customers would have had on one of the days only
     * @param effects by number of the rule; empty where a rule is broken
     * @param moves the most frequent first
     * @param changed the first ones by code
     */
    public record Outcome(
            LocalDate day, int differing, Map<Long, Effect> effects, List<Move> moves, List<Changed> changed) {}

    /**
     * @param day before today, and not more than two years ago
     * @throws Rejected for another day, or where a rule means nothing any more
     */
    @Transactional
    public Outcome of(Company company, String attribute, LocalDate day) {
        var today = company.today(clock);
        if (!day.isBefore(today) || day.isBefore(today.minusYears(YEARS_BACK))) {
            throw new Rejected("criteria.simulation.day", YEARS_BACK);
        }
        var assignable = assignables.get(attribute);
        var all = rules.of(assignable);
        var past = selections.past(all.stream().map(Rule::criteria).toList(), day, company);
        var then = decisions.then(assignable, all, company, day, past);
        // The same rules for new customers find all on both days: what differs is what became of the customers.
        var now = decisions.of(assignable, all, company, Instant.EPOCH);
        return Planning.withoutNestedLoops(sql, () -> compared(day, then, now));
    }

    private Outcome compared(LocalDate day, Decision then, Decision now) {
        keep(then);
        var differing = sql.with(now.expressions())
                .select(count())
                .from(bothDays(now))
                .where(differs())
                .fetchSingle()
                .value1();
        return new Outcome(day, differing, effects(then, now), moves(now), changed(now));
    }

    /** What the rules give on the day of the past, in a table of the transaction. */
    private void keep(Decision then) {
        var hits = sql.with(then.expressions())
                .select(
                        Decision.HIT_SUBJECT.as("subject_id"),
                        Decision.HIT_PLACE.as("place"),
                        Decision.HIT_VALUE.as("value"))
                .from(name("hit"));
        sql.dropTemporaryTableIfExists(name(THEN)).execute();
        sql.createTemporaryTable(name(THEN)).as(hits).onCommitDrop().execute();
    }

    private Map<Long, Effect> effects(Decision then, Decision now) {
        var fitsThen = then.countFits(sql);
        var fitsNow = now.countFits(sql);
        var takesThen =
                counts(select(THEN_PLACE, count()).from(table(name(THEN))).groupBy(THEN_PLACE));
        var takesNow = counts(sql.with(now.expressions())
                .select(Decision.HIT_PLACE, count())
                .from(name("hit"))
                .groupBy(Decision.HIT_PLACE));
        var effects = new HashMap<Long, Effect>();
        IntStream.range(0, now.rules().size())
                .forEach(at -> effects.put(
                        now.rules().get(at).id(),
                        new Effect(
                                fitsThen.get(at),
                                takesThen.getOrDefault(at + 1, 0),
                                fitsNow.get(at),
                                takesNow.getOrDefault(at + 1, 0))));
        return effects;
    }

    private Map<Integer, Integer> counts(Select<Record2<Integer, Integer>> byPlace) {
        return sql.fetch(byPlace).intoMap(row -> row.value1(), row -> row.value2());
    }

    private List<Move> moves(Decision now) {
        return sql.with(now.expressions())
                .select(THEN_VALUE, Decision.HIT_VALUE, count())
                .from(bothDays(now))
                .where(differs())
                .groupBy(THEN_VALUE, Decision.HIT_VALUE)
                .orderBy(count().desc(), THEN_VALUE.nullsFirst(), Decision.HIT_VALUE.nullsFirst())
                .limit(MOVES)
                .fetch(row -> new Move(row.value1(), row.value2(), row.value3()));
    }

    private List<Changed> changed(Decision now) {
        var code = now.column("code");
        return sql.with(now.expressions())
                .select(code, now.column("name"), THEN_VALUE, Decision.HIT_VALUE)
                .from(bothDays(now).join(now.customers()).on(now.id().eq(subject())))
                .where(differs())
                .and(now.company())
                .orderBy(code, THEN_VALUE.nullsFirst(), Decision.HIT_VALUE.nullsFirst())
                .limit(SHOWN)
                .fetch(row -> new Changed(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Of several values at once each is looked at by itself. */
    private static TableOnConditionStep<Record> bothDays(Decision now) {
        Table<?> hit = table(name("hit"));
        var same = Decision.HIT_SUBJECT.eq(THEN_SUBJECT);
        return hit.fullOuterJoin(table(name(THEN)))
                .on(now.assignable().isCumulative() ? same.and(Decision.HIT_VALUE.eq(THEN_VALUE)) : same);
    }

    private static Condition differs() {
        return Decision.HIT_VALUE.isDistinctFrom(THEN_VALUE);
    }

    private static Field<Long> subject() {
        return coalesce(Decision.HIT_SUBJECT, THEN_SUBJECT);
    }
}
