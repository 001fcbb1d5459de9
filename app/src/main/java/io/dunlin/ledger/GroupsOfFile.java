package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerGroup.CUSTOMER_GROUP;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;
import static io.dunlin.ledger.tables.StageCustomer.STAGE_CUSTOMER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trim;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.CurrentTenant;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;

/** The groups that a file of customers names: unknown ones are created, memberships are added; a file takes nobody out of a group. */
final class GroupsOfFile {
    private final DSLContext sql;
    private final LoadOrder order;

    GroupsOfFile(DSLContext sql, LoadOrder order) {
        this.sql = sql;
        this.order = order;
    }

    void apply() {
        var tenant = CurrentTenant.id();
        var groupName = trim(field(name("named", "name"), SQLDataType.VARCHAR));
        var staged = STAGE_CUSTOMER.TENANT_ID.eq(tenant).and(STAGE_CUSTOMER.IMPORT_ID.eq(order.importId()));
        sql.insertInto(CUSTOMER_GROUP, CUSTOMER_GROUP.TENANT_ID, CUSTOMER_GROUP.NAME)
                .select(select(val(tenant, CUSTOMER_GROUP.TENANT_ID), groupName)
                        .distinctOn(groupName)
                        .from(STAGE_CUSTOMER, unnest(STAGE_CUSTOMER.GROUPS).as("named", "name"))
                        .where(staged)
                        .and(groupName.ne("")))
                .onConflictDoNothing()
                .execute();
        sql.insertInto(GROUP_MEMBER, GROUP_MEMBER.TENANT_ID, GROUP_MEMBER.GROUP_ID, GROUP_MEMBER.CUSTOMER_ID)
                .select(select(CUSTOMER.TENANT_ID, CUSTOMER_GROUP.ID, CUSTOMER.ID)
                        .distinctOn(CUSTOMER_GROUP.ID, CUSTOMER.ID)
                        .from(STAGE_CUSTOMER)
                        .crossJoin(unnest(STAGE_CUSTOMER.GROUPS).as("named", "name"))
                        .join(CUSTOMER_GROUP)
                        .on(CUSTOMER_GROUP.TENANT_ID.eq(tenant), CUSTOMER_GROUP.NAME.eq(groupName))
                        .join(CUSTOMER)
                        .on(
                                CUSTOMER.TENANT_ID.eq(tenant),
                                CUSTOMER.COMPANY_ID.eq(order.company().id()),
                                CUSTOMER.CODE_KEY.eq(STAGE_CUSTOMER.CODE_KEY))
                        .where(staged))
                .onConflictDoNothing()
                .execute();
    }
}
