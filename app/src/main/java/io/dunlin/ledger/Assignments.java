package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Colleague.COLLEAGUE;
import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.tables.UserAccount;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looks after customers: the one collector, and colleagues who have to do with the account. */
@Component
public class Assignments {
    private static final UserAccount PERSON = UserAccount.USER_ACCOUNT;

    private final DSLContext sql;

    public Assignments(DSLContext sql) {
        this.sql = sql;
    }

    /** @param collector null: nobody yet */
    public record Assignment(@Nullable UserId collector, Set<UserId> colleagues) {
        public Assignment {
            colleagues = Set.copyOf(colleagues);
        }
    }

    @Transactional(readOnly = true)
    public Assignment of(CustomerId customer) {
        var collector = sql.select(CUSTOMER_ASSIGNMENT.COLLECTOR_ID)
                .from(CUSTOMER_ASSIGNMENT)
                .where(CUSTOMER_ASSIGNMENT.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_ASSIGNMENT.CUSTOMER_ID.eq(customer))
                .fetchOne(CUSTOMER_ASSIGNMENT.COLLECTOR_ID);
        var colleagues = sql.select(COLLEAGUE.USER_ID)
                .from(COLLEAGUE)
                .where(COLLEAGUE.TENANT_ID.eq(CurrentTenant.id()))
                .and(COLLEAGUE.CUSTOMER_ID.eq(customer))
                .fetchSet(COLLEAGUE.USER_ID);
        return new Assignment(collector, colleagues);
    }

    /** Users who do not exist are passed over. */
    @Transactional
    public void change(CustomerId customer, Assignment assignment) {
        var tenant = CurrentTenant.id();
        sql.deleteFrom(COLLEAGUE)
                .where(COLLEAGUE.TENANT_ID.eq(tenant))
                .and(COLLEAGUE.CUSTOMER_ID.eq(customer))
                .execute();
        sql.insertInto(COLLEAGUE, COLLEAGUE.TENANT_ID, COLLEAGUE.CUSTOMER_ID, COLLEAGUE.USER_ID)
                .select(select(PERSON.TENANT_ID, val(customer, COLLEAGUE.CUSTOMER_ID), PERSON.ID)
                        .from(PERSON)
                        .where(PERSON.TENANT_ID.eq(tenant))
                        .and(PERSON.ID.in(assignment.colleagues())))
                .execute();
        sql.deleteFrom(CUSTOMER_ASSIGNMENT)
                .where(CUSTOMER_ASSIGNMENT.TENANT_ID.eq(tenant))
                .and(CUSTOMER_ASSIGNMENT.CUSTOMER_ID.eq(customer))
                .execute();
        var collector = assignment.collector();
        if (collector != null) {
            sql.insertInto(
                            CUSTOMER_ASSIGNMENT,
                            CUSTOMER_ASSIGNMENT.TENANT_ID,
                            CUSTOMER_ASSIGNMENT.CUSTOMER_ID,
                            CUSTOMER_ASSIGNMENT.COLLECTOR_ID)
                    .select(select(PERSON.TENANT_ID, val(customer, CUSTOMER_ASSIGNMENT.CUSTOMER_ID), PERSON.ID)
                            .from(PERSON)
                            .where(PERSON.TENANT_ID.eq(tenant))
                            .and(PERSON.ID.eq(collector)))
                    .execute();
        }
    }
}
