package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Attachment.ATTACHMENT;

import io.dunlin.jobs.DailyJob;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes content that no row refers to: the application died between the two, or could not delete it at its time. */
@Component
class AttachmentSweep implements DailyJob {
    private static final Logger log = LoggerFactory.getLogger(AttachmentSweep.class);

    /** The row of what has just come in may not be there yet. */
    private static final Duration YOUNG = Duration.ofDays(1);

    private static final int AT_ONCE = 10_000;

    private final DSLContext sql;
    private final AttachmentStore store;
    private final AttachmentContents contents;
    private final Companies companies;
    private final Clock clock;

    AttachmentSweep(
            DSLContext sql, AttachmentStore store, AttachmentContents contents, Companies companies, Clock clock) {
        this.sql = sql;
        this.store = store;
        this.contents = contents;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "ledger.attachmentSweep";
    }

    /** The content of the whole tenant, with its first company. */
    @Override
    public void run(Company company) {
        if (!companies.all().getFirst().id().equals(company.id())) {
            return;
        }
        try (var kept = store.keptBefore(clock.instant().minus(YOUNG))) {
            kept.gather(Gatherers.windowFixed(AT_ONCE)).forEach(this::sweep);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void sweep(List<String> keys) {
        var unknown = new HashSet<>(keys);
        unknown.removeAll(known(keys));
        unknown.forEach(contents::delete);
        if (!unknown.isEmpty()) {
            log.info("Removed {} contents that belonged to no attachment", unknown.size());
        }
    }

    private Set<String> known(List<String> keys) {
        return sql.select(ATTACHMENT.CONTENT_KEY)
                .from(ATTACHMENT)
                .where(ATTACHMENT.TENANT_ID.eq(CurrentTenant.id()))
                .and(ATTACHMENT.CONTENT_KEY.in(keys))
                .fetchSet(ATTACHMENT.CONTENT_KEY);
    }
}
