package io.dunlin.intake;

import static io.dunlin.intake.tables.Import.IMPORT;
import static io.dunlin.intake.tables.Upload.UPLOAD;

import io.dunlin.jobs.JobId;
import io.dunlin.kernel.NotFound;
import io.dunlin.ledger.LoadOrder;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectLimitStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files that came in and what became of them. */
@Component
public class Imports {
    private static final int MOST_SHOWN = 500;

    private final DSLContext sql;
    private final Clock clock;

    public Imports(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    public ImportId create(
            Company company,
            Upload upload,
            Subject subject,
            FileProfile profile,
            Mapping mapping,
            @Nullable UserId user) {
        return sql.insertInto(IMPORT)
                .set(IMPORT.TENANT_ID, CurrentTenant.id())
                .set(IMPORT.COMPANY_ID, company.id())
                .set(IMPORT.UPLOAD_ID, upload.id())
                .set(IMPORT.SUBJECT, subject.name())
                .set(IMPORT.MODE, mapping.mode().name())
                .set(IMPORT.AS_OF, company.today(clock))
                .set(IMPORT.PROFILE, Json.write(profile))
                .set(IMPORT.MAPPING, Json.write(mapping))
                .set(IMPORT.STATE, ImportState.MAPPING.name())
                .set(IMPORT.USER_ID, user)
                .set(IMPORT.CREATED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .returningResult(IMPORT.ID)
                .fetchSingle()
                .value1();
    }

    @Transactional(readOnly = true)
    public Import get(ImportId id) {
        return select(IMPORT.ID.eq(id)).fetchOptional(Imports::imported).orElseThrow(() -> new NotFound("Import", id));
    }

    /** The one that the job brings in; empty where there is none, or where it was handed over to another job since. */
    @Transactional(readOnly = true)
    public Optional<Import> find(JobId job) {
        return select(IMPORT.JOB_ID.eq(job)).fetchOptional(Imports::imported);
    }

    /** Forgets a file that was never started, with its content. */
    @Transactional
    public void discard(ImportId id) {
        var unused = sql.deleteFrom(IMPORT)
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .and(IMPORT.STATE.eq(ImportState.MAPPING.name()))
                .returningResult(IMPORT.UPLOAD_ID)
                .fetchOptional(IMPORT.UPLOAD_ID);
        unused.ifPresent(upload -> sql.deleteFrom(UPLOAD)
                .where(UPLOAD.TENANT_ID.eq(CurrentTenant.id()))
                .and(UPLOAD.ID.eq(upload))
                .execute());
    }

    /** The latest ones of the company, newest first. */
    @Transactional(readOnly = true)
    public List<Import> history(CompanyId company) {
        return select(IMPORT.COMPANY_ID.eq(company)).limit(MOST_SHOWN).fetch(Imports::imported);
    }

    /** The latest ones that were applied and not undone, newest first. */
    @Transactional(readOnly = true)
    public List<Import> applied(CompanyId company, int most) {
        return select(IMPORT.COMPANY_ID.eq(company).and(IMPORT.STATE.eq(ImportState.APPLIED.name())))
                .limit(most)
                .fetch(Imports::imported);
    }

    /** The one that can be undone: the latest applied one, where nothing was applied to the company after it. */
    @Transactional(readOnly = true)
    public Optional<ImportId> undoable(CompanyId company) {
        return sql.select(IMPORT.ID, IMPORT.STATE)
                .from(IMPORT)
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.COMPANY_ID.eq(company))
                .and(IMPORT.STATE.in(ImportState.APPLIED.name(), ImportState.UNDONE.name()))
                .orderBy(IMPORT.APPLIED_AT.desc(), IMPORT.ID.desc())
                .limit(1)
                .fetchOptional()
                .filter(row -> row.value2().equals(ImportState.APPLIED.name()))
                .map(row -> row.value1());
    }

    @Transactional(readOnly = true)
    public FileProfile profile(ImportId id) {
        return sql.select(IMPORT.PROFILE)
                .from(IMPORT)
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .fetchOptional(row -> Json.read(row.value1(), FileProfile.class))
                .orElseThrow(() -> new NotFound("Import", id));
    }

    @Transactional(readOnly = true)
    public Mapping mapping(ImportId id) {
        return sql.select(IMPORT.MAPPING)
                .from(IMPORT)
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .fetchOptional(row -> Json.read(row.value1(), Mapping.class))
                .orElseThrow(() -> new NotFound("Import", id));
    }

    private SelectLimitStep<? extends Record> select(Condition condition) {
        // Without the profile: it may be large, and lists do not show it.
        return sql.select(Arrays.stream(IMPORT.fields())
                        .filter(field -> field != IMPORT.PROFILE && field != IMPORT.MAPPING)
                        .toList())
                .select(UPLOAD.FILE_NAME, UPLOAD.SIZE, UPLOAD.CHARSET, UPLOAD.EMPTIED_AT)
                .from(IMPORT)
                .join(UPLOAD)
                .on(UPLOAD.TENANT_ID.eq(IMPORT.TENANT_ID))
                .and(UPLOAD.ID.eq(IMPORT.UPLOAD_ID))
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(condition)
                .orderBy(IMPORT.CREATED_AT.desc(), IMPORT.ID.desc());
    }

    private static Import imported(Record row) {
        @Nullable JobId job = row.get(IMPORT.JOB_ID);
        @Nullable String problem = row.get(IMPORT.PROBLEM);
        @Nullable UserId user = row.get(IMPORT.USER_ID);
        return new Import(
                row.get(IMPORT.ID),
                row.get(IMPORT.COMPANY_ID),
                row.get(IMPORT.UPLOAD_ID),
                row.get(UPLOAD.FILE_NAME),
                row.get(UPLOAD.SIZE),
                row.get(UPLOAD.CHARSET),
                job,
                Subject.valueOf(row.get(IMPORT.SUBJECT)),
                LoadOrder.Mode.valueOf(row.get(IMPORT.MODE)),
                row.get(IMPORT.AS_OF),
                ImportState.valueOf(row.get(IMPORT.STATE)),
                problem,
                List.of(row.get(IMPORT.PROBLEM_ARGUMENTS)),
                new Import.Counts(
                        row.get(IMPORT.ROWS_READ),
                        row.get(IMPORT.ROWS_NEW),
                        row.get(IMPORT.ROWS_CHANGED),
                        row.get(IMPORT.ROWS_UNCHANGED),
                        row.get(IMPORT.ROWS_CLEARED),
                        row.get(IMPORT.ROWS_REJECTED)),
                row.get(IMPORT.WOULD_CLEAR),
                row.get(IMPORT.OPEN_BEFORE),
                row.get(IMPORT.CLEARING_CONFIRMED),
                row.get(IMPORT.ATTEMPTS),
                row.get(UPLOAD.EMPTIED_AT) == null,
                user,
                row.get(IMPORT.CREATED_AT).toInstant(),
                instant(row.get(IMPORT.APPLIED_AT)),
                instant(row.get(IMPORT.UNDONE_AT)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** The file was looked through again, in another character set or with another delimiter. */
    @Transactional
    public void reread(Import order, String charset, FileProfile profile, Mapping mapping) {
        sql.update(UPLOAD)
                .set(UPLOAD.CHARSET, charset)
                .where(UPLOAD.TENANT_ID.eq(CurrentTenant.id()))
                .and(UPLOAD.ID.eq(order.upload()))
                .execute();
        sql.update(IMPORT)
                .set(IMPORT.PROFILE, Json.write(profile))
                .set(IMPORT.MAPPING, Json.write(mapping))
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(order.id()))
                .execute();
    }

    /** What a person has chosen so far. */
    @Transactional
    public void choose(ImportId id, Mapping mapping, LocalDate asOf) {
        sql.update(IMPORT)
                .set(IMPORT.MAPPING, Json.write(mapping))
                .set(IMPORT.MODE, mapping.mode().name())
                .set(IMPORT.AS_OF, asOf)
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .execute();
    }
}
