package io.dunlin.intake;

import io.dunlin.jobs.JobId;
import io.dunlin.ledger.LoadOrder;
import io.dunlin.ledger.OpenItemCount;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the import of a pushed file and takes its key, both or neither. */
@Component
class PushStart {
    private final Imports imports;
    private final ImportOrders orders;
    private final PushKeys keys;
    private final PushMappings mappings;
    private final OpenItemCount openItems;

    PushStart(Imports imports, ImportOrders orders, PushKeys keys, PushMappings mappings, OpenItemCount openItems) {
        this.imports = imports;
        this.orders = orders;
        this.keys = keys;
        this.mappings = mappings;
        this.openItems = openItems;
    }

    /** Empty where somebody else has taken the key. Refuses what a person would be asked about. */
    @Transactional
    public Optional<JobId> start(ImportId id, PushOrder order, byte[] fingerprint) {
        var key = order.key();
        if (key != null && !keys.take(key, id, fingerprint)) {
            return Optional.empty();
        }
        var profile = imports.profile(id);
        var asOf = order.asOf() == null ? imports.get(id).asOf() : order.asOf();
        var mapping = PushMapping.of(order, profile, mappings.propose(order, profile, imports.mapping(id)));
        if (order.subject() == Subject.ITEMS && mapping.mode() == LoadOrder.Mode.STOCK && !order.clearingConfirmed()) {
            // The rest is told by the job: only the rows themselves say which items they are.
            openItems.refuseTooFew(order.company(), asOf, profile.rows());
        }
        orders.start(id, mapping, asOf, order.clearingConfirmed());
        var job = Objects.requireNonNull(imports.get(id).job());
        if (key != null) {
            keys.started(key, job);
        }
        return Optional.of(job);
    }
}
