package io.dunlin.ledger;

import static io.dunlin.ledger.tables.CustomerGroup.CUSTOMER_GROUP;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The groups of customers and who belongs to them. */
@Component
public class Groups {
    private static final int LONGEST_NAME = 60;

    private final DSLContext sql;

    public Groups(DSLContext sql) {
        this.sql = sql;
    }

    /** A group with the number of its customers. */
    public record Counted(Group group, int members) {}

    /** By name. */
    @Transactional(readOnly = true)
    public List<Counted> all() {
        var members = count(GROUP_MEMBER.CUSTOMER_ID);
        return sql.select(CUSTOMER_GROUP.ID, CUSTOMER_GROUP.NAME, CUSTOMER_GROUP.COLOUR, members)
                .from(CUSTOMER_GROUP)
                .leftJoin(GROUP_MEMBER)
                .on(GROUP_MEMBER.TENANT_ID.eq(CUSTOMER_GROUP.TENANT_ID))
                .and(GROUP_MEMBER.GROUP_ID.eq(CUSTOMER_GROUP.ID))
                .where(CUSTOMER_GROUP.TENANT_ID.eq(CurrentTenant.id()))
                .groupBy(CUSTOMER_GROUP.ID, CUSTOMER_GROUP.NAME, CUSTOMER_GROUP.COLOUR)
                .orderBy(CUSTOMER_GROUP.NAME)
                .fetch(row -> new Counted(new Group(row.value1(), row.value2(), row.value3()), row.value4()));
    }

    /** By name, without counting. */
    @Transactional(readOnly = true)
    public List<Group> names() {
        return sql.select(CUSTOMER_GROUP.ID, CUSTOMER_GROUP.NAME, CUSTOMER_GROUP.COLOUR)
                .from(CUSTOMER_GROUP)
                .where(CUSTOMER_GROUP.TENANT_ID.eq(CurrentTenant.id()))
                .orderBy(CUSTOMER_GROUP.NAME)
                .fetch(row -> new Group(row.value1(), row.value2(), row.value3()));
    }

    /** Those of one customer, by name. */
    @Transactional(readOnly = true)
    public List<Group> of(CustomerId customer) {
        return sql.select(CUSTOMER_GROUP.ID, CUSTOMER_GROUP.NAME, CUSTOMER_GROUP.COLOUR)
                .from(GROUP_MEMBER)
                .join(CUSTOMER_GROUP)
                .on(CUSTOMER_GROUP.TENANT_ID.eq(GROUP_MEMBER.TENANT_ID))
                .and(CUSTOMER_GROUP.ID.eq(GROUP_MEMBER.GROUP_ID))
                .where(GROUP_MEMBER.TENANT_ID.eq(CurrentTenant.id()))
                .and(GROUP_MEMBER.CUSTOMER_ID.eq(customer))
                .orderBy(CUSTOMER_GROUP.NAME)
                .fetch(row -> new Group(row.value1(), row.value2(), row.value3()));
    }

    @Transactional
    public void create(String name, String colour) {
        var created = sql.insertInto(CUSTOMER_GROUP)
                .set(CUSTOMER_GROUP.TENANT_ID, CurrentTenant.id())
                .set(CUSTOMER_GROUP.NAME, checkedName(name))
                .set(CUSTOMER_GROUP.COLOUR, checkedColour(colour))
                .onConflict(CUSTOMER_GROUP.TENANT_ID, CUSTOMER_GROUP.NAME)
                .doNothing()
                .execute();
        if (created == 0) {
            throw new Rejected("ledger.groups.nameTaken", name.strip());
        }
    }

    @Transactional
    public void change(long id, String name, String colour) {
        var other = CUSTOMER_GROUP.as("other");
        var taken = sql.fetchExists(selectOne()
                .from(other)
                .where(other.TENANT_ID.eq(CurrentTenant.id()))
                .and(other.NAME.eq(checkedName(name)))
                .and(other.ID.ne(id)));
        if (taken) {
            throw new Rejected("ledger.groups.nameTaken", name.strip());
        }
        sql.update(CUSTOMER_GROUP)
                .set(CUSTOMER_GROUP.NAME, checkedName(name))
                .set(CUSTOMER_GROUP.COLOUR, checkedColour(colour))
                .where(CUSTOMER_GROUP.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_GROUP.ID.eq(id))
                .execute();
    }

    /** The group and its memberships go; its customers stay. */
    @Transactional
    public void remove(long id) {
        sql.deleteFrom(CUSTOMER_GROUP)
                .where(CUSTOMER_GROUP.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_GROUP.ID.eq(id))
                .execute();
    }

    /** Makes the customer a member of exactly these groups; numbers of groups that do not exist count for nothing. */
    @Transactional
    public void assign(CustomerId customer, Set<Long> groups) {
        sql.deleteFrom(GROUP_MEMBER)
                .where(GROUP_MEMBER.TENANT_ID.eq(CurrentTenant.id()))
                .and(GROUP_MEMBER.CUSTOMER_ID.eq(customer))
                .and(GROUP_MEMBER.GROUP_ID.notIn(groups))
                .execute();
        sql.insertInto(GROUP_MEMBER, GROUP_MEMBER.TENANT_ID, GROUP_MEMBER.GROUP_ID, GROUP_MEMBER.CUSTOMER_ID)
                .select(select(CUSTOMER_GROUP.TENANT_ID, CUSTOMER_GROUP.ID, val(customer, GROUP_MEMBER.CUSTOMER_ID))
                        .from(CUSTOMER_GROUP)
                        .where(CUSTOMER_GROUP.TENANT_ID.eq(CurrentTenant.id()))
                        .and(CUSTOMER_GROUP.ID.in(groups)))
                .onConflictDoNothing()
                .execute();
    }

    private static String checkedName(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new Rejected("ledger.groups.nameLength", LONGEST_NAME);
        }
        return stripped;
    }

    private static String checkedColour(String colour) {
        return Group.COLOURS.contains(colour) ? colour : Group.COLOURS.getFirst();
    }
}
