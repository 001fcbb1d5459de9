package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.AlertMatch.ALERT_MATCH;
import static io.dunlin.criteria.tables.AlertNotice.ALERT_NOTICE;
import static io.dunlin.criteria.tables.AlertRefresh.ALERT_REFRESH;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.update;

import io.dunlin.criteria.alerts.AlertRefresh.Moment;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.Users;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Tells recipients how many customers are new in an alert: of each customer once, and of none that is snoozed. */
@Component
class AlertNews {
    private static final Period KEPT = Period.ofDays(90);

    private final DSLContext sql;
    private final Recipients recipients;
    private final Users users;

    AlertNews(DSLContext sql, Recipients recipients, Users users) {
        this.sql = sql;
        this.recipients = recipients;
        this.users = users;
    }

    /** @param come how many have just come who are news, by number of the alert */
    void tell(Moment moment, List<Alert> alerts, Map<Long, Integer> come) {
        var news = new HashMap<>(come);
        comingBack(moment).forEach((alert, customers) -> news.merge(alert, customers, Integer::sum));
        var counts = Map.of(Frequency.AT_ONCE, news, Frequency.DAILY, sinceTheLastDay(moment));
        var told = new HashSet<Long>();
        counts.values().forEach(some -> told.addAll(some.keySet()));
        if (!told.isEmpty()) {
            send(
                    moment,
                    alerts.stream().filter(alert -> told.contains(alert.id())).toList(),
                    counts);
        }
        sql.deleteFrom(ALERT_NOTICE)
                .where(ALERT_NOTICE.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT_NOTICE.COMPANY_ID.eq(moment.company().id()))
                .and(ALERT_NOTICE.AT.lt(moment.now().minus(KEPT)))
                .execute();
    }

    /** Those whose snooze has ended. */
    private Map<Long, Integer> comingBack(Moment moment) {
        var told = name("told")
                .as(update(ALERT_MATCH)
                        .set(ALERT_MATCH.TOLD_AT, moment.now())
                        .where(ALERT_MATCH.TENANT_ID.eq(CurrentTenant.id()))
                        .and(ALERT_MATCH.COMPANY_ID.eq(moment.company().id()))
                        .and(ALERT_MATCH.ALERT_ID.in(moment.alerts()))
                        .and(ALERT_MATCH.TOLD_AT.isNull())
                        .and(not(Snoozes.isSnoozed()))
                        .returning(ALERT_MATCH.ALERT_ID));
        var alert = field(name("told", "alert_id"), SQLDataType.BIGINT);
        return sql.with(told)
                .select(alert, count())
                .from(name("told"))
                .groupBy(alert)
                .fetchMap(alert, count());
    }

    /** Where the company's day is another one than that of the last daily notice. */
    private Map<Long, Integer> sinceTheLastDay(Moment moment) {
        return sql.select(ALERT_MATCH.ALERT_ID, count())
                .from(ALERT_REFRESH)
                .join(ALERT_MATCH)
                .on(ALERT_MATCH.TENANT_ID.eq(ALERT_REFRESH.TENANT_ID))
                .and(ALERT_MATCH.COMPANY_ID.eq(ALERT_REFRESH.COMPANY_ID))
                .and(ALERT_MATCH.ALERT_ID.eq(ALERT_REFRESH.ALERT_ID))
                .and(ALERT_MATCH.TOLD_AT.gt(ALERT_REFRESH.DIGEST_AT))
                .where(ALERT_REFRESH.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT_REFRESH.COMPANY_ID.eq(moment.company().id()))
                .and(ALERT_REFRESH.ALERT_ID.in(moment.alerts()))
                .and(ALERT_REFRESH.DIGEST_ON.lt(moment.today()))
                .groupBy(ALERT_MATCH.ALERT_ID)
                .fetchMap(ALERT_MATCH.ALERT_ID, count());
    }

    private void send(Moment moment, List<Alert> alerts, Map<Frequency, Map<Long, Integer>> counts) {
        var wanted = recipients.of(alerts.stream().map(Alert::id).toList());
        var people = users.all();
        var insert = sql.insertInto(
                ALERT_NOTICE,
                ALERT_NOTICE.TENANT_ID,
                ALERT_NOTICE.USER_ID,
                ALERT_NOTICE.ALERT_ID,
                ALERT_NOTICE.COMPANY_ID,
                ALERT_NOTICE.CUSTOMERS,
                ALERT_NOTICE.AT);
        var any = false;
        for (var alert : alerts) {
            for (var reader : readers(alert, wanted.getOrDefault(alert.id(), List.of()), people)
                    .entrySet()) {
                var customers = counts.getOrDefault(reader.getValue(), Map.of()).get(alert.id());
                if (customers != null) {
                    any = true;
                    insert = insert.values(
                            CurrentTenant.id(),
                            reader.getKey(),
                            alert.id(),
                            moment.company().id(),
                            customers,
                            moment.now());
                }
            }
        }
        if (any) {
            insert.execute();
        }
    }

    /** Whoever is meant twice is told at once. Nobody is told of an alert, or of customers, that they may not see. */
    private static Map<UserId, Frequency> readers(Alert alert, List<Recipient> wanted, List<User> people) {
        var readers = new HashMap<UserId, Frequency>();
        for (var person : people) {
            if (person.may(Right.SEE_CUSTOMERS)
                    && (alert.shared() || person.id().equals(alert.ownerId()))) {
                wanted.stream()
                        .filter(one -> one.isMeant(person))
                        .map(Recipient::frequency)
                        .max(Frequency::compareTo)
                        .ifPresent(often -> readers.put(person.id(), often));
            }
        }
        return readers;
    }
}
