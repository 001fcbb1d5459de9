package io.dunlin.intake;

import io.dunlin.jobs.Jobs;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.AuditTrail;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people order to be done with a file that is here; each order is noted in the audit trail. */
@Component
public class ImportOrders {
    private final Imports imports;
    private final ImportProgress progress;
    private final Mappings mappings;
    private final Jobs jobs;
    private final AuditTrail audit;

    public ImportOrders(Imports imports, ImportProgress progress, Mappings mappings, Jobs jobs, AuditTrail audit) {
        this.imports = imports;
        this.progress = progress;
        this.mappings = mappings;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** Starts the import as chosen, and remembers the choices for the next file of this layout. */
    @Transactional
    public void start(ImportId id, Mapping mapping, LocalDate asOf) {
        start(id, mapping, asOf, false);
    }

    /**
     * As {@link #start(ImportId, Mapping, LocalDate)}.
     *
     * @param clearingConfirmed whether it may clear more than half of the open items
     */
    @Transactional
    public void start(ImportId id, Mapping mapping, LocalDate asOf, boolean clearingConfirmed) {
        var order = imports.get(id);
        SubjectRights.refuseUnlessAllowed(order.subject());
        if (!order.state().mayStart()) {
            throw new Rejected("intake.alreadyStarted");
        }
        var profile = imports.profile(id);
        MappingCheck.of(order.subject(), mapping, profile).refuseIncomplete();
        imports.choose(id, mapping, asOf);
        mappings.remember(order.subject(), profile, mapping);
        submit(order, clearingConfirmed);
        note(
                "import.started",
                order,
                Map.of(
                        "import",
                        id.value(),
                        "subject",
                        order.subject().name(),
                        "mode",
                        mapping.mode().name(),
                        "asOf",
                        asOf.toString()));
    }

    /** Starts it again as it was chosen, after it failed or was stopped. */
    @Transactional
    public void repeat(ImportId id) {
        start(id, imports.mapping(id), imports.get(id).asOf());
    }

    /** Starts it again although it clears more than half of the open items. */
    @Transactional
    public void confirm(ImportId id) {
        var order = imports.get(id);
        SubjectRights.refuseUnlessAllowed(order.subject());
        if (order.state() != ImportState.NEEDS_CONFIRMATION) {
            throw new Rejected("intake.alreadyStarted");
        }
        submit(order, true);
        note(
                "import.confirmed",
                order,
                Map.of("import", id.value(), "wouldClear", order.wouldClear(), "openBefore", order.openBefore()));
    }

    /** Asks a running import to stop; does nothing to one that has ended. */
    @Transactional
    public void cancel(ImportId id) {
        var order = imports.get(id);
        if (order.state() == ImportState.RUNNING && order.job() != null) {
            jobs.cancel(order.job());
            note("import.cancelled", order, Map.of("import", id.value()));
        }
    }

    private void submit(Import order, boolean clearingConfirmed) {
        if (!order.fileKept()) {
            throw new Rejected("intake.file.gone");
        }
        var job = jobs.submit(ImportJob.CODE, order.fileName(), ImportJob.payload(order.id()));
        progress.started(order.id(), job, clearingConfirmed);
    }

    private void note(String action, Import order, Map<String, ?> detail) {
        audit.record(action, order.fileName(), detail);
    }
}
