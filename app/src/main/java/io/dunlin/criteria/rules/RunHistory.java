package io.dunlin.criteria.rules;

import static io.dunlin.criteria.tables.RuleChange.RULE_CHANGE;
import static io.dunlin.criteria.tables.RuleResult.RULE_RESULT;
import static io.dunlin.criteria.tables.RuleRun.RULE_RUN;
import static java.util.stream.Collectors.toMap;

import io.dunlin.criteria.Subject;
import io.dunlin.criteria.SubjectTables;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What runs of rules have done: the latest of a company, one with its rules, and all that happened to one customer. */
@Component
public class RunHistory {
    private static final int SHOWN = 50;

    private final DSLContext sql;
    private final SubjectTables tables;
    private final Users users;

    public RunHistory(DSLContext sql, SubjectTables tables, Users users) {
        this.sql = sql;
        this.tables = tables;
        this.users = users;
    }

    /**
     * A value that changed for a customer.
     *
     * @param before null: none
     * @param after null: none any more
     * @param rule name of the search of the rule at that time; null: everybody
     * @param position of the rule at that time; null where a run was taken back
     */
    public record Change(
            long run,
            RuleRun.Kind kind,
            Instant at,
            @Nullable String user,
            String attribute,
            @Nullable String before,
            @Nullable String after,
            @Nullable String rule,
            @Nullable Integer position) {}

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<RuleRun> latest(Company company) {
        return runs(RULE_RUN.COMPANY_ID.eq(company.id()));
    }

    @Transactional(readOnly = true)
    public Optional<RuleRun> find(Company company, long id) {
        return runs(RULE_RUN.COMPANY_ID.eq(company.id()).and(RULE_RUN.ID.eq(id))).stream()
                .findFirst();
    }

    /** In the order of the rules. */
    @Transactional(readOnly = true)
    public List<RuleRun.Result> results(long run) {
        return sql.selectFrom(RULE_RESULT)
                .where(RULE_RESULT.TENANT_ID.eq(CurrentTenant.id()))
                .and(RULE_RESULT.RUN_ID.eq(run))
                .orderBy(RULE_RESULT.ATTRIBUTE, RULE_RESULT.POSITION, RULE_RESULT.RULE_ID)
                .fetch(row -> new RuleRun.Result(
                        row.get(RULE_RESULT.RULE_ID),
                        row.get(RULE_RESULT.ATTRIBUTE),
                        row.get(RULE_RESULT.POSITION),
                        row.get(RULE_RESULT.NAME),
                        row.get(RULE_RESULT.VALUE),
                        row.get(RULE_RESULT.TAKES),
                        row.get(RULE_RESULT.CHANGES)));
    }

    /** A customer whose value a run changed. */
    public record Changed(
            String code,
            String name,
            String attribute,
            @Nullable String before,
            @Nullable String after,
            @Nullable String rule) {}

    /** The first ones whom a run changed, by code; those who have gone since are left out. */
    @Transactional(readOnly = true)
    public List<Changed> changed(long run) {
        var customers = Objects.requireNonNull(tables.tables().get(Subject.CUSTOMER));
        var code = text(customers, "code");
        return sql.select(
                        code,
                        text(customers, "name"),
                        RULE_CHANGE.ATTRIBUTE,
                        RULE_CHANGE.BEFORE,
                        RULE_CHANGE.AFTER,
                        RULE_RESULT.NAME)
                .from(RULE_CHANGE)
                .join(customers)
                .on(
                        same(customers.field("id"), RULE_CHANGE.SUBJECT_ID),
                        same(customers.field("tenant_id"), RULE_CHANGE.TENANT_ID))
                .leftJoin(RULE_RESULT)
                .on(RULE_RESULT.TENANT_ID.eq(RULE_CHANGE.TENANT_ID), RULE_RESULT.RUN_ID.eq(RULE_CHANGE.RUN_ID))
                .and(RULE_RESULT.RULE_ID.eq(RULE_CHANGE.RULE_ID))
                .where(RULE_CHANGE.TENANT_ID.eq(CurrentTenant.id()))
                .and(RULE_CHANGE.RUN_ID.eq(run))
                .orderBy(code, RULE_CHANGE.ATTRIBUTE, RULE_CHANGE.AFTER)
                .limit(SHOWN)
                .fetch(Records.mapping(Changed::new));
    }

