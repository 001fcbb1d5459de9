package io.dunlin.intake;

import io.dunlin.jobs.Jobs;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.UserId;
import java.io.InputStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of a file: it comes in, a person says what its columns are, a job brings it into the ledger. */
@Component
public class Intake {
    private final Uploads uploads;
    private final Imports imports;
    private final ImportProgress progress;
    private final Mappings mappings;
    private final Jobs jobs;
    private final TransactionTemplate transaction;

    public Intake(
            Uploads uploads,
            Imports imports,
            ImportProgress progress,
            Mappings mappings,
            Jobs jobs,
            TransactionTemplate transaction) {
        this.uploads = uploads;
        this.imports = imports;
        this.progress = progress;
        this.mappings = mappings;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    /** Keeps the file, looks through it and proposes what its columns are. Refuses what cannot be read. */
    public ImportId receive(
            Subject subject, String fileName, InputStream content, Company company, @Nullable UserId user) {
        var upload = uploads.store(fileName, content, user);
        var profile = Profiler.profile(uploads.open(upload), upload.charset());
        var headers = profile.columns().stream().map(ColumnProfile::header).toList();
        var remembered = mappings.find(subject, headers).orElse(null);
        var proposed = Suggestions.propose(subject, profile, remembered);
        return imports.create(company, upload, subject, profile, proposed, user);
    }

    /** Starts the import as chosen, and remembers the choices for the next file of this layout. */
    public void start(ImportId id, Mapping mapping, LocalDate asOf) {
        transaction.executeWithoutResult(status -> {
            var order = imports.get(id);
            if (!order.state().mayStart()) {
                throw new Rejected("intake.alreadyStarted");
            }
            var profile = imports.profile(id);
            MappingCheck.of(order.subject(), mapping, profile).refuseIncomplete();
            imports.choose(id, mapping, asOf);
            mappings.remember(
                    order.subject(),
                    profile.columns().stream().map(ColumnProfile::header).toList(),
                    mapping);
            submit(order, false);
        });
    }

    /** Starts it again although it clears more than half of the open items. */
    public void confirm(ImportId id) {
        transaction.executeWithoutResult(status -> {
            var order = imports.get(id);
            if (order.state() != ImportState.NEEDS_CONFIRMATION) {
                throw new Rejected("intake.alreadyStarted");
            }
            submit(order, true);
        });
    }

    private void submit(Import order, boolean clearingConfirmed) {
        var job = jobs.submit(ImportJob.CODE, order.fileName(), ImportJob.payload(order.id()));
        progress.started(order.id(), job, clearingConfirmed);
    }
}
