package io.dunlin.ledger.assignment;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static io.dunlin.tenancy.tables.UserAccount.USER_ACCOUNT;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.select;

import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.rules.Assignable;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Users;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Decides who collects from customers. */
@Component
@Order(2)
class AssignCollector implements Assignable {
    private final DSLContext sql;
    private final Users users;

    AssignCollector(DSLContext sql, Users users) {
        this.sql = sql;
        this.users = users;
    }

    @Override
    public String code() {
        return "collector";
    }

    @Override
    public String textKey() {
        return "ledger.assign.collector";
    }

    @Override
    public boolean isCumulative() {
        return false;
    }

    @Override
    public List<Choice> choices() {
        return users.all().stream()
                .map(user -> new Choice(user.id().toString(), user.name()))
                .toList();
    }

    @Override
    public Select<Record2<Long, String>> held() {
        return select(Given.number(CUSTOMER_ASSIGNMENT.CUSTOMER_ID), Given.text(CUSTOMER_ASSIGNMENT.COLLECTOR_ID))
                .from(CUSTOMER_ASSIGNMENT)
                .where(CUSTOMER_ASSIGNMENT.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_ASSIGNMENT.COLLECTOR_ID.isNotNull());
    }

    @Override
    public void apply(Select<Record2<Long, String>> given, Select<Record2<Long, String>> taken) {
        var tenant = CurrentTenant.id();
        sql.deleteFrom(CUSTOMER_ASSIGNMENT)
                .using(Given.of(taken).rows())
                .where(CUSTOMER_ASSIGNMENT.TENANT_ID.eq(tenant))
                .and(CUSTOMER_ASSIGNMENT.CUSTOMER_ID.eq(Given.CUSTOMER))
                .execute();
        sql.insertInto(
                        CUSTOMER_ASSIGNMENT,
                        CUSTOMER_ASSIGNMENT.TENANT_ID,
                        CUSTOMER_ASSIGNMENT.CUSTOMER_ID,
                        CUSTOMER_ASSIGNMENT.COLLECTOR_ID)
                .select(select(CUSTOMER.TENANT_ID, CUSTOMER.ID, USER_ACCOUNT.ID)
                        .from(Given.of(given).rows())
                        .join(CUSTOMER)
                        .on(CUSTOMER.TENANT_ID.eq(tenant), CUSTOMER.ID.eq(Given.CUSTOMER))
                        .join(USER_ACCOUNT)
                        .on(USER_ACCOUNT.TENANT_ID.eq(tenant), Given.is(USER_ACCOUNT.ID)))
                .onConflict(CUSTOMER_ASSIGNMENT.TENANT_ID, CUSTOMER_ASSIGNMENT.CUSTOMER_ID)
                .doUpdate()
                .set(CUSTOMER_ASSIGNMENT.COLLECTOR_ID, excluded(CUSTOMER_ASSIGNMENT.COLLECTOR_ID))
                .execute();
    }
}
