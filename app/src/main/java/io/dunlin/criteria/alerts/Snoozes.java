package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.AlertMatch.ALERT_MATCH;
import static io.dunlin.criteria.tables.AlertSnooze.ALERT_SNOOZE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers of whom an alert is silent until a day, with the reason. When the day comes those that still meet the alert are news again.
 *
 * <p>For the owner of an alert, and for those who do the work where it is shared.
 */
@Component
public class Snoozes {
    private static final int LONGEST_REASON = 200;
    private static final int MOST_DAYS = 366;

    private final DSLContext sql;
    private final Clock clock;
    private final CurrentUser user;
    private final Alerts alerts;

    public Snoozes(DSLContext sql, Clock clock, CurrentUser user, Alerts alerts) {
        this.sql = sql;
        this.clock = clock;
        this.user = user;
        this.alerts = alerts;
    }

    /** Whether the viewer may snooze customers of the alert. */
    public boolean isAllowed(Alert alert) {
        return alert.own() || user.may(Right.COLLECT);
    }

    /** @param until the first day on which it is no longer silent */
    @Transactional
    public void snooze(Company company, long alert, long customer, @Nullable LocalDate until, String reason) {
        checkRight(alert);
        var why = reason.replace("\0", "").strip();
        var today = company.today(clock);
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Rejected("criteria.alerts.snooze.reasonLength", LONGEST_REASON);
        }
        if (until == null || !until.isAfter(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
            throw new Rejected("criteria.alerts.snooze.badDay", MOST_DAYS);
        }
        var rows = sql.insertInto(
                        ALERT_SNOOZE,
                        ALERT_SNOOZE.TENANT_ID,
                        ALERT_SNOOZE.ALERT_ID,
                        ALERT_SNOOZE.SUBJECT_ID,
                        ALERT_SNOOZE.COMPANY_ID,
                        ALERT_SNOOZE.REASON,
                        ALERT_SNOOZE.UNTIL,
                        ALERT_SNOOZE.USER_ID,
                        ALERT_SNOOZE.CREATED_AT)
                .select(select(
                                ALERT_MATCH.TENANT_ID,
                                ALERT_MATCH.ALERT_ID,
                                ALERT_MATCH.SUBJECT_ID,
                                ALERT_MATCH.COMPANY_ID,
                                val(why),
                                val(until),
                                val(user.id(), ALERT_SNOOZE.USER_ID),
                                val(now()))
                        .from(ALERT_MATCH)
                        .where(is(company, alert, customer)))
                .onConflict(ALERT_SNOOZE.TENANT_ID, ALERT_SNOOZE.ALERT_ID, ALERT_SNOOZE.SUBJECT_ID)
                .doUpdate()
                .set(ALERT_SNOOZE.REASON, excluded(ALERT_SNOOZE.REASON))
                .set(ALERT_SNOOZE.UNTIL, excluded(ALERT_SNOOZE.UNTIL))
                .set(ALERT_SNOOZE.USER_ID, excluded(ALERT_SNOOZE.USER_ID))
                .set(ALERT_SNOOZE.CREATED_AT, excluded(ALERT_SNOOZE.CREATED_AT))
                .execute();
        if (rows == 0) {
            throw new NotFound("Customer", Long.toString(customer));
        }
        tell(company, alert, customer, null);
    }

    /** Whoever ends it knows of the customer: it does not become news. */
    @Transactional
    public void end(Company company, long alert, long customer) {
        checkRight(alert);
        sql.deleteFrom(ALERT_SNOOZE)
                .where(ALERT_SNOOZE.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT_SNOOZE.COMPANY_ID.eq(company.id()))
                .and(ALERT_SNOOZE.ALERT_ID.eq(alert))
                .and(ALERT_SNOOZE.SUBJECT_ID.eq(customer))
                .execute();
        tell(company, alert, customer, now());
    }

    /** What a match becomes that is not told of while it is snoozed. */
    private void tell(Company company, long alert, long customer, @Nullable OffsetDateTime at) {
        sql.update(ALERT_MATCH)
                .set(ALERT_MATCH.TOLD_AT, at)
                .where(is(company, alert, customer))
                .execute();
    }

    void forgetEnded(Company company, LocalDate today) {
        sql.deleteFrom(ALERT_SNOOZE)
                .where(ALERT_SNOOZE.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT_SNOOZE.COMPANY_ID.eq(company.id()))
                .and(ALERT_SNOOZE.UNTIL.le(today))
                .execute();
    }

    /** Of a row of matches. Snoozes that have ended are taken out as the day begins. */
    static Condition isSnoozed() {
        return exists(selectOne()
                .from(ALERT_SNOOZE)
                .where(ALERT_SNOOZE.TENANT_ID.eq(ALERT_MATCH.TENANT_ID))
                .and(ALERT_SNOOZE.ALERT_ID.eq(ALERT_MATCH.ALERT_ID))
                .and(ALERT_SNOOZE.SUBJECT_ID.eq(ALERT_MATCH.SUBJECT_ID)));
    }

    private static Condition is(Company company, long alert, long customer) {
        return ALERT_MATCH
                .TENANT_ID
                .eq(CurrentTenant.id())
                .and(ALERT_MATCH.COMPANY_ID.eq(company.id()))
                .and(ALERT_MATCH.ALERT_ID.eq(alert))
                .and(ALERT_MATCH.SUBJECT_ID.eq(customer));
    }

    private void checkRight(long id) {
        if (!isAllowed(alerts.get(id))) {
            throw new NotFound("Alert", Long.toString(id));
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
