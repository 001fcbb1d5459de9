package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.Alert.ALERT;
import static io.dunlin.criteria.tables.AlertMatch.ALERT_MATCH;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.UserId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In which alerts customers are: those that the viewer may open and that are not silent about them. */
@Component
public class AlertMarks {
    private final DSLContext sql;
    private final CurrentUser user;

    public AlertMarks(DSLContext sql, CurrentUser user) {
        this.sql = sql;
        this.user = user;
    }

    /** By number of the customer, what matters most first; customers that are in none are left out. */
    @Transactional(readOnly = true)
    public Map<Long, List<AlertMark>> of(Collection<Long> customers) {
        return user.find()
                .map(viewer -> marks(ALERT_MATCH.SUBJECT_ID.in(customers), viewer.id()))
                .orElse(Map.of());
    }

    /** Of all customers of an alert in a company: the other alerts that they are in. */
    @Transactional(readOnly = true)
    public Map<Long, List<AlertMark>> besides(Company company, long alert) {
        var its = ALERT_MATCH.as("its");
        return marks(
                ALERT_MATCH
                        .ALERT_ID
                        .ne(alert)
                        .and(ALERT_MATCH.COMPANY_ID.eq(company.id()))
                        .and(ALERT_MATCH.SUBJECT_ID.in(select(its.SUBJECT_ID)
                                .from(its)
                                .where(its.TENANT_ID.eq(CurrentTenant.id()))
                                .and(its.COMPANY_ID.eq(company.id()))
                                .and(its.ALERT_ID.eq(alert)))),
                user.id());
    }

    private Map<Long, List<AlertMark>> marks(Condition which, UserId viewer) {
        record Marked(long customer, AlertMark mark) {}
        return sql
                .select(ALERT_MATCH.SUBJECT_ID, ALERT.ID, ALERT.NAME, ALERT.LEVEL)
                .from(ALERT_MATCH)
                .join(ALERT)
                .on(ALERT.TENANT_ID.eq(ALERT_MATCH.TENANT_ID), ALERT.ID.eq(ALERT_MATCH.ALERT_ID))
                .where(ALERT_MATCH.TENANT_ID.eq(CurrentTenant.id()))
                .and(which)
                .and(Alerts.isVisible(viewer))
                .and(not(Snoozes.isSnoozed()))
                .fetch(row -> new Marked(
                        row.value1(), new AlertMark(row.value2(), row.value3(), AlertLevel.valueOf(row.value4()))))
                .stream()
                .sorted(Comparator.comparing((Marked marked) -> marked.mark().level())
                        .reversed()
                        .thenComparing(marked -> marked.mark().name()))
                .collect(groupingBy(Marked::customer, mapping(Marked::mark, toList())));
    }
}
