package io.dunlin.intake;

import static io.dunlin.intake.tables.SavedMapping.SAVED_MAPPING;
import static org.jooq.impl.DSL.lower;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.LoadOrder;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mappings that people have given a name. */
@Component
public class SavedMappings {
    public static final int LONGEST_NAME = 80;
    private static final int MOST = 300;

    private final DSLContext sql;
    private final AuditTrail audit;
    private final Clock clock;

    public SavedMappings(DSLContext sql, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param usedAt when it was last chosen for a file; null: never */
    public record Named(
            long id,
            String name,
            SavedMapping mapping,
            @Nullable Instant usedAt) {}

    /** By name. */
    @Transactional(readOnly = true)
    public List<Named> all() {
        return select(SAVED_MAPPING.TENANT_ID.eq(CurrentTenant.id()));
    }

    /** Those for files about the subject, by name. */
    @Transactional(readOnly = true)
    public List<Named> of(Subject subject) {
        return select(SAVED_MAPPING.TENANT_ID.eq(CurrentTenant.id()).and(SAVED_MAPPING.SUBJECT.eq(subject.name())));
    }

    /** The one of this name for files about the subject, in whatever case it is written; empty: there is none. */
    @Transactional(readOnly = true)
    public Optional<Named> find(Subject subject, String name) {
        return select(SAVED_MAPPING
                        .TENANT_ID
                        .eq(CurrentTenant.id())
                        .and(SAVED_MAPPING.SUBJECT.eq(subject.name()))
                        .and(SAVED_MAPPING.NAME.equalIgnoreCase(
                                CleanText.of(name).strip())))
                .stream()
                .findFirst();
    }

    @Transactional(readOnly = true)
    public Named get(long id) {
        return select(SAVED_MAPPING.TENANT_ID.eq(CurrentTenant.id()).and(SAVED_MAPPING.ID.eq(id))).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("Saved mapping", id));
    }

    /** Keeps a new one. */
    @Transactional
    public long add(String name, SavedMapping mapping) {
        var checked = checkedName(name);
        refuseTwice(mapping);
        refuseTaken(checked, mapping.subject(), -1);
        if (sql.fetchCount(SAVED_MAPPING, SAVED_MAPPING.TENANT_ID.eq(CurrentTenant.id())) >= MOST) {
            throw new Rejected("intake.saved.tooMany", MOST);
        }
        var id = sql.insertInto(SAVED_MAPPING)
                .set(SAVED_MAPPING.TENANT_ID, CurrentTenant.id())
                .set(SAVED_MAPPING.NAME, checked)
                .set(SAVED_MAPPING.SUBJECT, mapping.subject().name())
                .set(SAVED_MAPPING.MODE, mapping.mode().name())
                .set(SAVED_MAPPING.COLUMNS, Json.write(mapping.columns()))
                .set(SAVED_MAPPING.CHANGED_AT, now())
                .onConflictDoNothing()
                .returningResult(SAVED_MAPPING.ID)
                .fetchOptional(SAVED_MAPPING.ID)
                .orElseThrow(() -> new Rejected("intake.saved.taken", checked));
        audit.record("mapping.saved", checked, Map.of());
        return id;
    }

    /** Its subject stays. */
    @Transactional
    public void change(long id, String name, SavedMapping mapping) {
        var checked = checkedName(name);
        refuseTwice(mapping);
        var before = get(id);
        refuseTaken(checked, before.mapping().subject(), id);
        sql.update(SAVED_MAPPING)
                .set(SAVED_MAPPING.NAME, checked)
                .set(SAVED_MAPPING.MODE, mapping.mode().name())
                .set(SAVED_MAPPING.COLUMNS, Json.write(mapping.columns()))
                .set(SAVED_MAPPING.CHANGED_AT, now())
                .where(SAVED_MAPPING.TENANT_ID.eq(CurrentTenant.id()))
                .and(SAVED_MAPPING.ID.eq(id))
                .execute();
        audit.record("mapping.changed", checked, Map.of("before", before.name()));
    }

    /** Notes that it was chosen for a file. */
    @Transactional
    public void used(long id) {
        sql.update(SAVED_MAPPING)
                .set(SAVED_MAPPING.USED_AT, now())
                .where(SAVED_MAPPING.TENANT_ID.eq(CurrentTenant.id()))
                .and(SAVED_MAPPING.ID.eq(id))
                .execute();
    }

    @Transactional
    public void remove(long id) {
        var before = get(id);
        sql.deleteFrom(SAVED_MAPPING)
                .where(SAVED_MAPPING.TENANT_ID.eq(CurrentTenant.id()))
                .and(SAVED_MAPPING.ID.eq(id))
                .execute();
        audit.record("mapping.removed", before.name(), Map.of());
    }

    private List<Named> select(Condition condition) {
        return sql.select(
                        SAVED_MAPPING.ID,
                        SAVED_MAPPING.NAME,
                        SAVED_MAPPING.SUBJECT,
                        SAVED_MAPPING.MODE,
                        SAVED_MAPPING.COLUMNS,
                        SAVED_MAPPING.USED_AT)
                .from(SAVED_MAPPING)
                .where(condition)
                .orderBy(lower(SAVED_MAPPING.NAME), SAVED_MAPPING.SUBJECT)
                .fetch(row -> new Named(
                        row.value1(),
                        row.value2(),
                        new SavedMapping(
                                Subject.valueOf(row.value3()),
                                LoadOrder.Mode.valueOf(row.value4()),
                                List.of(Json.read(row.value5(), SavedMapping.Column[].class))),
                        instant(row.value6())));
    }

    private void refuseTaken(String name, Subject subject, long except) {
        var taken = sql.fetchExists(
                SAVED_MAPPING,
                SAVED_MAPPING
                        .TENANT_ID
                        .eq(CurrentTenant.id())
                        .and(SAVED_MAPPING.SUBJECT.eq(subject.name()))
                        .and(SAVED_MAPPING.NAME.equalIgnoreCase(name))
                        .and(SAVED_MAPPING.ID.ne(except)));
        if (taken) {
            throw new Rejected("intake.saved.taken", name);
        }
    }

    private static void refuseTwice(SavedMapping mapping) {
        if (!mapping.twice().isEmpty()) {
            throw new Rejected("intake.saved.twice");
        }
    }

    private static String checkedName(String name) {
        var clean = CleanText.of(name).strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME) {
            throw new Rejected("intake.saved.nameLength", LONGEST_NAME);
        }
        return clean;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
