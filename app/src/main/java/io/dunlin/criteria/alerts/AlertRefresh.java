package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.AlertRefresh.ALERT_REFRESH;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.database.Planning;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds anew whom alerts watch in a company, all alerts in one pass of its customers, and tells of those that are new. */
@Component
public class AlertRefresh {
    private static final Logger log = LoggerFactory.getLogger(AlertRefresh.class);

    private final DSLContext sql;
    private final Clock clock;
    private final Alerts alerts;
    private final MatchUpdate matches;
    private final AlertNews news;
    private final Snoozes snoozes;

    AlertRefresh(DSLContext sql, Clock clock, Alerts alerts, MatchUpdate matches, AlertNews news, Snoozes snoozes) {
        this.sql = sql;
        this.clock = clock;
        this.alerts = alerts;
        this.matches = matches;
        this.news = news;
        this.snoozes = snoozes;
    }

    /**
     * One refresh of a company.
     *
     * @param known alerts that went through the company before: of the others nobody is news
     */
    record Moment(Company company, OffsetDateTime now, LocalDate today, List<Long> alerts, Set<Long> known) {}

    /** All alerts of the tenant. Returns how many customers are new, each for each alert. */
    @Transactional
    public int refresh(Company company) {
        return refresh(company, alerts.all());
    }

    /** One alert, whoever keeps it; one that has gone is passed over. */
    @Transactional
    public void refresh(Company company, long alert) {
        refresh(company, alerts.all().stream().filter(one -> one.id() == alert).toList());
    }

    /** An alert that means nothing any more keeps whom it had, and when it was last refreshed: its page says so. */
    @Transactional
    public int refresh(Company company, List<Alert> wanted) {
        var broken = alerts.broken(wanted);
        if (!broken.isEmpty()) {
            log.warn("{} alerts of company {} are passed over: they are broken", broken.size(), company.code());
        }
        var some = wanted.stream().filter(alert -> !broken.contains(alert.id())).toList();
        if (some.isEmpty()) {
            return 0;
        }
        waitForOthers();
        var moment = moment(company, some);
        return Planning.withoutNestedLoops(sql, () -> {
            snoozes.forgetEnded(company, moment.today());
            var come = matches.update(moment, some);
            news.tell(moment, some, come.news());
            remember(moment);
            return come.all();
        });
    }

    /** Of two at the same time the second one must see what the first one found and told. */
    private void waitForOthers() {
        sql.select(function(
                        name("pg_advisory_xact_lock"),
                        Object.class,
                        val(ALERT_REFRESH.getName().hashCode()),
                        val((int) CurrentTenant.id().value())))
                .fetch();
    }

    private Moment moment(Company company, List<Alert> some) {
        var known = sql
                .select(ALERT_REFRESH.ALERT_ID)
                .from(ALERT_REFRESH)
                .where(ALERT_REFRESH.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT_REFRESH.COMPANY_ID.eq(company.id()))
                .fetch(ALERT_REFRESH.ALERT_ID)
                .stream()
                .collect(toSet());
        return new Moment(
                company,
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                company.today(clock),
                some.stream().map(Alert::id).toList(),
                known);
    }

    private void remember(Moment moment) {
        var insert = sql.insertInto(
                ALERT_REFRESH,
                ALERT_REFRESH.TENANT_ID,
                ALERT_REFRESH.ALERT_ID,
                ALERT_REFRESH.COMPANY_ID,
                ALERT_REFRESH.FIRST_AT,
                ALERT_REFRESH.LAST_AT,
                ALERT_REFRESH.DIGEST_ON,
                ALERT_REFRESH.DIGEST_AT);
        for (var alert : moment.alerts()) {
            insert = insert.values(
                    CurrentTenant.id(),
                    alert,
                    moment.company().id(),
                    moment.now(),
                    moment.now(),
                    moment.today(),
                    moment.now());
        }
        insert.onConflict(ALERT_REFRESH.TENANT_ID, ALERT_REFRESH.ALERT_ID, ALERT_REFRESH.COMPANY_ID)
                .doUpdate()
                .set(ALERT_REFRESH.LAST_AT, excluded(ALERT_REFRESH.LAST_AT))
                .set(ALERT_REFRESH.DIGEST_ON, excluded(ALERT_REFRESH.DIGEST_ON))
                .set(
                        ALERT_REFRESH.DIGEST_AT,
                        when(
                                        ALERT_REFRESH.DIGEST_ON.lt(excluded(ALERT_REFRESH.DIGEST_ON)),
                                        excluded(ALERT_REFRESH.DIGEST_AT))
                                .otherwise(ALERT_REFRESH.DIGEST_AT))
                .execute();
    }
}
