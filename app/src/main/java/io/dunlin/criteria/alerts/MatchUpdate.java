package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.AlertMatch.ALERT_MATCH;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.arrayRemove;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.alerts.AlertRefresh.Moment;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Puts in who meets alerts now and takes out who does not any more; those that stay are not touched. */
@Component
class MatchUpdate {
    private static final Field<Long> ALERT = field(name("found", "alert_id"), SQLDataType.BIGINT);
    private static final Field<Long> SUBJECT = field(name("found", "subject_id"), SQLDataType.BIGINT);

    private final DSLContext sql;
    private final Selections selections;
    private final CustomerTable customers;

    MatchUpdate(DSLContext sql, Selections selections, CustomerTable customers) {
        this.sql = sql;
        this.selections = selections;
        this.customers = customers;
    }

    /** One statement, so that the customers are looked at once. */
    void update(Moment moment, List<Alert> alerts) {
        var newcomer = not(exists(selectOne()
                .from(ALERT_MATCH)
                .where(ofThese(moment))
                .and(ALERT_MATCH.ALERT_ID.eq(ALERT))
                .and(ALERT_MATCH.SUBJECT_ID.eq(SUBJECT))));
        var untold = ALERT.in(moment.known());
        sql.with(asked(moment, alerts), found(), gone(moment))
                .insertInto(
                        ALERT_MATCH,
                        ALERT_MATCH.TENANT_ID,
                        ALERT_MATCH.COMPANY_ID,
                        ALERT_MATCH.ALERT_ID,
                        ALERT_MATCH.SUBJECT_ID,
                        ALERT_MATCH.SINCE,
                        ALERT_MATCH.TOLD_AT)
                .select(select(
                                val(CurrentTenant.id(), ALERT_MATCH.TENANT_ID),
                                val(moment.company().id(), ALERT_MATCH.COMPANY_ID),
                                ALERT,
                                SUBJECT,
                                val(moment.now()),
                                when(not(untold), val(moment.now())))
                        .from(name("found"))
                        .where(newcomer))
                .execute();
    }

    /** Each customer once, with the alerts that it meets. */
    private CommonTableExpression<?> asked(Moment moment, List<Alert> alerts) {
        var together = selections.together(
                Subject.CUSTOMER, alerts.stream().map(Alert::criteria).toList(), moment.today());
        var fits = IntStream.range(0, alerts.size())
                .mapToObj(index -> when(
                        together.each().get(index), inline(alerts.get(index).id())))
                .toList();
        var met = arrayRemove(
                array(fits).cast(SQLDataType.BIGINT.array()),
                inline((Long) null).cast(SQLDataType.BIGINT));
        return name("asked")
                .fields("subject_id", "alerts")
                .asMaterialized(select(customers.id(), met)
                        .from(together.from())
                        .where(together.where())
                        .and(customers.isOf(moment.company())));
    }

    private static CommonTableExpression<?> found() {
        var alerts = field(name("asked", "alerts"), SQLDataType.BIGINT.array());
        return name("found")
                .fields("subject_id", "alert_id")
                .as(select(
                                field(name("asked", "subject_id"), SQLDataType.BIGINT),
                                field(name("met", "alert_id"), SQLDataType.BIGINT))
                        .from(table(name("asked")).crossJoin(unnest(alerts).as("met", "alert_id"))));
    }

    private static CommonTableExpression<?> gone(Moment moment) {
        return name("gone")
                .as(deleteFrom(ALERT_MATCH)
                        .where(ofThese(moment))
                        .and(not(exists(selectOne()
                                .from(name("found"))
                                .where(ALERT.eq(ALERT_MATCH.ALERT_ID))
                                .and(SUBJECT.eq(ALERT_MATCH.SUBJECT_ID)))))
                        .returning(ALERT_MATCH.SUBJECT_ID));
    }

    private static Condition ofThese(Moment moment) {
        return ALERT_MATCH
                .TENANT_ID
                .eq(CurrentTenant.id())
                .and(ALERT_MATCH.COMPANY_ID.eq(moment.company().id()))
                .and(ALERT_MATCH.ALERT_ID.in(moment.alerts()));
    }
}
