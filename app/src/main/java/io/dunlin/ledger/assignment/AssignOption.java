package io.dunlin.ledger.assignment;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerOption.CUSTOMER_OPTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.rules.Assignable;
import io.dunlin.ledger.CustomerOption;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;

/** Switches an option of customers on and off. */
class AssignOption implements Assignable {
    private final DSLContext sql;
    private final CustomerOption option;

    AssignOption(DSLContext sql, CustomerOption option) {
        this.sql = sql;
        this.option = option;
    }

    @Override
    public String code() {
        return option.code();
    }

    @Override
    public String textKey() {
        return option.textKey();
    }

    @Override
    public boolean isCumulative() {
        return false;
    }

    @Override
    public List<Choice> choices() {
        return List.of(new Choice("true", "criteria.yes"), new Choice("false", "criteria.no"));
    }

    /** Of all customers: it is off where it was never set. */
    @Override
    public Select<Record2<Long, String>> held() {
        return select(Given.number(CUSTOMER.ID), Given.text(coalesce(option.column(), inline(false))))
                .from(CUSTOMER)
                .leftJoin(CUSTOMER_OPTION)
                .on(CUSTOMER_OPTION.TENANT_ID.eq(CUSTOMER.TENANT_ID), CUSTOMER_OPTION.CUSTOMER_ID.eq(CUSTOMER.ID))
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()));
    }

    /** It is never without a value, so nothing is ever taken. */
    @Override
    public void apply(Select<Record2<Long, String>> given, Select<Record2<Long, String>> taken) {
        sql.insertInto(CUSTOMER_OPTION, CUSTOMER_OPTION.TENANT_ID, CUSTOMER_OPTION.CUSTOMER_ID, option.column())
                .select(select(CUSTOMER.TENANT_ID, CUSTOMER.ID, field(Given.is(inline(true))))
                        .from(Given.of(given).rows())
                        .join(CUSTOMER)
                        .on(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()), CUSTOMER.ID.eq(Given.CUSTOMER)))
                .onConflict(CUSTOMER_OPTION.TENANT_ID, CUSTOMER_OPTION.CUSTOMER_ID)
                .doUpdate()
                .set(option.column(), excluded(option.column()))
                .execute();
    }
}
