package io.dunlin.intake;

import io.dunlin.jobs.JobCancelled;
import io.dunlin.jobs.JobKind;
import io.dunlin.jobs.JobRun;
import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.ClearsTooMuch;
import java.util.List;
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

    ImportJob(ImportProgress progress, RejectedRows rejected, ImportRun work) {
        this.progress = progress;
        this.rejected = rejected;
        this.work = work;
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
        if (isDone(progress.state(id))) {
            return;
        }
        progress.attempt(id);
        rejected.clear(id);
        try {
            work.load(id, run);
        } catch (ClearsTooMuch refusal) {
            progress.needsConfirmation(id, refusal);
        } catch (Rejected refusal) {
            progress.failed(id, refusal.key(), refusal.arguments());
            throw refusal;
        } catch (JobCancelled stop) {
            progress.cancelled(id);
            throw stop;
        } catch (RuntimeException failure) {
            progress.failed(id, "intake.failed", List.of());
            throw failure;
        }
    }

    static boolean isDone(ImportState state) {
        return state == ImportState.APPLIED || state == ImportState.UNDONE;
    }
}
