package io.dunlin.intake;

import io.dunlin.jobs.JobState;
import io.dunlin.jobs.Jobs;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An import whose job ended before it could say so itself: cancelled while it waited, or given up. */
@Component
public class ImportSettlement {
    private final Imports imports;
    private final ImportProgress progress;
    private final Jobs jobs;

    public ImportSettlement(Imports imports, ImportProgress progress, Jobs jobs) {
        this.imports = imports;
        this.progress = progress;
        this.jobs = jobs;
    }

    @Transactional
    public void settle(ImportId id) {
        var one = imports.get(id);
        if (one.state() != ImportState.RUNNING || one.job() == null) {
            return;
        }
        var ended = jobs.find(one.job()).map(job -> job.state()).orElse(JobState.FAILED);
        switch (ended) {
            case CANCELLED -> progress.cancelled(id);
            case FAILED -> progress.failed(id, "intake.failed", List.of());
            case QUEUED, RUNNING, SUCCEEDED -> {
                // Still on its way, or just done.
            }
        }
    }
}
