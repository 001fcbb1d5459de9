package io.dunlin.intake;

import static io.dunlin.intake.tables.PushedFile.PUSHED_FILE;

import io.dunlin.jobs.JobId;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The keys under which programs have pushed files: of the same key only the first file is loaded. */
@Component
public class PushKeys {
    private final DSLContext sql;
    private final Clock clock;

    public PushKeys(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What a key stands for. */
    record Known(ImportId id, JobId job, byte[] fingerprint) {
        /** Refuses another file under the same key. */
        Pushed answer(byte[] asked) {
            if (!Arrays.equals(fingerprint, asked)) {
                throw new Rejected("intake.push.keyTaken");
            }
            return new Pushed(id, job, true);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Known> find(String key) {
        return sql.select(PUSHED_FILE.IMPORT_ID, PUSHED_FILE.JOB_ID, PUSHED_FILE.FINGERPRINT)
                .from(PUSHED_FILE)
                .where(PUSHED_FILE.TENANT_ID.eq(CurrentTenant.id()))
                .and(PUSHED_FILE.IDEMPOTENCY_KEY.eq(key))
                .fetchOptional(row -> new Known(row.value1(), row.value2(), row.value3()));
    }

    /**
     * Takes the key for the import until the caller's transaction ends, and for good when it commits. Where another request is
     * about to take it, waits for what becomes of that.
     *
     * @return false: somebody else has it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(String key, ImportId id, byte[] fingerprint) {
        return sql.insertInto(PUSHED_FILE)
                        .set(PUSHED_FILE.TENANT_ID, CurrentTenant.id())
                        .set(PUSHED_FILE.IDEMPOTENCY_KEY, key)
                        .set(PUSHED_FILE.FINGERPRINT, fingerprint)
                        .set(PUSHED_FILE.IMPORT_ID, id)
                        .set(PUSHED_FILE.CREATED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void started(String key, JobId job) {
        sql.update(PUSHED_FILE)
                .set(PUSHED_FILE.JOB_ID, job)
                .where(PUSHED_FILE.TENANT_ID.eq(CurrentTenant.id()))
                .and(PUSHED_FILE.IDEMPOTENCY_KEY.eq(key))
                .execute();
    }

    @Transactional
    public void forgetBefore(OffsetDateTime time) {
        sql.deleteFrom(PUSHED_FILE)
                .where(PUSHED_FILE.TENANT_ID.eq(CurrentTenant.id()))
                .and(PUSHED_FILE.CREATED_AT.lt(time))
                .execute();
    }
}
