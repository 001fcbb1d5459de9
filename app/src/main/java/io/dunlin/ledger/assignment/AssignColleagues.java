package io.dunlin.ledger.assignment;

import static io.dunlin.ledger.tables.Colleague.COLLEAGUE;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.tenancy.tables.UserAccount.USER_ACCOUNT;
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

/** Associates colleagues with customers. */
@Component
@Order(3)
class AssignColleagues implements Assignable {
    private final DSLContext sql;
    private final Users users;

    AssignColleagues(DSLContext sql, Users users) {
        this.sql = sql;
        this.users = users;
    }

    @Override
    public String code() {
        return "colleagues";
    }

    @Override
    public String textKey() {
        return "ledger.assign.colleagues";
    }

    @Override
    public boolean isCumulative() {
        return true;
    }

    @Override
    public List<Choice> choices() {
        return users.all().stream()
                .map(user -> new Choice(user.id().toString(), user.name()))
                .toList();
    }

    @Override
    public Select<Record2<Long, String>> held() {
        return select(Given.number(COLLEAGUE.CUSTOMER_ID), Given.text(COLLEAGUE.USER_ID))
                .from(COLLEAGUE)
                .where(COLLEAGUE.TENANT_ID.eq(CurrentTenant.id()));
    }

    @Override
    public void apply(Select<Record2<Long, String>> given, Select<Record2<Long, String>> taken) {
        var tenant = CurrentTenant.id();
        sql.deleteFrom(COLLEAGUE)
                .using(Given.of(taken).rows())
                .where(COLLEAGUE.TENANT_ID.eq(tenant))
                .and(COLLEAGUE.CUSTOMER_ID.eq(Given.CUSTOMER))
                .and(Given.is(COLLEAGUE.USER_ID))
                .execute();
        sql.insertInto(COLLEAGUE, COLLEAGUE.TENANT_ID, COLLEAGUE.CUSTOMER_ID, COLLEAGUE.USER_ID)
                .select(select(CUSTOMER.TENANT_ID, CUSTOMER.ID, USER_ACCOUNT.ID)
                        .from(Given.of(given).rows())
                        .join(CUSTOMER)
                        .on(CUSTOMER.TENANT_ID.eq(tenant), CUSTOMER.ID.eq(Given.CUSTOMER))
                        .join(USER_ACCOUNT)
                        .on(USER_ACCOUNT.TENANT_ID.eq(tenant), Given.is(USER_ACCOUNT.ID)))
                .onConflictDoNothing()
                .execute();
    }
}
