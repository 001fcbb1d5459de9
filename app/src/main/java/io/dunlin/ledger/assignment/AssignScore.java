package io.dunlin.ledger.assignment;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerOption.CUSTOMER_OPTION;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.rules.Assignable;
import io.dunlin.ledger.CustomerOptions;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Scores customers: our own judgement of them, from 0 to 10. */
@Component
@Order(20)
class AssignScore implements Assignable {
    private final DSLContext sql;

    AssignScore(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String code() {
        return "internalScore";
    }

    @Override
    public String textKey() {
        return "ledger.option.internalScore";
    }

    @Override
    public boolean isCumulative() {
        return false;
    }

    @Override
    public List<Choice> choices() {
        return IntStream.rangeClosed(0, CustomerOptions.BEST)
                .mapToObj(Integer::toString)
                .map(score -> new Choice(score, score))
                .toList();
    }

    @Override
    public Select<Record2<Long, String>> held() {
        return select(Given.number(CUSTOMER_OPTION.CUSTOMER_ID), Given.text(CUSTOMER_OPTION.INTERNAL_SCORE))
                .from(CUSTOMER_OPTION)
                .where(CUSTOMER_OPTION.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_OPTION.INTERNAL_SCORE.isNotNull());
    }

    @Override
    public void apply(Select<Record2<Long, String>> given, Select<Record2<Long, String>> taken) {
        var tenant = CurrentTenant.id();
        sql.update(CUSTOMER_OPTION)
                .set(CUSTOMER_OPTION.INTERNAL_SCORE, inline((Short) null))
                .from(Given.of(taken).rows())
                .where(CUSTOMER_OPTION.TENANT_ID.eq(tenant))
                .and(CUSTOMER_OPTION.CUSTOMER_ID.eq(Given.CUSTOMER))
                .execute();
        sql.insertInto(
                        CUSTOMER_OPTION,
                        CUSTOMER_OPTION.TENANT_ID,
                        CUSTOMER_OPTION.CUSTOMER_ID,
                        CUSTOMER_OPTION.INTERNAL_SCORE)
                .select(select(CUSTOMER.TENANT_ID, CUSTOMER.ID, Given.VALUE.cast(SQLDataType.SMALLINT))
                        .from(Given.of(given).rows())
                        .join(CUSTOMER)
                        .on(CUSTOMER.TENANT_ID.eq(tenant), CUSTOMER.ID.eq(Given.CUSTOMER)))
                .onConflict(CUSTOMER_OPTION.TENANT_ID, CUSTOMER_OPTION.CUSTOMER_ID)
                .doUpdate()
                .set(CUSTOMER_OPTION.INTERNAL_SCORE, excluded(CUSTOMER_OPTION.INTERNAL_SCORE))
                .execute();
    }
}
