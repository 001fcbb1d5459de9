package io.dunlin.criteria.rules;

import static io.dunlin.criteria.tables.RuleRun.RULE_RUN;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.User;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives many customers a value, or takes one from them, because somebody says so; in as many statements as for one. Written down as a run,
 * and taken back like one.
 */
@Component
public class GivenByHand {
    private static final Field<Long> CHOSEN = field(name("chosen", "subject_id"), SQLDataType.BIGINT);
    private static final Field<Long> HOLDER = field(name("held", "subject_id"), SQLDataType.BIGINT);
    private static final Field<String> HELD = field(name("held", "value"), SQLDataType.CLOB);
    private static final Field<String> NONE = inline((String) null).cast(SQLDataType.CLOB);

    private final DSLContext sql;
    private final Assignables assignables;
    private final RuleRuns runs;
    private final RunLog log;
    private final Changes changes;
    private final CurrentUser user;

    public GivenByHand(
            DSLContext sql, Assignables assignables, RuleRuns runs, RunLog log, Changes changes, CurrentUser user) {
        this.sql = sql;
        this.assignables = assignables;
        this.runs = runs;
        this.log = log;
        this.changes = changes;
        this.user = user;
    }

    /**
     * What somebody wants.
     *
     * @param attribute code of an {@link Assignable}
     * @param value one of its choices
     * @param taking the value is taken away, where several can be had
     */
    public record Wish(String attribute, String value, boolean taking) {}

    /**
     * What would happen.
     *
     * @param chosen customers that it is about
     * @param changes those of them for whom something changes
     */
    public record Effect(int chosen, int changes) {}

    /** @param chosen numbers of customers, each once */
    @Transactional(readOnly = true)
    public Effect preview(Wish wish, Select<? extends Record1<Long>> chosen) {
        var all = name("chosen").fields("subject_id").as(chosen);
        return sql.with(all)
                .select(
                        field(select(count()).from(name("chosen"))),
                        field(select(count()).from(changed(wish).asTable("change"))))
                .fetchSingle(row -> new Effect(row.value1(), row.value2()));
    }

    /**
     * Returns the number of the run.
     *
     * @param chosen numbers of customers, each once
     */
    @Transactional
    public long apply(Company company, Wish wish, Select<? extends Record1<Long>> chosen) {
        var assignable = assignables.get(wish.attribute());
        var run = log.begin(company, RuleRun.Kind.HAND, assignable.code(), null);
        log.write(run, assignable, name("chosen").fields("subject_id").as(chosen), changed(wish));
        changes.apply(run.id(), assignable);
        log.end(run);
        return run.id();
    }

    /**
     * Takes back what the user gave, as far as nobody has changed it since; returns the number of the run that does so.
     *
     * @throws Rejected where it was taken back already, or somebody else gave it
     */
    @Transactional
    public long undo(Company company, long id) {
        // By the user's number: names are not unique.
        var isMine = sql.fetchExists(
                RULE_RUN,
                RULE_RUN.TENANT_ID
                        .eq(CurrentTenant.id())
                        .and(RULE_RUN.COMPANY_ID.eq(company.id()))
                        .and(RULE_RUN.ID.eq(id))
                        .and(RULE_RUN.KIND.eq(RuleRun.Kind.HAND.name()))
                        .and(RULE_RUN.USER_ID.isNotDistinctFrom(
                                user.find().map(User::id).orElse(null))));
        if (!isMine) {
            throw new Rejected("criteria.rules.undo.gone");
        }
        return runs.undo(company, id);
    }

    /** Number of the customer, value before and after. */
    private Select<Record3<Long, String, String>> changed(Wish wish) {
        var assignable = assignables.get(wish.attribute());
        if (assignable.choices().stream().noneMatch(choice -> choice.value().equals(wish.value()))) {
            throw new Rejected("criteria.rules.value.unknown");
        }
        var wanted = val(wish.value()).cast(SQLDataType.CLOB);
        var held = assignable.held().asTable("held", "subject_id", "value");
        if (!assignable.isCumulative()) {
            return select(CHOSEN, HELD, wanted)
                    .from(table(name("chosen")).leftJoin(held).on(HOLDER.eq(CHOSEN)))
                    .where(HELD.isDistinctFrom(wanted));
        }
        var same = HOLDER.eq(CHOSEN).and(HELD.eq(wanted));
        return wish.taking()
                ? select(CHOSEN, wanted, NONE)
                        .from(table(name("chosen")).join(held).on(same))
                : select(CHOSEN, NONE, wanted)
                        .from(table(name("chosen")).leftJoin(held).on(same))
                        .where(HOLDER.isNull());
    }
}
