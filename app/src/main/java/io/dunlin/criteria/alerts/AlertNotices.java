package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.Alert.ALERT;
import static io.dunlin.criteria.tables.AlertNotice.ALERT_NOTICE;

import io.dunlin.kernel.NotFound;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the viewer was told of new customers in alerts. */
@Component
public class AlertNotices {
    private static final int SHOWN = 100;

    private final DSLContext sql;
    private final Clock clock;
    private final CurrentUser user;

    public AlertNotices(DSLContext sql, Clock clock, CurrentUser user) {
        this.sql = sql;
        this.clock = clock;
        this.user = user;
    }

    /** @param customers how many were new */
    public record AlertNotice(
            long id,
            long alert,
            String name,
            AlertLevel level,
            CompanyId company,
            int customers,
            Instant at,
            boolean isRead) {}

    /** The latest first; those of the last 90 days are kept. */
    @Transactional(readOnly = true)
    public List<AlertNotice> latest() {
        return notices(DSL.noCondition());
    }

    @Transactional(readOnly = true)
    public int unread() {
        return sql.fetchCount(ALERT_NOTICE, mine().and(ALERT_NOTICE.READ_AT.isNull()));
    }

    @Transactional
    public AlertNotice read(long id) {
        var notice = notices(ALERT_NOTICE.ID.eq(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("Notice", Long.toString(id)));
        mark(ALERT_NOTICE.ID.eq(id));
        return notice;
    }

    @Transactional
    public void readAll() {
        mark(DSL.noCondition());
    }

    private void mark(Condition which) {
        sql.update(ALERT_NOTICE)
                .set(ALERT_NOTICE.READ_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .where(mine())
                .and(ALERT_NOTICE.READ_AT.isNull())
                .and(which)
                .execute();
    }

    /** An alert that is no longer shared with the viewer takes its name along, and not the count: the bell would not go out. */
    private List<AlertNotice> notices(Condition which) {
        return sql.select(ALERT_NOTICE.fields())
                .select(ALERT.NAME, ALERT.LEVEL)
                .from(ALERT_NOTICE)
                .join(ALERT)
                .on(ALERT.TENANT_ID.eq(ALERT_NOTICE.TENANT_ID), ALERT.ID.eq(ALERT_NOTICE.ALERT_ID))
                .where(mine())
                .and(Alerts.isVisible(user.id()))
                .and(which)
                .orderBy(ALERT_NOTICE.ID.desc())
                .limit(SHOWN)
                .fetch(AlertNotices::notice);
    }

    private Condition mine() {
        return ALERT_NOTICE.TENANT_ID.eq(CurrentTenant.id()).and(ALERT_NOTICE.USER_ID.eq(user.id()));
    }

    private static AlertNotice notice(Record row) {
        return new AlertNotice(
                row.get(ALERT_NOTICE.ID),
                row.get(ALERT_NOTICE.ALERT_ID),
                row.get(ALERT.NAME),
                AlertLevel.valueOf(row.get(ALERT.LEVEL)),
                row.get(ALERT_NOTICE.COMPANY_ID),
                row.get(ALERT_NOTICE.CUSTOMERS),
                row.get(ALERT_NOTICE.AT).toInstant(),
                row.get(ALERT_NOTICE.READ_AT) != null);
    }
}
