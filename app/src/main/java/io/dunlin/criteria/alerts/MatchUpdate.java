package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.AlertMatch.ALERT_MATCH;
import static io.dunlin.criteria.tables.AlertSnooze.ALERT_SNOOZE;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.arrayRemove;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.alerts.AlertRefresh.Moment;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Puts in who meets alerts now and takes out who does not any more; those that stay are not touched. */
@Component
class MatchUpdate {
    private static final Field<Long> ALERT = field(name("change", "alert_id"), SQLDataType.BIGINT);
    private static final Field<Long> SUBJECT = field(name("change", "subject_id"), SQLDataType.BIGINT);
    private static final Field<Long> COMING = field(name("come", "alert_id"), SQLDataType.BIGINT);
    private static final Field<Boolean> COMES = field(name("change", "comes"), SQLDataType.BOOLEAN);

    private final DSLContext sql;
    private final Selections selections;
    private final CustomerTable customers;

    MatchUpdate(DSLContext sql, Selections selections, CustomerTable customers) {
        this.sql = sql;
        this.selections = selections;
        this.customers = customers;
    }

    /**
     * Who has come.
     *
     * @param customers by number of the alert
     * @param news those of them of whom people are to be told, in alerts that went through the company before
     */
    record Come(Map<Long, Integer> customers, Map<Long, Integer> news) {
        int all() {
            return customers.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** One statement, so that the customers are looked at once. */
    Come update(Moment moment, List<Alert> alerts) {
        var told = count(field(name("come", "told_at")));
        var rows = sql.with(asked(moment, alerts), found(), held(moment), change(), gone(moment), come(moment))
                .select(COMING, count(), told)
                .from(name("come"))
                .groupBy(COMING)
                .fetch();
        return new Come(
                rows.intoMap(COMING, count()),
                rows.stream()
                        .filter(row -> row.value3() > 0 && moment.known().contains(row.value1()))
                        .collect(toMap(row -> row.value1(), row -> row.value3())));
    }

    /**
     * Of whom nobody is silent is news at once, and of whom an alert finds at its beginning nobody is told. In the order of the indexes:
     * where very many come, the database writes each of its pages once.
     */
    private static CommonTableExpression<?> come(Moment moment) {
        return name("come")
                .as(insertInto(
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
                                        when(
                                                ALERT.notIn(moment.known()).or(ALERT_SNOOZE.SUBJECT_ID.isNull()),
                                                val(moment.now())))
                                .from(table(name("change"))
                                        .leftJoin(ALERT_SNOOZE)
                                        .on(ALERT_SNOOZE.TENANT_ID.eq(CurrentTenant.id()))
                                        .and(ALERT_SNOOZE.ALERT_ID.eq(ALERT))
                                        .and(ALERT_SNOOZE.SUBJECT_ID.eq(SUBJECT)))
                                .where(COMES)
                                .orderBy(SUBJECT, ALERT))
                        .returning(ALERT_MATCH.ALERT_ID, ALERT_MATCH.TOLD_AT));
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

    private static CommonTableExpression<?> held(Moment moment) {
        return name("held")
                .fields("subject_id", "alert_id")
                .as(select(ALERT_MATCH.SUBJECT_ID, ALERT_MATCH.ALERT_ID)
                        .from(ALERT_MATCH)
                        .where(ALERT_MATCH.TENANT_ID.eq(CurrentTenant.id()))
                        .and(ALERT_MATCH.COMPANY_ID.eq(moment.company().id()))
                        .and(ALERT_MATCH.ALERT_ID.in(moment.alerts())));
    }

    /** Who is on one side only: found and not held, or held and not found any more. */
    private static CommonTableExpression<?> change() {
        var found = field(name("found", "alert_id"), SQLDataType.BIGINT);
        var foundSubject = field(name("found", "subject_id"), SQLDataType.BIGINT);
        var held = field(name("held", "alert_id"), SQLDataType.BIGINT);
        var heldSubject = field(name("held", "subject_id"), SQLDataType.BIGINT);
        return name("change")
                .fields("subject_id", "alert_id", "comes")
                .asMaterialized(select(coalesce(foundSubject, heldSubject), coalesce(found, held), field(held.isNull()))
                        .from(table(name("found"))
                                .fullJoin(table(name("held")))
                                .on(found.eq(held), foundSubject.eq(heldSubject)))
                        .where(found.isNull().or(held.isNull())));
    }

    private static CommonTableExpression<?> gone(Moment moment) {
        return name("gone")
                .as(deleteFrom(ALERT_MATCH)
                        .using(table(name("change")))
                        .where(ALERT_MATCH.TENANT_ID.eq(CurrentTenant.id()))
                        .and(ALERT_MATCH.COMPANY_ID.eq(moment.company().id()))
                        .and(ALERT_MATCH.ALERT_ID.eq(ALERT))
                        .and(ALERT_MATCH.SUBJECT_ID.eq(SUBJECT))
                        .and(not(COMES))
                        .returning(ALERT_MATCH.SUBJECT_ID));
    }
}
