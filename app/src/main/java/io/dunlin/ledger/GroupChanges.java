package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerGroup.CUSTOMER_GROUP;
import static io.dunlin.ledger.tables.GroupChange.GROUP_CHANGE;
import static io.dunlin.ledger.tables.GroupChangeCustomer.GROUP_CHANGE_CUSTOMER;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.User;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts many customers into a group or takes them out of it, with as many statements as for one; whoever did it can take it back for a day. */
@Component
public class GroupChanges {
    private static final Duration KEPT = Duration.ofDays(1);

    private final DSLContext sql;
    private final Clock clock;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final CustomerMatches matches;

    public GroupChanges(DSLContext sql, Clock clock, CurrentUser user, AuditTrail audit, CustomerMatches matches) {
        this.sql = sql;
        this.clock = clock;
        this.user = user;
        this.audit = audit;
        this.matches = matches;
    }

    /**
     * What a change would do.
     *
     * @param chosen customers that it is about
     * @param members those of them that are in the group already
     */
    public record Effect(Group group, int chosen, int members) {}

    /** A change that was made to so many customers. */
    public record Done(long id, Group group, int customers) {}

    @Transactional(readOnly = true)
    public Effect preview(Company company, CustomerFilter filter, long group) {
        var chosen = matches.ids(company, filter).asTable("chosen");
        var all = count();
        var members = count(GROUP_MEMBER.CUSTOMER_ID);
        return sql.select(all, members)
                .from(chosen)
                .leftJoin(GROUP_MEMBER)
                .on(GROUP_MEMBER.TENANT_ID.eq(CurrentTenant.id()))
                .and(GROUP_MEMBER.GROUP_ID.eq(group))
                .and(GROUP_MEMBER.CUSTOMER_ID.eq(chosen.field(CUSTOMER.ID)))
                .fetchSingle(row -> new Effect(group(group), row.get(all), row.get(members)));
    }

    /** Members are not added again, others are not taken out: neither is undone later. */
    @Transactional
    public Done apply(Company company, CustomerFilter filter, long number, boolean adding) {
        var group = group(number);
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        sql.deleteFrom(GROUP_CHANGE)
                .where(GROUP_CHANGE.TENANT_ID.eq(CurrentTenant.id()))
                .and(GROUP_CHANGE.AT.lt(now.minus(KEPT)))
                .execute();
        var change = sql.insertInto(GROUP_CHANGE)
                .set(GROUP_CHANGE.TENANT_ID, CurrentTenant.id())
                .set(GROUP_CHANGE.GROUP_ID, number)
                .set(GROUP_CHANGE.USER_ID, user.find().map(User::id).orElse(null))
                .set(GROUP_CHANGE.ADDED, adding)
                .set(GROUP_CHANGE.AT, now)
                .returningResult(GROUP_CHANGE.ID)
                .fetchSingle()
                .value1();
        var members = select(GROUP_MEMBER.CUSTOMER_ID)
                .from(GROUP_MEMBER)
                .where(GROUP_MEMBER.TENANT_ID.eq(CurrentTenant.id()))
                .and(GROUP_MEMBER.GROUP_ID.eq(number));
        var chosen = matches.ids(company, filter).asTable("chosen");
        var customer = Objects.requireNonNull(chosen.field(CUSTOMER.ID));
        var customers = sql.insertInto(
                        GROUP_CHANGE_CUSTOMER,
                        GROUP_CHANGE_CUSTOMER.TENANT_ID,
                        GROUP_CHANGE_CUSTOMER.CHANGE_ID,
                        GROUP_CHANGE_CUSTOMER.CUSTOMER_ID)
                .select(select(
                                val(CurrentTenant.id(), GROUP_CHANGE_CUSTOMER.TENANT_ID),
                                val(change, GROUP_CHANGE_CUSTOMER.CHANGE_ID),
                                customer)
                        .from(chosen)
                        .where(adding ? customer.notIn(members) : customer.in(members)))
                .execute();
        put(change, number, adding);
        audit.record(adding ? "group.filled" : "group.emptied", group.name(), Map.of("customers", customers));
        return new Done(change, group, customers);
    }

    /** Makes the memberships what they were before the change, as far as its customers are still there. */
    @Transactional
    public Done undo(long change) {
        var made = sql.selectFrom(GROUP_CHANGE)
                .where(GROUP_CHANGE.TENANT_ID.eq(CurrentTenant.id()))
                .and(GROUP_CHANGE.ID.eq(change))
                .and(GROUP_CHANGE.USER_ID.isNotDistinctFrom(
                        user.find().map(User::id).orElse(null)))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new Rejected("ledger.groups.undo.gone"));
        var group = group(made.get(GROUP_CHANGE.GROUP_ID));
        var customers = put(change, group.id(), !made.get(GROUP_CHANGE.ADDED));
        sql.deleteFrom(GROUP_CHANGE)
                .where(GROUP_CHANGE.TENANT_ID.eq(CurrentTenant.id()))
                .and(GROUP_CHANGE.ID.eq(change))
                .execute();
        audit.record("group.undone", group.name(), Map.of("customers", customers));
        return new Done(change, group, customers);
    }

    private int put(long change, long group, boolean into) {
        var changed = select(GROUP_CHANGE_CUSTOMER.CUSTOMER_ID)
                .from(GROUP_CHANGE_CUSTOMER)
                .where(GROUP_CHANGE_CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(GROUP_CHANGE_CUSTOMER.CHANGE_ID.eq(change));
        return into
                ? sql.insertInto(GROUP_MEMBER, GROUP_MEMBER.TENANT_ID, GROUP_MEMBER.GROUP_ID, GROUP_MEMBER.CUSTOMER_ID)
                        .select(select(CUSTOMER.TENANT_ID, val(group, GROUP_MEMBER.GROUP_ID), CUSTOMER.ID)
                                .from(CUSTOMER)
                                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                                .and(CUSTOMER.ID.in(changed)))
                        .onConflictDoNothing()
                        .execute()
                : sql.deleteFrom(GROUP_MEMBER)
                        .where(GROUP_MEMBER.TENANT_ID.eq(CurrentTenant.id()))
                        .and(GROUP_MEMBER.GROUP_ID.eq(group))
                        .and(GROUP_MEMBER.CUSTOMER_ID.in(changed))
                        .execute();
    }

    private Group group(long number) {
        return sql.select(CUSTOMER_GROUP.ID, CUSTOMER_GROUP.NAME, CUSTOMER_GROUP.COLOUR)
                .from(CUSTOMER_GROUP)
                .where(CUSTOMER_GROUP.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_GROUP.ID.eq(number))
                .fetchOptional(row -> new Group(row.value1(), row.value2(), row.value3()))
                .orElseThrow(() -> new NotFound("Group", Long.toString(number)));
    }
}