    private static Field<String> text(Table<?> table, String column) {
        return Objects.requireNonNull(table.field(column)).coerce(SQLDataType.CLOB);
    }

    private static Condition same(@Nullable Field<?> one, Field<?> other) {
        return Objects.requireNonNull(one).coerce(SQLDataType.BIGINT).eq(other.coerce(SQLDataType.BIGINT));
    }

    /** What rules changed for a customer, the latest first. */
    @Transactional(readOnly = true)
    public List<Change> of(long subject) {
        var names = names();
        return sql.select(RULE_CHANGE.fields())
                .select(RULE_RUN.KIND, RULE_RUN.AT, RULE_RUN.USER_ID, RULE_RESULT.NAME, RULE_RESULT.POSITION)
                .from(RULE_CHANGE)
                .join(RULE_RUN)
                .on(RULE_RUN.TENANT_ID.eq(RULE_CHANGE.TENANT_ID), RULE_RUN.ID.eq(RULE_CHANGE.RUN_ID))
                .leftJoin(RULE_RESULT)
                .on(RULE_RESULT.TENANT_ID.eq(RULE_CHANGE.TENANT_ID), RULE_RESULT.RUN_ID.eq(RULE_CHANGE.RUN_ID))
                .and(RULE_RESULT.RULE_ID.eq(RULE_CHANGE.RULE_ID))
                .where(RULE_CHANGE.TENANT_ID.eq(CurrentTenant.id()))
                .and(RULE_CHANGE.SUBJECT_ID.eq(subject))
                .orderBy(RULE_CHANGE.RUN_ID.desc(), RULE_CHANGE.ATTRIBUTE, RULE_CHANGE.AFTER)
                .limit(SHOWN)
                .fetch(row -> new Change(
                        row.get(RULE_CHANGE.RUN_ID),
                        RuleRun.Kind.valueOf(row.get(RULE_RUN.KIND)),
                        row.get(RULE_RUN.AT).toInstant(),
                        name(row.get(RULE_RUN.USER_ID), names),
                        row.get(RULE_CHANGE.ATTRIBUTE),
                        row.get(RULE_CHANGE.BEFORE),
                        row.get(RULE_CHANGE.AFTER),
                        row.get(RULE_RESULT.NAME),
                        row.get(RULE_RESULT.POSITION)));
    }

    private List<RuleRun> runs(Condition which) {
        var names = names();
        var undo = RULE_RUN.as("undo");
        return sql.select(RULE_RUN.fields())
                .select(undo.ID)
                .from(RULE_RUN)
                .leftJoin(undo)
                .on(undo.TENANT_ID.eq(RULE_RUN.TENANT_ID), undo.UNDOES.eq(RULE_RUN.ID))
                .where(RULE_RUN.TENANT_ID.eq(CurrentTenant.id()))
                .and(which)
                .orderBy(RULE_RUN.ID.desc())
                .limit(SHOWN)
                .fetch(row -> run(row, row.get(undo.ID), names));
    }

    private static RuleRun run(Record row, @Nullable Long undoneBy, Map<UserId, String> names) {
        return new RuleRun(
                row.get(RULE_RUN.ID),
                RuleRun.Kind.valueOf(row.get(RULE_RUN.KIND)),
                row.get(RULE_RUN.ATTRIBUTE),
                row.get(RULE_RUN.UNDOES),
                undoneBy,
                name(row.get(RULE_RUN.USER_ID), names),
                row.get(RULE_RUN.AT).toInstant(),
                Duration.ofMillis(row.get(RULE_RUN.DURATION_MS)),
                row.get(RULE_RUN.CUSTOMERS),
                row.get(RULE_RUN.CHANGES));
    }

    private Map<UserId, String> names() {
        return users.all().stream().collect(toMap(user -> user.id(), user -> user.name()));
    }

    private static @Nullable String name(@Nullable UserId user, Map<UserId, String> names) {
        return user == null ? null : names.getOrDefault(user, "");
    }
}
