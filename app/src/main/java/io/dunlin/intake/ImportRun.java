package io.dunlin.intake;

import io.dunlin.intake.Import.Counts;
import io.dunlin.jobs.JobRun;
import io.dunlin.ledger.LoadOrder;
import io.dunlin.ledger.LoadOutcome;
import io.dunlin.ledger.SearchWords;
import io.dunlin.ledger.StagingCleanup;
import io.dunlin.tenancy.Companies;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One pass of a file into the ledger, in one transaction. */
@Component
class ImportRun {
    private final Imports imports;
    private final ImportProgress progress;
    private final ImportFiles files;
    private final Loads loads;
    private final StagingCleanup staging;
    private final SearchWords words;
    private final TransactionTemplate transaction;
    private final Companies companies;

    ImportRun(
            Imports imports,
            ImportProgress progress,
            ImportFiles files,
            Loads loads,
            StagingCleanup staging,
            SearchWords words,
            TransactionTemplate transaction,
            Companies companies) {
        this.imports = imports;
        this.progress = progress;
        this.files = files;
        this.loads = loads;
        this.staging = staging;
        this.words = words;
        this.transaction = transaction;
        this.companies = companies;
    }

    /** Does nothing where another run has been faster. */
    void load(ImportId id, JobRun run) {
        run.step("intake.step.wait");
        var counts = transaction.execute(status -> inTransaction(id, run));
        run.step("intake.step.search");
        tidyUp(id);
        Objects.requireNonNull(counts)
                .ifPresent(done -> run.result(java.util.Map.of(
                        "read", done.read(),
                        "added", done.added(),
                        "changed", done.changed(),
                        "unchanged", done.unchanged(),
                        "cleared", done.cleared(),
                        "rejected", done.rejected(),
                        "link", "/imports/" + id)));
    }

    /** What comes after the transaction: removes what the run left in the staging area, and lets quick search find what it brought. */
    void tidyUp(ImportId id) {
        staging.forget(id.value());
        words.renew();
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
        try (var load = loads.begin(order.subject(), mapping, file.headers(), order(order, mapping))) {
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

    private LoadOrder order(Import order, Mapping mapping) {
        Set<String> fields = mapping.columns().stream()
                .flatMap(choice -> Optional.ofNullable(choice.field()).stream())
                .filter(field -> !field.required() && !field.isAuxiliary())
                .map(Field::code)
                .collect(Collectors.toSet());
        return new LoadOrder(
                order.id().value(),
                companies.get(order.company()),
                order.mode(),
                order.asOf(),
                order.clearingConfirmed(),
                fields);
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
