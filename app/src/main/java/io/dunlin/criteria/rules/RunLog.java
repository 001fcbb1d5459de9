package io.dunlin.criteria.rules;

import static io.dunlin.criteria.tables.RuleChange.RULE_CHANGE;
import static io.dunlin.criteria.tables.RuleRun.RULE_RUN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.User;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what a run decides: what changes for whom, and how many customers each rule took. */
@Component
class RunLog {
    private final DSLContext sql;
    private final Clock clock;
    private final CurrentUser user;

    RunLog(DSLContext sql, Clock clock, CurrentUser user) {
        this.sql = sql;
        this.clock = clock;
        this.user = user;
    }

    /** @param lastAutomatic when the automatic rules ran before; null: never */
    record Begun(long id, long nanos, @Nullable Instant lastAutomatic) {}

    @Nullable
    Instant lastAutomatic(Company company) {
        var last = sql.select(max(RULE_RUN.AT))
                .from(RULE_RUN)
                .where(RULE_RUN.TENANT_ID.eq(CurrentTenant.id()))
                .and(RULE_RUN.COMPANY_ID.eq(company.id()))
                .and(RULE_RUN.KIND.eq(RuleRun.Kind.AUTOMATIC.name()))
                .fetchSingle()
                .value1();
        return last == null ? null : last.toInstant();
    }

    /** Of two runs of one tenant at the same time the second one waits: it must see what the first one gave. */
    Begun begin(Company company, RuleRun.Kind kind, @Nullable String attribute, @Nullable Long undoes) {
        var begin = System.nanoTime();
        sql.select(function(
                        name("pg_advisory_xact_lock"),
                        Object.class,
                        val(RULE_RUN.getName().hashCode()),
                        val((int) CurrentTenant.id().value())))
                .fetch();
        var last = lastAutomatic(company);
        var id = sql.insertInto(RULE_RUN)
                .set(RULE_RUN.TENANT_ID, CurrentTenant.id())
                .set(RULE_RUN.COMPANY_ID, company.id())
                .set(RULE_RUN.KIND, kind.name())
                .set(RULE_RUN.ATTRIBUTE, attribute)
                .set(RULE_RUN.UNDOES, undoes)
                .set(RULE_RUN.USER_ID, user.find().map(User::id).orElse(null))
                .set(RULE_RUN.AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .set(RULE_RUN.DURATION_MS, 0)
                .set(RULE_RUN.CUSTOMERS, 0)
                .set(RULE_RUN.CHANGES, 0)
                .returningResult(RULE_RUN.ID)
                .fetchSingle()
                .value1();
        return new Begun(id, begin, last);
    }

    /** Returns how many changes were written down. */
    int end(Begun run) {
        var changes = field(selectCount()
                .from(RULE_CHANGE)
                .where(RULE_CHANGE.TENANT_ID.eq(CurrentTenant.id()))
                .and(RULE_CHANGE.RUN_ID.eq(run.id())));
        return sql.update(RULE_RUN)
                .set(RULE_RUN.CHANGES, changes)
                .set(RULE_RUN.DURATION_MS, (int) ((System.nanoTime() - run.nanos()) / 1_000_000))
                .where(RULE_RUN.TENANT_ID.eq(CurrentTenant.id()))
                .and(RULE_RUN.ID.eq(run.id()))
                .returningResult(RULE_RUN.CHANGES)
                .fetchSingle()
                .value1();
    }

    /** In one statement, so that the customers are looked at once. */
    void write(Begun run, Decision decision) {
        customers(
                run,
                sql.with(decision.expressions())
                        .with(
                                RunEntries.changes(
                                        run,
                                        decision.assignable(),
                                        table(name("change")),
                                        decision.rule(Decision.PLACE)),
                                RunEntries.results(run, decision))
                        .selectCount()
                        .from(name("asked"))
                        .fetchSingle()
                        .value1());
    }

    /**
     * What somebody gives without a rule.
     *
     * @param chosen customers that it is about
     * @param changed of them: number, value before and after
     */
    void write(
            Begun run,
            Assignable assignable,
            CommonTableExpression<?> chosen,
            Select<Record3<Long, String, String>> changed) {
        var change = changed.asTable("change", "subject_id", "before", "after");
        var noRule = inline((Long) null).cast(SQLDataType.BIGINT);
        customers(
                run,
                sql.with(chosen)
                        .with(RunEntries.changes(run, assignable, change, noRule))
                        .selectCount()
                        .from(name("chosen"))
                        .fetchSingle()
                        .value1());
    }

    private void customers(Begun run, int asked) {
        sql.update(RULE_RUN)
                .set(RULE_RUN.CUSTOMERS, asked)
                .where(RULE_RUN.TENANT_ID.eq(CurrentTenant.id()))
                .and(RULE_RUN.ID.eq(run.id()))
                .execute();
    }

    /** What a run gave and took, the other way round, as far as it still is so. */
    void reverse(Begun run, long undone, Assignable assignable) {
        var held = name("held").fields("subject_id", "value").as(assignable.held());
        var subject = field(name("held", "subject_id"), SQLDataType.BIGINT);
        var value = field(name("held", "value"), SQLDataType.CLOB);
        var made = RULE_CHANGE.as("made");
        var same = assignable.isCumulative()
                ? subject.eq(made.SUBJECT_ID).and(value.eq(coalesce(made.AFTER, made.BEFORE)))
                : subject.eq(made.SUBJECT_ID);
        sql.with(held)
                .insertInto(
                        RULE_CHANGE,
                        RULE_CHANGE.TENANT_ID,
                        RULE_CHANGE.RUN_ID,
                        RULE_CHANGE.ATTRIBUTE,
                        RULE_CHANGE.SUBJECT_ID,
                        RULE_CHANGE.BEFORE,
                        RULE_CHANGE.AFTER)
                .select(select(made.TENANT_ID, val(run.id()), made.ATTRIBUTE, made.SUBJECT_ID, made.AFTER, made.BEFORE)
                        .from(made)
                        .leftJoin(name("held"))
                        .on(same)
                        .where(made.TENANT_ID.eq(CurrentTenant.id()))
                        .and(made.RUN_ID.eq(undone))
                        .and(made.ATTRIBUTE.eq(assignable.code()))
                        .and(value.isNotDistinctFrom(made.AFTER)))
                .execute();
    }
}
