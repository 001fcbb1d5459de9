package io.dunlin.intake;

import io.dunlin.intake.Import.Counts;
import io.dunlin.jobs.JobRun;
import io.dunlin.ledger.LoadOutcome;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One pass of a file into the ledger, in one transaction. */
@Component
class ImportRun {
    private final Imports imports;
    private final ImportProgress progress;
    private final ImportFiles files;
    private final Loads loads;
    private final TransactionTemplate transaction;

    ImportRun(
            Imports imports, ImportProgress progress, ImportFiles files, Loads loads, TransactionTemplate transaction) {
        this.imports = imports;
        this.progress = progress;
        this.files = files;
        this.loads = loads;
        this.transaction = transaction;
    }

    /** Does nothing where another run has been faster. */
    void load(ImportId id, JobRun run) {
        run.step("intake.step.wait");
        var counts = transaction.execute(status -> inTransaction(id, run));
        Objects.requireNonNull(counts)
                .ifPresent(done -> run.result(Map.of(
                        "read", done.read(),
                        "added", done.added(),
                        "changed", done.changed(),
                        "unchanged", done.unchanged(),
                        "cleared", done.cleared(),
                        "rejected", done.rejected(),
                        "link", "/imports/" + id)));
    }

    private Optional<Counts> inTransaction(ImportId id, JobRun run) {
        var order = imports.get(id);
        progress.lock(order.company());
        // Only now: a run that was believed dead may have come to its end while this one waited.
        if (ImportJob.isDone(progress.state(id))) {
            return Optional.empty();
        }
        run.checkCancelled();
        var mapping = imports.mapping(id);
        var file = files.open(order, run);
        run.step("intake.step.read");
        try (var load = loads.begin(order, mapping, file.headers())) {
            file.eachRow(load::add);
            if (load.needsAnotherPass()) {
                run.step("intake.step.repeats");
                file.eachRowAgain(load::add);
            }
            var outcome = load.apply(step -> {
                run.step(step);
                run.checkCancelled();
            });
            file.addRejected(outcome, mapping, order.subject());
            // The last moment to stop: a step is reported, and the answer heard, whenever it begins.
            run.step("intake.step.commit");
            run.checkCancelled();
            var counts = counts(file, outcome);
            progress.applied(id, counts);
            return Optional.of(counts);
        }
    }

    private static Counts counts(ImportFile file, LoadOutcome outcome) {
        return new Counts(
                file.rowCount(),
                outcome.added(),
                outcome.changed(),
                outcome.unchanged(),
                outcome.cleared(),
                file.rejectedCount());
    }
}
