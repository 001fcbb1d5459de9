package io.dunlin.intake;

import io.dunlin.jobs.JobRun;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Imports within a job that is already running, for work that brings in one file after the other. */
@Component
public class DirectImports {
    private final Imports imports;
    private final ImportProgress progress;
    private final ImportRun work;
    private final AfterImport after;

    DirectImports(Imports imports, ImportProgress progress, ImportRun work, AfterImport after) {
        this.imports = imports;
        this.progress = progress;
        this.work = work;
        this.after = after;
    }

    /** Brings the file in with the proposed mapping, wholly or not at all; refuses a mapping that is not complete. */
    public void run(ImportId id, LocalDate asOf, JobRun run) {
        var profile = imports.profile(id);
        var mapping = imports.mapping(id).completed(profile);
        MappingCheck.of(imports.get(id).subject(), mapping, profile).refuseIncomplete();
        imports.choose(id, mapping, asOf);
        progress.started(id, run.id(), true);
        work.load(id, run);
        run.step("intake.step.search");
        after.tidyUp(id);
    }
}
