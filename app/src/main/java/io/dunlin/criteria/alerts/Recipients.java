package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.AlertRecipient.ALERT_RECIPIENT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is told of new customers of alerts. */
@Component
public class Recipients {
    private final DSLContext sql;

    public Recipients(DSLContext sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public List<Recipient> of(long alert) {
        return of(List.of(alert)).getOrDefault(alert, List.of());
    }

    /** By number of the alert. */
    Map<Long, List<Recipient>> of(Collection<Long> alerts) {
        return sql
                .selectFrom(ALERT_RECIPIENT)
                .where(ALERT_RECIPIENT.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT_RECIPIENT.ALERT_ID.in(alerts))
                .orderBy(ALERT_RECIPIENT.ID)
                .fetch()
                .stream()
                .collect(
                        groupingBy(row -> row.get(ALERT_RECIPIENT.ALERT_ID), mapping(Recipients::recipient, toList())));
    }

    void replace(long alert, List<Recipient> wanted) {
        sql.deleteFrom(ALERT_RECIPIENT)
                .where(ALERT_RECIPIENT.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT_RECIPIENT.ALERT_ID.eq(alert))
                .execute();
        var insert = sql.insertInto(
                ALERT_RECIPIENT,
                ALERT_RECIPIENT.TENANT_ID,
                ALERT_RECIPIENT.ALERT_ID,
                ALERT_RECIPIENT.USER_ID,
                ALERT_RECIPIENT.ROLE,
                ALERT_RECIPIENT.FREQUENCY);
        for (var one : wanted) {
            insert = insert.values(
                    CurrentTenant.id(),
                    alert,
                    one.user(),
                    one.role() == null ? null : one.role().name(),
                    one.frequency().name());
        }
        if (!wanted.isEmpty()) {
            insert.execute();
        }
    }

    private static Recipient recipient(Record row) {
        var role = row.get(ALERT_RECIPIENT.ROLE);
        return new Recipient(
                row.get(ALERT_RECIPIENT.USER_ID),
                role == null ? null : Role.valueOf(role),
                Frequency.valueOf(row.get(ALERT_RECIPIENT.FREQUENCY)));
    }
}
