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
import java.util.Optional;
import org.jooq.Condition;
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

    /** One run of the job that brings the import in, counted from 1; 0 before the first. */
    public record Attempt(ImportId id, JobId job, int number) {}

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

    /** Handed over to a job, perhaps after another one. */
    @Transactional
    public void started(ImportId id, JobId job, boolean clearingConfirmed) {
        set(ImportState.RUNNING)
                .set(IMPORT.JOB_ID, job)
                .set(IMPORT.ATTEMPTS, 0)
                .set(IMPORT.CLEARING_CONFIRMED, clearingConfirmed)
                .setNull(IMPORT.PROBLEM)
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .execute();
    }

    /**
     * A run begins; more than one after the death of a node or a retry. Empty where there is nothing to do: the import is done,
     * or was handed over to another job since.
     */
    @Transactional
    public Optional<Attempt> attempt(ImportId id, JobId job) {
        return set(ImportState.RUNNING)
                .set(IMPORT.ATTEMPTS, IMPORT.ATTEMPTS.plus(1))
                .setNull(IMPORT.PROBLEM)
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .and(IMPORT.JOB_ID.eq(job))
                .and(IMPORT.STATE.notIn(ImportState.APPLIED.name(), ImportState.UNDONE.name()))
                .returningResult(IMPORT.ATTEMPTS)
                .fetchOptional(row -> new Attempt(id, job, row.value1()));
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
    public void needsConfirmation(Attempt attempt, ClearsTooMuch refusal) {
        set(ImportState.NEEDS_CONFIRMATION)
                .set(IMPORT.WOULD_CLEAR, refusal.wouldClear())
                .set(IMPORT.OPEN_BEFORE, refusal.open())
                .where(isUnderWay(attempt))
                .execute();
    }

    @Transactional
    public void failed(Attempt attempt, String problem, List<Object> arguments) {
        set(ImportState.FAILED)
                .set(IMPORT.PROBLEM, problem)
                .set(
                        IMPORT.PROBLEM_ARGUMENTS,
                        arguments.stream().map(Object::toString).toArray(String[]::new))
                .where(isUnderWay(attempt))
                .execute();
    }

    @Transactional
    public void cancelled(Attempt attempt) {
        set(ImportState.CANCELLED).where(isUnderWay(attempt)).execute();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void undone(ImportId id) {
        set(ImportState.UNDONE)
                .set(IMPORT.UNDONE_AT, now())
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.ID.eq(id))
                .execute();
    }

    /** False when another run has begun since: one that was believed dead has nothing more to say. */
    private static Condition isUnderWay(Attempt attempt) {
        return IMPORT.TENANT_ID
                .eq(CurrentTenant.id())
                .and(IMPORT.ID.eq(attempt.id()))
                .and(IMPORT.JOB_ID.eq(attempt.job()))
                .and(IMPORT.ATTEMPTS.eq(attempt.number()))
                .and(IMPORT.STATE.eq(ImportState.RUNNING.name()));
    }

    private UpdateSetMoreStep<Record> set(ImportState state) {
        return sql.update(IMPORT).set(IMPORT.STATE, state.name());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
