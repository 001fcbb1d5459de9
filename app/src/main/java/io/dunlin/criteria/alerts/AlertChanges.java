package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.Alert.ALERT;
import static io.dunlin.criteria.tables.AlertMatch.ALERT_MATCH;
import static io.dunlin.criteria.tables.AlertRefresh.ALERT_REFRESH;
import static org.jooq.impl.DSL.selectOne;

import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaJson;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.UserId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and removes alerts: the owner's right, and of a shared one an administrator's too. */
@Component
public class AlertChanges {
    private static final int LONGEST_NAME = 60;

    private final DSLContext sql;
    private final Clock clock;
    private final CurrentUser user;
    private final Alerts alerts;
    private final Recipients recipients;
    private final AlertRefresh refresh;
    private final RefreshElsewhere elsewhere;
    private final Selections selections;
    private final AuditTrail audit;

    public AlertChanges(
            DSLContext sql,
            Clock clock,
            CurrentUser user,
            Alerts alerts,
            Recipients recipients,
            AlertRefresh refresh,
            RefreshElsewhere elsewhere,
            Selections selections,
            AuditTrail audit) {
        this.sql = sql;
        this.clock = clock;
        this.user = user;
        this.alerts = alerts;
        this.recipients = recipients;
        this.refresh = refresh;
        this.elsewhere = elsewhere;
        this.selections = selections;
        this.audit = audit;
    }

    /** What an alert is to say. */
    public record Wish(
            String name,
            AlertType type,
            AlertLevel level,
            boolean shared,
            Criteria criteria,
            List<Recipient> recipients) {}

    /** Finds at once whom it finds in the company; in the others a job does. */
    @Transactional
    public long add(Company company, Wish wish) {
        var values = checked(wish, user.id(), 0);
        var id = sql.insertInto(ALERT)
                .set(values)
                .set(ALERT.TENANT_ID, CurrentTenant.id())
                .set(ALERT.USER_ID, user.id())
                .set(ALERT.CREATED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .returningResult(ALERT.ID)
                .fetchSingle()
                .value1();
        recipients.replace(id, wish.recipients());
        find(company, id);
        record("alert.added", wish.name());
        return id;
    }

    /** Whom other criteria find besides is no news. */
    @Transactional
    public void change(Company company, long id, Wish wish) {
        var before = changeable(id);
        sql.update(ALERT)
                .set(checked(wish, before.ownerId(), id))
                .where(ALERT.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT.ID.eq(id))
                .execute();
        recipients.replace(id, wish.recipients());
        if (!before.criteria().equals(wish.criteria())) {
            sql.deleteFrom(ALERT_REFRESH)
                    .where(ALERT_REFRESH.TENANT_ID.eq(CurrentTenant.id()))
                    .and(ALERT_REFRESH.ALERT_ID.eq(id))
                    .execute();
            find(company, id);
        }
        record("alert.changed", wish.name());
    }

    private void find(Company here, long id) {
        var alert = alerts.get(id);
        refresh.refresh(here, List.of(alert));
        elsewhere.submit(alert, here);
    }

    @Transactional
    public void remove(long id) {
        var gone = changeable(id);
        sql.deleteFrom(ALERT_MATCH)
                .where(ALERT_MATCH.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT_MATCH.ALERT_ID.eq(id))
                .execute();
        sql.deleteFrom(ALERT)
                .where(ALERT.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT.ID.eq(id))
                .execute();
        record("alert.removed", gone.name());
    }

    /** Throws {@link NotFound} where the viewer may not change it. */
    @Transactional(readOnly = true)
    public Alert changeable(long id) {
        var alert = alerts.get(id);
        if (!alert.mayChange()) {
            throw new NotFound("Alert", Long.toString(id));
        }
        return alert;
    }

    private Map<Field<?>, Object> checked(Wish wish, UserId owner, long id) {
        var name = wish.name().replace("\0", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Rejected("criteria.alerts.nameLength", LONGEST_NAME);
        }
        if (sql.fetchExists(selectOne()
                .from(ALERT)
                .where(ALERT.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT.USER_ID.eq(owner))
                .and(ALERT.ID.ne(id))
                .and(ALERT.NAME.eq(name)))) {
            throw new Rejected("criteria.alerts.nameTaken", name);
        }
        if (wish.criteria() instanceof Criteria.All(var of) && of.isEmpty()) {
            throw new Rejected("criteria.alerts.noCriteria");
        }
        selections.check(Subject.CUSTOMER, wish.criteria());
        return Map.of(
                ALERT.NAME, name,
                ALERT.TYPE, wish.type().name(),
                ALERT.LEVEL, wish.level().name(),
                ALERT.SHARED, wish.shared(),
                ALERT.CRITERIA, JSONB.valueOf(CriteriaJson.write(wish.criteria())));
    }

    private void record(String action, String name) {
        audit.record(action, name, Map.of());
    }
}
