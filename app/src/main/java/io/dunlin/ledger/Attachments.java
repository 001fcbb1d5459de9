package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Attachment.ATTACHMENT;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.tenancy.tables.UserAccount.USER_ACCOUNT;

import io.dunlin.kernel.NotFound;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectLimitStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which files there are of items and customers. */
@Component
public class Attachments {
    private static final int MOST_SHOWN = 500;

    private final DSLContext sql;

    public Attachments(DSLContext sql) {
        this.sql = sql;
    }

    /** Throws {@link NotFound}. */
    @Transactional(readOnly = true)
    public Attachment get(AttachmentId id) {
        return select(ATTACHMENT.ID.eq(id))
                .fetchOptional(Attachments::attachment)
                .orElseThrow(() -> new NotFound("Attachment", id));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Attachment> of(ItemId item) {
        return select(ATTACHMENT.ITEM_ID.eq(item)).limit(MOST_SHOWN).fetch(Attachments::attachment);
    }

    /** Those of the customer itself and of its items, the newest first. */
    @Transactional(readOnly = true)
    public List<Attachment> of(CustomerId customer) {
        return select(ATTACHMENT.CUSTOMER_ID.eq(customer)).limit(MOST_SHOWN).fetch(Attachments::attachment);
    }

    @Transactional(readOnly = true)
    public long count(CustomerId customer) {
        return sql.fetchCount(
                ATTACHMENT, ATTACHMENT.TENANT_ID.eq(CurrentTenant.id()).and(ATTACHMENT.CUSTOMER_ID.eq(customer)));
    }

    private SelectLimitStep<? extends Record> select(Condition condition) {
        return sql.select(ATTACHMENT.fields())
                .select(CUSTOMER.CODE, ITEM.NUMBER, USER_ACCOUNT.NAME)
                .from(ATTACHMENT)
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(ATTACHMENT.TENANT_ID))
                .and(CUSTOMER.ID.eq(ATTACHMENT.CUSTOMER_ID))
                .leftJoin(ITEM)
                .on(ITEM.TENANT_ID.eq(ATTACHMENT.TENANT_ID))
                .and(ITEM.ID.eq(ATTACHMENT.ITEM_ID))
                .leftJoin(USER_ACCOUNT)
                .on(USER_ACCOUNT.TENANT_ID.eq(ATTACHMENT.TENANT_ID))
                .and(USER_ACCOUNT.ID.eq(ATTACHMENT.CREATED_BY))
                .where(ATTACHMENT.TENANT_ID.eq(CurrentTenant.id()))
                .and(condition)
                .orderBy(ATTACHMENT.CREATED_AT.desc(), ATTACHMENT.ID.desc());
    }

    private static Attachment attachment(Record row) {
        @Nullable ItemId item = row.get(ATTACHMENT.ITEM_ID);
        @Nullable String number = row.get(ITEM.NUMBER);
        @Nullable String who = row.get(USER_ACCOUNT.NAME);
        return new Attachment(
                row.get(ATTACHMENT.ID),
                row.get(ATTACHMENT.COMPANY_ID),
                row.get(CUSTOMER.CODE),
                item,
                number,
                row.get(ATTACHMENT.FILE_NAME),
                row.get(ATTACHMENT.MEDIA_TYPE),
                row.get(ATTACHMENT.SIZE),
                row.get(ATTACHMENT.CONTENT_KEY),
                who,
                row.get(ATTACHMENT.CREATED_AT).toInstant());
    }
}
