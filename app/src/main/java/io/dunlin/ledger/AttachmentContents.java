package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Attachment.ATTACHMENT;

import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.AttachmentStore.Stored;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts files to items and customers and takes them away: their row and their content, both or neither. */
@Component
public class AttachmentContents {
    private static final Logger log = LoggerFactory.getLogger(AttachmentContents.class);
    private static final int LONGEST_NAME = 200;

    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final AttachmentStore store;
    private final AttachmentSettings settings;
    private final Clock clock;

    public AttachmentContents(
            DSLContext sql,
            TransactionTemplate transaction,
            AttachmentStore store,
            AttachmentSettings settings,
            Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Most that a file may have, in MiB. */
    public long largest() {
        return settings.largest().toMegabytes();
    }

    /**
     * Refuses what is too large, empty or of a type that is not on the list, and where the content cannot be kept.
     *
     * @param item null: of the customer itself
     * @param content read twice
     */
    public AttachmentId add(
            CustomerFile customer, @Nullable ItemId item, String fileName, InputStreamSource content, UserId user) {
        var name = name(fileName);
        var type = type(name, content);
        var stored = put(content, name);
        try {
            if (stored.size() > settings.largest().toBytes()) {
                throw new Rejected("ledger.files.tooLarge", largest());
            }
            return Objects.requireNonNull(
                    transaction.execute(status -> insert(customer, item, name, type, stored, user)));
        } catch (RuntimeException failure) {
            delete(stored.key());
            throw failure;
        }
    }

    /** The row first: content without a row is only rubbish, a row without content a broken promise. */
    public void remove(Attachment one) {
        transaction.executeWithoutResult(status -> sql.deleteFrom(ATTACHMENT)
                .where(ATTACHMENT.TENANT_ID.eq(CurrentTenant.id()))
                .and(ATTACHMENT.ID.eq(one.id()))
                .execute());
        delete(one.contentKey());
    }

    /** @throws java.nio.file.NoSuchFileException where somebody has taken it away behind our back */
    public InputStream open(Attachment one) throws IOException {
        return store.open(one.contentKey());
    }

    /** What cannot be deleted now is rubbish that harms nobody. */
    void delete(String key) {
        try {
            store.delete(key);
        } catch (IOException failure) {
            log.warn("The content {} of an attachment could not be deleted", key, failure);
        }
    }

    private AttachmentId insert(
            CustomerFile customer,
            @Nullable ItemId item,
            String name,
            AttachmentType type,
            Stored stored,
            UserId user) {
        return sql.insertInto(ATTACHMENT)
                .set(ATTACHMENT.TENANT_ID, CurrentTenant.id())
                .set(ATTACHMENT.COMPANY_ID, customer.company().id())
                .set(ATTACHMENT.CUSTOMER_ID, customer.id())
                .set(ATTACHMENT.ITEM_ID, item)
                .set(ATTACHMENT.FILE_NAME, name)
                .set(ATTACHMENT.MEDIA_TYPE, type.mediaType())
                .set(ATTACHMENT.SIZE, stored.size())
                .set(ATTACHMENT.CONTENT_KEY, stored.key())
                .set(ATTACHMENT.CREATED_BY, user)
                .set(ATTACHMENT.CREATED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .returningResult(ATTACHMENT.ID)
                .fetchSingle()
                .value1();
    }

    private Stored put(InputStreamSource content, String name) {
        // One byte more than allowed is enough to know.
        try (var stream =
                new FirstBytes(content.getInputStream(), settings.largest().toBytes() + 1)) {
            return store.put(stream);
        } catch (IOException failure) {
            log.error("The attachment {} could not be kept", name, failure);
            throw new Rejected("ledger.files.notKept");
        }
    }

    private static AttachmentType type(String name, InputStreamSource content) {
        try (var stream = content.getInputStream()) {
            return AttachmentType.of(name, stream).orElseThrow(() -> new Rejected("ledger.files.type"));
        } catch (IOException failure) {
            log.error("The attachment {} could not be read", name, failure);
            throw new Rejected("ledger.files.notKept");
        }
    }

    /** Without folders, which some browsers send along, and without signs that are none. */
    private static String name(String sent) {
        var name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Rejected("ledger.files.name.long", LONGEST_NAME);
        }
        return name;
    }
}
