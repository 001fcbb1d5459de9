package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Attachment.ATTACHMENT;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.dunlin.jobs.DailyJob;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CompanyRemoval;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Removes the files of items that were cleared long ago, files whose item or customer is gone, and those of a removed company. Files of customers stay, as does
 * for the same time a file that somebody puts to an old item.
 */
@Component
class AttachmentRetention implements DailyJob, CompanyRemoval {
    private final DSLContext sql;
    private final AttachmentContents contents;
    private final AttachmentSettings settings;
    private final Clock clock;

    AttachmentRetention(DSLContext sql, AttachmentContents contents, AttachmentSettings settings, Clock clock) {
        this.sql = sql;
        this.contents = contents;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "ledger.attachments";
    }

    @Override
    public void run(Company company) {
        delete(ATTACHMENT
                .COMPANY_ID
                .eq(company.id())
                .and(isOfNobody().or(ATTACHMENT.ITEM_ID.isNotNull().and(isOld(company)))));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(List<CompanyId> companies) {
        delete(ATTACHMENT.COMPANY_ID.in(companies));
    }

    @Override
    public int order() {
        return 15;
    }

    private void delete(Condition which) {
        List<String> keys = sql.deleteFrom(ATTACHMENT)
                .where(ATTACHMENT.TENANT_ID.eq(CurrentTenant.id()))
                .and(which)
                .returningResult(ATTACHMENT.CONTENT_KEY)
                .fetch(ATTACHMENT.CONTENT_KEY);
        if (keys.isEmpty()) {
            return;
        }
        // Content whose row came back by a rollback would be lost.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keys.forEach(contents::delete);
            }
        });
    }

    private Condition isOld(Company company) {
        var before = company.today(clock).minus(settings.keepAfterClearing());
        return ATTACHMENT
                .CREATED_AT
                .lt(before.atStartOfDay(company.zone()).toOffsetDateTime())
                .and(notExists(selectOne()
                        .from(ITEM)
                        .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                        .and(ITEM.ID.eq(ATTACHMENT.ITEM_ID))
                        .and(ITEM.CLEARED_ON.isNull().or(ITEM.CLEARED_ON.ge(before)))));
    }

    /** A load that was undone has taken the item or the customer away. */
    private static Condition isOfNobody() {
        return notExists(selectOne()
                        .from(CUSTOMER)
                        .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                        .and(CUSTOMER.ID.eq(ATTACHMENT.CUSTOMER_ID)))
                .or(ATTACHMENT
                        .ITEM_ID
                        .isNotNull()
                        .and(notExists(selectOne()
                                .from(ITEM)
                                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                                .and(ITEM.ID.eq(ATTACHMENT.ITEM_ID)))));
    }
}
