package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.AlertMatch.ALERT_MATCH;
import static io.dunlin.criteria.tables.AlertRefresh.ALERT_REFRESH;
import static io.dunlin.criteria.tables.AlertVisit.ALERT_VISIT;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which customers of an alert the viewer has not seen yet: those of refreshes that followed the last look at its page. */
@Component
public class AlertVisits {
    /** Who pages, sorts or comes back from a customer is still on the same visit, and goes on seeing what was new. */
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final DSLContext sql;
    private final Clock clock;
    private final CurrentUser user;

    public AlertVisits(DSLContext sql, Clock clock, CurrentUser user) {
        this.sql = sql;
        this.clock = clock;
        this.user = user;
    }

    /** The viewer sees the customers of the alert now. The first time, all but those of the beginning were new. */
    @Transactional
    public void look(Company company, long alert) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        sql.insertInto(
                        ALERT_VISIT,
                        ALERT_VISIT.TENANT_ID,
                        ALERT_VISIT.USER_ID,
                        ALERT_VISIT.ALERT_ID,
                        ALERT_VISIT.COMPANY_ID,
                        ALERT_VISIT.SEEN,
                        ALERT_VISIT.SEEN_BEFORE,
                        ALERT_VISIT.AT)
                .select(select(
                                ALERT_REFRESH.TENANT_ID,
                                val(user.id(), ALERT_VISIT.USER_ID),
                                ALERT_REFRESH.ALERT_ID,
                                ALERT_REFRESH.COMPANY_ID,
                                ALERT_REFRESH.LAST_AT,
                                ALERT_REFRESH.FIRST_AT,
                                val(now))
                        .from(ALERT_REFRESH)
                        .where(ALERT_REFRESH.TENANT_ID.eq(CurrentTenant.id()))
                        .and(ALERT_REFRESH.ALERT_ID.eq(alert))
                        .and(ALERT_REFRESH.COMPANY_ID.eq(company.id())))
                .onConflict(ALERT_VISIT.TENANT_ID, ALERT_VISIT.USER_ID, ALERT_VISIT.ALERT_ID, ALERT_VISIT.COMPANY_ID)
                .doUpdate()
                .set(
                        ALERT_VISIT.SEEN_BEFORE,
                        when(ALERT_VISIT.AT.lt(now.minus(PAUSE)), ALERT_VISIT.SEEN)
                                .otherwise(ALERT_VISIT.SEEN_BEFORE))
                .set(ALERT_VISIT.SEEN, excluded(ALERT_VISIT.SEEN))
                .set(ALERT_VISIT.AT, excluded(ALERT_VISIT.AT))
                .execute();
    }

    /** Joins the viewer's visit to a row of matches. */
    static Condition ofViewer(CurrentUser viewer) {
        return ALERT_VISIT
                .TENANT_ID
                .eq(ALERT_MATCH.TENANT_ID)
                .and(ALERT_VISIT.USER_ID.eq(viewer.id()))
                .and(ALERT_VISIT.ALERT_ID.eq(ALERT_MATCH.ALERT_ID))
                .and(ALERT_VISIT.COMPANY_ID.eq(ALERT_MATCH.COMPANY_ID));
    }

    /** Came after the viewer's last look; whom the alert found at its beginning is new to nobody. */
    static Condition isUnseen() {
        return cameAfter(ALERT_VISIT.SEEN);
    }

    /** As {@link #isUnseen} was when the visit began that still goes on. */
    static Condition wasUnseen() {
        return cameAfter(ALERT_VISIT.SEEN_BEFORE);
    }

    private static Condition cameAfter(Field<OffsetDateTime> seen) {
        // Of null and a time the database says the time.
        return ALERT_MATCH.SINCE.gt(greatest(ALERT_REFRESH.FIRST_AT, seen));
    }
}
