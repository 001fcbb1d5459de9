package io.dunlin.intake;

import io.dunlin.jobs.JobRun;
import org.springframework.stereotype.Component;

/** Opens the file of an import for the run that brings it in. */
@Component
class ImportFiles {
    private final Uploads uploads;
    private final Imports imports;
    private final RejectedRows rejected;

    ImportFiles(Uploads uploads, Imports imports, RejectedRows rejected) {
        this.uploads = uploads;
        this.imports = imports;
        this.rejected = rejected;
    }

    ImportFile open(Import order, JobRun run) {
        return new ImportFile(
                order.id(), uploads, uploads.get(order.upload()), imports.profile(order.id()), rejected, run);
    }
}
