package io.dunlin.ledger;

import static io.dunlin.ledger.tables.AssignmentBefore.ASSIGNMENT_BEFORE;
import static io.dunlin.ledger.tables.Colleague.COLLEAGUE;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;

/** Who looked after customers before an import changed it: the way back until the next import. */
final class AssignmentsBefore {
    private final DSLContext sql;
    private final LoadOrder order;
    private final TenantId tenant = CurrentTenant.id();

    AssignmentsBefore(DSLContext sql, LoadOrder order) {
        this.sql = sql;
        this.order = order;
    }

    void forgetEarlierImports() {
        sql.deleteFrom(ASSIGNMENT_BEFORE)
                .using(CUSTOMER)
                .where(ASSIGNMENT_BEFORE.TENANT_ID.eq(tenant))
                .and(ASSIGNMENT_BEFORE.IMPORT_ID.ne(order.importId()))
                .and(CUSTOMER.TENANT_ID.eq(tenant))
                .and(CUSTOMER.COMPANY_ID.eq(order.company().id()))
                .and(CUSTOMER.ID.eq(ASSIGNMENT_BEFORE.CUSTOMER_ID))
                .execute();
    }

    void remember(Select<Record1<CustomerId>> customers) {
        var colleagues = select(COLLEAGUE.USER_ID.coerce(Long.class))
                .from(COLLEAGUE)
                .where(COLLEAGUE.TENANT_ID.eq(tenant))
                .and(COLLEAGUE.CUSTOMER_ID.eq(CUSTOMER.ID));
        sql.insertInto(
                        ASSIGNMENT_BEFORE,
                        ASSIGNMENT_BEFORE.TENANT_ID,
                        ASSIGNMENT_BEFORE.IMPORT_ID,
                        ASSIGNMENT_BEFORE.CUSTOMER_ID,
                        ASSIGNMENT_BEFORE.COLLECTOR_ID,
                        ASSIGNMENT_BEFORE.COLLEAGUES)
                .select(select(
                                CUSTOMER.TENANT_ID,
                                val(order.importId()),
                                CUSTOMER.ID,
                                CUSTOMER_ASSIGNMENT.COLLECTOR_ID,
                                array(colleagues))
                        .from(CUSTOMER)
                        .leftJoin(CUSTOMER_ASSIGNMENT)
                        .on(CUSTOMER_ASSIGNMENT.TENANT_ID.eq(tenant))
                        .and(CUSTOMER_ASSIGNMENT.CUSTOMER_ID.eq(CUSTOMER.ID))
                        .where(CUSTOMER.TENANT_ID.eq(tenant))
                        .and(CUSTOMER.ID.in(customers)))
                .execute();
    }
}
