package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.AlertMatch.ALERT_MATCH;
import static io.dunlin.criteria.tables.AlertRefresh.ALERT_REFRESH;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.not;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many customers of a company alerts have now, and as of when. */
@Component
public class AlertMatches {
    private final DSLContext sql;
    private final Clock clock;

    public AlertMatches(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The customers of one alert.
     *
     * @param current whom it is not silent about
     * @param fresh those of them that came since yesterday began
     */
    public record Counts(int current, int fresh, int snoozed) {
        public static final Counts NONE = new Counts(0, 0, 0);
    }

    /** By number of the alert; those that have nobody are left out. */
    @Transactional(readOnly = true)
    public Map<Long, Counts> counts(Company company, Collection<Long> alerts) {
        var current = count().filterWhere(not(Snoozes.isSnoozed()));
        var fresh = count().filterWhere(not(Snoozes.isSnoozed()).and(isFresh(company, clock)));
        var snoozed = count().filterWhere(Snoozes.isSnoozed());
        return sql.select(ALERT_MATCH.ALERT_ID, current, fresh, snoozed)
                .from(ALERT_MATCH)
                .leftJoin(ALERT_REFRESH)
                .on(refreshed())
                .where(ALERT_MATCH.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT_MATCH.COMPANY_ID.eq(company.id()))
                .and(ALERT_MATCH.ALERT_ID.in(alerts))
                .groupBy(ALERT_MATCH.ALERT_ID)
                .fetchMap(
                        ALERT_MATCH.ALERT_ID,
                        Records.mapping((alert, all, since, silent) -> new Counts(all, since, silent)));
    }

    /** Customers that are in any of the alerts, each counted once; {@code snoozed} are those that none of them is loud about. */
    @Transactional(readOnly = true)
    public Counts together(Company company, Collection<Long> alerts) {
        var current = countDistinct(ALERT_MATCH.SUBJECT_ID).filterWhere(not(Snoozes.isSnoozed()));
        var fresh = countDistinct(ALERT_MATCH.SUBJECT_ID)
                .filterWhere(not(Snoozes.isSnoozed()).and(isFresh(company, clock)));
        return sql.select(current, fresh, countDistinct(ALERT_MATCH.SUBJECT_ID).minus(current))
                .from(ALERT_MATCH)
                .leftJoin(ALERT_REFRESH)
                .on(refreshed())
                .where(ALERT_MATCH.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT_MATCH.COMPANY_ID.eq(company.id()))
                .and(ALERT_MATCH.ALERT_ID.in(alerts))
                .fetchSingle(Records.mapping(Counts::new));
    }

    /** When the alert went through the company last; empty: not yet. */
    @Transactional(readOnly = true)
    public Optional<Instant> asOf(Company company, long alert) {
        return sql.select(ALERT_REFRESH.LAST_AT)
                .from(ALERT_REFRESH)
                .where(ALERT_REFRESH.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT_REFRESH.COMPANY_ID.eq(company.id()))
                .and(ALERT_REFRESH.ALERT_ID.eq(alert))
                .fetchOptional(row -> row.value1().toInstant());
    }

    static Condition refreshed() {
        return ALERT_REFRESH
                .TENANT_ID
                .eq(ALERT_MATCH.TENANT_ID)
                .and(ALERT_REFRESH.ALERT_ID.eq(ALERT_MATCH.ALERT_ID))
                .and(ALERT_REFRESH.COMPANY_ID.eq(ALERT_MATCH.COMPANY_ID));
    }

    /** Since yesterday began, and not already as the alert went through the company for the first time. */
    static Condition isFresh(Company company, Clock clock) {
        var yesterday = company.today(clock).minusDays(1).atStartOfDay(company.zone());
        return ALERT_MATCH
                .SINCE
                .ge(OffsetDateTime.ofInstant(yesterday.toInstant(), ZoneOffset.UTC))
                .and(ALERT_MATCH.SINCE.gt(ALERT_REFRESH.FIRST_AT));
    }
}
