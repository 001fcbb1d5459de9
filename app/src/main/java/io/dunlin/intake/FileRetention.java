package io.dunlin.intake;

import static io.dunlin.intake.tables.Import.IMPORT;
import static io.dunlin.intake.tables.RejectedRow.REJECTED_ROW;
import static io.dunlin.intake.tables.Upload.UPLOAD;
import static io.dunlin.intake.tables.UploadPiece.UPLOAD_PIECE;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.dunlin.jobs.DailyJob;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;

/** Removes the content of old files, and the rows of theirs that were left out. What was imported stays, and that it was. */
@Component
class FileRetention implements DailyJob {
    private final DSLContext sql;
    private final ImportSettings settings;
    private final Clock clock;

    FileRetention(DSLContext sql, ImportSettings settings, Clock clock) {
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "intake.retention";
    }

    @Override
    public void run(Company company) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var before = now.minus(settings.keepFiles());
        var isOld = isOld(company, before);
        sql.deleteFrom(UPLOAD_PIECE)
                .where(UPLOAD_PIECE.TENANT_ID.eq(CurrentTenant.id()))
                .and(UPLOAD_PIECE.UPLOAD_ID.in(
                        select(IMPORT.UPLOAD_ID).from(IMPORT).where(isOld)))
                .execute();
        sql.deleteFrom(REJECTED_ROW)
                .where(REJECTED_ROW.TENANT_ID.eq(CurrentTenant.id()))
                .and(REJECTED_ROW.IMPORT_ID.in(select(IMPORT.ID).from(IMPORT).where(isOld)))
                .execute();
        // The first rows of the file, shown while its columns are chosen.
        sql.update(IMPORT)
                .set(
                        IMPORT.PROFILE,
                        function(
                                name("jsonb_set"),
                                JSONB.class,
                                IMPORT.PROFILE,
                                val(new String[] {"samples"}),
                                val(JSONB.valueOf("[]"))))
                .where(isOld)
                .execute();
        sql.update(UPLOAD)
                .set(UPLOAD.EMPTIED_AT, now)
                .where(UPLOAD.TENANT_ID.eq(CurrentTenant.id()))
                .and(UPLOAD.ID.in(select(IMPORT.UPLOAD_ID).from(IMPORT).where(isOld)))
                .execute();
        removeForgotten(before);
    }

    private static Condition isOld(Company company, OffsetDateTime before) {
        return IMPORT.TENANT_ID
                .eq(CurrentTenant.id())
                .and(IMPORT.COMPANY_ID.eq(company.id()))
                .and(IMPORT.CREATED_AT.lt(before))
                .and(IMPORT.STATE.ne(ImportState.RUNNING.name()))
                .and(IMPORT.UPLOAD_ID.in(select(UPLOAD.ID)
                        .from(UPLOAD)
                        .where(UPLOAD.TENANT_ID.eq(CurrentTenant.id()))
                        .and(UPLOAD.EMPTIED_AT.isNull())));
    }

    /** Files that became no import: the node died while it looked through them. */
    private void removeForgotten(OffsetDateTime before) {
        sql.deleteFrom(UPLOAD)
                .where(UPLOAD.TENANT_ID.eq(CurrentTenant.id()))
                .and(UPLOAD.CREATED_AT.lt(before))
                .and(notExists(selectOne()
                        .from(IMPORT)
                        .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                        .and(IMPORT.UPLOAD_ID.eq(UPLOAD.ID))))
                .execute();
    }
}
