package io.dunlin.intake;

import static io.dunlin.intake.tables.Import.IMPORT;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.dunlin.intake.Import.Counts;
import io.dunlin.jobs.JobId;
import io.dunlin.kernel.NotFound;
import io.dunlin.ledger.ClearsTooMuch;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The moves of an import from state to state. */
@Component
public class ImportProgress {
    /** First half of the lock's name; the second is the company. Any number that nobody else uses. */
    private static final int LOCK = 0x1A7A4E;

    private final DSLContext sql;
    private final Clock clock;

    public ImportProgress(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps other imports of the company waiting until the caller's transaction has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(CompanyId company) {
        sql.select(function(
                        name("pg_advisory_xact_lock"),
                        Object.class,
                        val(LOCK),
                        val(Math.toIntExact(company.value() % Integer.MAX_VALUE))))
                .fetch();
    }

    @Transactional
    public ImportState state(ImportId id) {
        return sql.select(IMPORT.STATE)
                .from(IMPORT)
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .fetchOptional(row -> ImportState.valueOf(row.value1()))
                .orElseThrow(() -> new NotFound("Import", id));
    }

    /** Handed over to a job, perhaps once more. */
    @Transactional
    public void started(ImportId id, JobId job, boolean clearingConfirmed) {
        set(ImportState.RUNNING)
                .set(IMPORT.JOB_ID, job)
                .set(IMPORT.CLEARING_CONFIRMED, clearingConfirmed)
                .setNull(IMPORT.PROBLEM)
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .execute();
    }

    /** A run begins; more than one after the death of a node or a retry. */
    @Transactional
    public void attempt(ImportId id) {
        set(ImportState.RUNNING)
                .set(IMPORT.ATTEMPTS, IMPORT.ATTEMPTS.plus(1))
                .setNull(IMPORT.PROBLEM)
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .execute();
    }

    /** Said in the transaction that changes the ledger: the state and the data appear together. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void applied(ImportId id, Counts counts) {
        set(ImportState.APPLIED)
                .set(IMPORT.ROWS_READ, counts.read())
                .set(IMPORT.ROWS_NEW, counts.added())
                .set(IMPORT.ROWS_CHANGED, counts.changed())
                .set(IMPORT.ROWS_UNCHANGED, counts.unchanged())
                .set(IMPORT.ROWS_CLEARED, counts.cleared())
                .set(IMPORT.ROWS_REJECTED, counts.rejected())
                .set(IMPORT.APPLIED_AT, now())
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .execute();
    }

    @Transactional
    public void needsConfirmation(ImportId id, ClearsTooMuch refusal) {
        set(ImportState.NEEDS_CONFIRMATION)
                .set(IMPORT.WOULD_CLEAR, refusal.wouldClear())
                .set(IMPORT.OPEN_BEFORE, refusal.open())
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .execute();
    }

    @Transactional
    public void failed(ImportId id, String problem, List<Object> arguments) {
        set(ImportState.FAILED)
                .set(IMPORT.PROBLEM, problem)
                .set(
                        IMPORT.PROBLEM_ARGUMENTS,
                        arguments.stream().map(Object::toString).toArray(String[]::new))
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .execute();
    }

    @Transactional
    public void cancelled(ImportId id) {
        set(ImportState.CANCELLED)
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .execute();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void undone(ImportId id) {
        set(ImportState.UNDONE)
                .set(IMPORT.UNDONE_AT, now())
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .execute();
    }

    private UpdateSetMoreStep<Record> set(ImportState state) {
        return sql.update(IMPORT).set(IMPORT.STATE, state.name());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
