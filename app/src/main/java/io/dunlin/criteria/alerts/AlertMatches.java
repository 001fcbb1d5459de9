package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.AlertMatch.ALERT_MATCH;
import static io.dunlin.criteria.tables.AlertRefresh.ALERT_REFRESH;
import static io.dunlin.criteria.tables.AlertSnooze.ALERT_SNOOZE;
import static io.dunlin.criteria.tables.AlertVisit.ALERT_VISIT;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many customers of a company alerts have now, and as of when. */
@Component
public class AlertMatches {
    private final DSLContext sql;
    private final Clock clock;
    private final CurrentUser user;

    public AlertMatches(DSLContext sql, Clock clock, CurrentUser user) {
        this.sql = sql;
        this.clock = clock;
        this.user = user;
    }

    /**
     * The customers of one alert.
     *
     * @param current whom it is not silent about
     * @param unseen those of them that the viewer has not seen yet
     * @param fresh those of them that came since yesterday began
     */
    public record Counts(int current, int unseen, int fresh, int snoozed) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /** By number of the alert; those that have nobody are left out. */
    @Transactional(readOnly = true)
    public Map<Long, Counts> counts(Company company, Collection<Long> alerts) {
        return counts(company, alerts, AlertVisits.isUnseen());
    }

    /** Of an alert that the viewer is looking at: what was unseen as the visit began. */
    @Transactional(readOnly = true)
    public Counts lookedAt(Company company, long alert) {
        return counts(company, List.of(alert), AlertVisits.wasUnseen()).getOrDefault(alert, Counts.NONE);
    }

    private Map<Long, Counts> counts(Company company, Collection<Long> alerts, Condition isUnseen) {
        return sql.select(
                        ALERT_MATCH.ALERT_ID,
                        count().filterWhere(isLoud()),
                        count().filterWhere(isLoud().and(isUnseen)),
                        count().filterWhere(isLoud().and(isFresh(company, clock))),
                        count().filterWhere(not(isLoud())))
                .from(matches())
                .where(are(company, alerts))
                .groupBy(ALERT_MATCH.ALERT_ID)
                .fetchMap(
                        ALERT_MATCH.ALERT_ID,
                        Records.mapping(
                                (alert, all, unknown, since, silent) -> new Counts(all, unknown, since, silent)));
    }

    /** Customers that are in any of the alerts, each counted once; {@code snoozed} are those that none of them is loud about. */
    @Transactional(readOnly = true)
    public Counts together(Company company, Collection<Long> alerts) {
        var each = select(
                        field(boolOr(isLoud())).as("loud"),
                        field(boolOr(isLoud().and(AlertVisits.isUnseen()))).as("unseen"),
                        field(boolOr(isLoud().and(isFresh(company, clock)))).as("fresh"))
                .from(matches())
                .where(are(company, alerts))
                .groupBy(ALERT_MATCH.SUBJECT_ID)
                .asTable("each");
        return sql.select(
                        count().filterWhere(condition(name("loud"))),
                        count().filterWhere(condition(name("unseen"))),
                        count().filterWhere(condition(name("fresh"))),
                        count().filterWhere(not(condition(name("loud")))))
                .from(each)
                .fetchSingle(Records.mapping(Counts::new));
    }

    private Table<?> matches() {
        return ALERT_MATCH
                .leftJoin(ALERT_SNOOZE)
                .on(ALERT_SNOOZE.TENANT_ID.eq(ALERT_MATCH.TENANT_ID))
                .and(ALERT_SNOOZE.ALERT_ID.eq(ALERT_MATCH.ALERT_ID))
                .and(ALERT_SNOOZE.SUBJECT_ID.eq(ALERT_MATCH.SUBJECT_ID))
                .leftJoin(ALERT_REFRESH)
                .on(refreshed())
                .leftJoin(ALERT_VISIT)
                .on(AlertVisits.ofViewer(user));
    }

    private static Condition are(Company company, Collection<Long> alerts) {
        return ALERT_MATCH
                .TENANT_ID
                .eq(CurrentTenant.id())
                .and(ALERT_MATCH.COMPANY_ID.eq(company.id()))
                .and(ALERT_MATCH.ALERT_ID.in(alerts));
    }

    private static Condition isLoud() {
        return ALERT_SNOOZE.SUBJECT_ID.isNull();
    }

    private static Condition condition(Name flag) {
        return DSL.condition(field(flag, SQLDataType.BOOLEAN));
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
