package io.dunlin.intake;

import static io.dunlin.intake.tables.Import.IMPORT;
import static io.dunlin.intake.tables.Upload.UPLOAD;

import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CompanyRemoval;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Removes the imports of companies with their files and rejected rows, once those under way have ended. */
@Component
class ImportRemoval implements CompanyRemoval {
    private final DSLContext sql;
    private final ImportProgress progress;

    ImportRemoval(DSLContext sql, ImportProgress progress) {
        this.sql = sql;
        this.progress = progress;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(List<CompanyId> companies) {
        companies.forEach(progress::lock);
        var uploads = sql.deleteFrom(IMPORT)
                .where(IMPORT.TENANT_ID.eq(CurrentTenant.id()))
                .and(IMPORT.COMPANY_ID.in(companies))
                .returningResult(IMPORT.UPLOAD_ID)
                .fetch(IMPORT.UPLOAD_ID);
        sql.deleteFrom(UPLOAD)
                .where(UPLOAD.TENANT_ID.eq(CurrentTenant.id()))
                .and(UPLOAD.ID.in(uploads))
                .execute();
    }

    /** First: it waits for imports that would write behind the others' backs. */
    @Override
    public int order() {
        return 10;
    }
}
