package io.dunlin.ledger;

import static io.dunlin.tenancy.tables.AuditEntry.AUDIT_ENTRY;

import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people did to customers: kept in the audit trail under the customer's business key. */
@Component
public class CustomerChanges {
    private static final int SHOWN = 50;

    private final DSLContext sql;
    private final AuditTrail audit;

    public CustomerChanges(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** @param action stable code; its sentence has the key {@code audit.<action>} */
    public record Change(Instant at, String actor, String action) {}

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Change> of(CustomerFile file) {
        return sql.select(AUDIT_ENTRY.AT, AUDIT_ENTRY.ACTOR, AUDIT_ENTRY.ACTION)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.TENANT_ID.eq(CurrentTenant.id()))
                .and(AUDIT_ENTRY.SUBJECT.eq(subject(file)))
                .orderBy(AUDIT_ENTRY.AT.desc(), AUDIT_ENTRY.ID.desc())
                .limit(SHOWN)
                .fetch(row -> new Change(row.value1().toInstant(), row.value2(), row.value3()));
    }

    @Transactional
    public void record(CustomerFile file, String action, Map<String, ?> detail) {
        audit.record(action, subject(file), detail);
    }

    private static String subject(CustomerFile file) {
        return file.company().code() + "/" + file.details().code();
    }
}
