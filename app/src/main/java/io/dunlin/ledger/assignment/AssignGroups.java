package io.dunlin.ledger.assignment;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerGroup.CUSTOMER_GROUP;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;
import static org.jooq.impl.DSL.select;

import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.rules.Assignable;
import io.dunlin.ledger.Groups;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts customers into groups. */
@Component
@Order(1)
class AssignGroups implements Assignable {
    private final DSLContext sql;
    private final Groups groups;

    AssignGroups(DSLContext sql, Groups groups) {
        this.sql = sql;
        this.groups = groups;
    }

    @Override
    public String code() {
        return "groups";
    }

    @Override
    public String textKey() {
        return "ledger.assign.groups";
    }

    @Override
    public boolean isCumulative() {
        return true;
    }

    @Override
    public List<Choice> choices() {
        return groups.names().stream()
                .map(group -> new Choice(Long.toString(group.id()), group.name()))
                .toList();
    }

    @Override
    public Select<Record2<Long, String>> held() {
        return select(Given.number(GROUP_MEMBER.CUSTOMER_ID), Given.text(GROUP_MEMBER.GROUP_ID))
                .from(GROUP_MEMBER)
                .where(GROUP_MEMBER.TENANT_ID.eq(CurrentTenant.id()));
    }

    @Override
    public void apply(Select<Record2<Long, String>> given, Select<Record2<Long, String>> taken) {
        var tenant = CurrentTenant.id();
        sql.deleteFrom(GROUP_MEMBER)
                .using(Given.of(taken).rows())
                .where(GROUP_MEMBER.TENANT_ID.eq(tenant))
                .and(GROUP_MEMBER.CUSTOMER_ID.eq(Given.CUSTOMER))
                .and(Given.is(GROUP_MEMBER.GROUP_ID))
                .execute();
        sql.insertInto(GROUP_MEMBER, GROUP_MEMBER.TENANT_ID, GROUP_MEMBER.GROUP_ID, GROUP_MEMBER.CUSTOMER_ID)
                .select(select(CUSTOMER.TENANT_ID, CUSTOMER_GROUP.ID, CUSTOMER.ID)
                        .from(Given.of(given).rows())
                        .join(CUSTOMER)
                        .on(CUSTOMER.TENANT_ID.eq(tenant), CUSTOMER.ID.eq(Given.CUSTOMER))
                        .join(CUSTOMER_GROUP)
                        .on(CUSTOMER_GROUP.TENANT_ID.eq(tenant), Given.is(CUSTOMER_GROUP.ID)))
                .onConflictDoNothing()
                .execute();
    }
}
