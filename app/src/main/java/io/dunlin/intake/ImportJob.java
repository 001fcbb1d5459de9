package io.dunlin.intake;

import io.dunlin.intake.ImportProgress.Attempt;
import io.dunlin.jobs.Job;
import io.dunlin.jobs.JobCancelled;
import io.dunlin.jobs.JobKind;
import io.dunlin.jobs.JobRun;
import io.dunlin.jobs.Jobs;
import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.ClearsTooMuch;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Brings one file into the ledger, wholly or not at all. A run that died left nothing behind, and the next begins anew; where
 * it died behind its commit there is nothing left to do.
 */
@Component
class ImportJob implements JobKind {
    static final String CODE = "intake.import";

    private final ImportProgress progress;
    private final RejectedRows rejected;
    private final ImportRun work;
    private final AfterImport after;
    private final Jobs jobs;

    ImportJob(ImportProgress progress, RejectedRows rejected, ImportRun work, AfterImport after, Jobs jobs) {
        this.progress = progress;
        this.rejected = rejected;
        this.work = work;
        this.after = after;
        this.jobs = jobs;
    }

    static Map<String, Long> payload(ImportId id) {
        return Map.of("import", id.value());
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void run(JobRun run) {
        var id = new ImportId(run.payload().get("import").asLong());
        // A run that died just behind its commit could not tidy up.
        progress.attempt(id, run.id()).ifPresentOrElse(attempt -> run(attempt, run), () -> after.tidyUp(id));
    }

    /** What fails otherwise is told by {@link ImportSettlement}: only the job knows whether it will be tried again. */
    private void run(Attempt attempt, JobRun run) {
        rejected.clear(attempt.id());
        try {
            work.load(attempt.id(), run);
            run.step("intake.step.search");
            after.tidyUp(attempt.id());
        } catch (ClearsTooMuch refusal) {
            progress.needsConfirmation(attempt, refusal);
        } catch (Rejected refusal) {
            progress.failed(attempt, refusal.key(), refusal.arguments());
            throw refusal;
        } catch (JobCancelled stop) {
            // The node may only be stopping, or have lost the job to another one: then the import goes on there.
            if (jobs.find(run.id()).filter(Job::cancelRequested).isPresent()) {
                progress.cancelled(attempt);
            }
            throw stop;
        }
    }

    static boolean isDone(ImportState state) {
        return state == ImportState.APPLIED || state == ImportState.UNDONE;
    }
}
