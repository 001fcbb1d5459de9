package io.dunlin.tenancy;

import static io.dunlin.tenancy.tables.AuditEntry.AUDIT_ENTRY;

import io.dunlin.web.TableRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Who did what, when and from where, in the current tenant. Entries are only ever added. */
@Component
public class AuditTrail {
    private final DSLContext sql;
    private final Clock clock;
    private final CurrentUser user;
    private final JsonMapper json;

    public AuditTrail(DSLContext sql, Clock clock, CurrentUser user, JsonMapper json) {
        this.sql = sql;
        this.clock = clock;
        this.user = user;
        this.json = json;
    }

    /**
     * Adds an entry for the signed-in user, or for the system where there is none; it stands or falls with the running transaction.
     *
     * @param action stable code, such as {@code user.changed}; its sentence has the key {@code audit.<action>}
     * @param subject what it was done to, in words
     * @param detail facts worth keeping; never secrets
     */
    @Transactional
    public void record(String action, String subject, Map<String, ?> detail) {
        add(user.find().orElse(null), action, subject, detail);
    }

    /** Adds an entry for a person who is not (yet) signed in, such as one who failed to. */
    @Transactional
    public void recordFor(User person, String action, String subject, Map<String, ?> detail) {
        add(person, action, subject, detail);
    }

    /** Newest first unless the request says otherwise; the text is looked for in actor, action, subject, detail and address. */
    @Transactional(readOnly = true)
    public List<AuditEntry> page(TableRequest request) {
        var newestFirst = !request.sort().equals("at") || request.descending();
        return sql.selectFrom(AUDIT_ENTRY)
                .where(matches(request.text()))
                .orderBy(
                        newestFirst ? AUDIT_ENTRY.AT.desc() : AUDIT_ENTRY.AT.asc(),
                        newestFirst ? AUDIT_ENTRY.ID.desc() : AUDIT_ENTRY.ID.asc())
                .limit(request.size())
                .offset(request.offset())
                .fetch(row -> new AuditEntry(
                        row.get(AUDIT_ENTRY.AT).toInstant(),
                        row.get(AUDIT_ENTRY.ACTOR),
                        row.get(AUDIT_ENTRY.ACTION),
                        row.get(AUDIT_ENTRY.SUBJECT),
                        row.get(AUDIT_ENTRY.DETAIL).data(),
                        row.get(AUDIT_ENTRY.ADDRESS)));
    }

    /** Entries of {@link #page} over all pages. */
    @Transactional(readOnly = true)
    public long count(TableRequest request) {
        return sql.fetchCount(AUDIT_ENTRY, matches(request.text()));
    }

    private static Condition matches(String text) {
        var ours = AUDIT_ENTRY.TENANT_ID.eq(CurrentTenant.id());
        return text.isEmpty()
                ? ours
                : ours.and(DSL.or(
                        AUDIT_ENTRY.ACTOR.containsIgnoreCase(text),
                        AUDIT_ENTRY.ACTION.containsIgnoreCase(text),
                        AUDIT_ENTRY.SUBJECT.containsIgnoreCase(text),
                        AUDIT_ENTRY.DETAIL.cast(SQLDataType.CLOB).containsIgnoreCase(text),
                        AUDIT_ENTRY.ADDRESS.containsIgnoreCase(text)));
    }

    private void add(@Nullable User person, String action, String subject, Map<String, ?> detail) {
        sql.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.TENANT_ID, CurrentTenant.id())
                .set(AUDIT_ENTRY.AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .set(AUDIT_ENTRY.USER_ID, person == null ? null : person.id())
                .set(AUDIT_ENTRY.ACTOR, person == null ? "" : person.name())
                .set(AUDIT_ENTRY.ACTION, action)
                .set(AUDIT_ENTRY.SUBJECT, subject)
                .set(AUDIT_ENTRY.DETAIL, JSONB.valueOf(json.writeValueAsString(detail)))
                .set(AUDIT_ENTRY.ADDRESS, address())
                .execute();
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
