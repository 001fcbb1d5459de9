package io.dunlin.intake;

import io.dunlin.intake.ImportProgress.Attempt;
import io.dunlin.jobs.Job;
import io.dunlin.jobs.JobProblem;
import io.dunlin.jobs.Jobs;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports whose job ended without their knowing: cancelled while it waited, failed, or given up. */
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
        settle(imports.get(id));
    }

    /** Returns whether there was anything to settle among them: they have then to be read again. */
    @Transactional
    public boolean settle(List<Import> some) {
        var running =
                some.stream().filter(one -> one.state() == ImportState.RUNNING).toList();
        if (running.isEmpty()) {
            return false;
        }
        var active = jobs.active().stream().map(Job::id).collect(Collectors.toSet());
        // Seldom more than one: nobody has looked since it ended.
        var ended = running.stream().filter(one -> !active.contains(one.job())).toList();
        ended.forEach(this::settle);
        return !ended.isEmpty();
    }

    private void settle(Import one) {
        if (one.state() != ImportState.RUNNING || one.job() == null) {
            return;
        }
        var attempt = new Attempt(one.id(), one.job(), one.attempts());
        jobs.find(one.job()).ifPresent(job -> {
            switch (job.state()) {
                case CANCELLED -> progress.cancelled(attempt);
                case FAILED -> fail(attempt, job.problem());
                case QUEUED, RUNNING, SUCCEEDED -> {
                    // Still on its way, or just done.
                }
            }
        });
    }

    private void fail(Attempt attempt, @Nullable JobProblem problem) {
        if (problem == null) {
            progress.failed(attempt, "intake.failed", List.of());
        } else {
            progress.failed(attempt, problem.key(), problem.arguments());
        }
    }
}
