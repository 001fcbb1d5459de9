package io.dunlin.ledger;

import io.dunlin.tenancy.CompanyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that people have put to an item or a customer.
 *
 * @param customerCode of the customer, or that of the item
 * @param item null: a file of the customer; {@code itemNumber} likewise
 * @param mediaType found from the content
 * @param size in bytes
 * @param contentKey under which the {@link AttachmentStore} has its content
 * @param who name of the person; null where that account is gone
 */
public record Attachment(
        AttachmentId id,
        CompanyId company,
        String customerCode,
        @Nullable ItemId item,
        @Nullable String itemNumber,
        String fileName,
        String mediaType,
        long size,
        String contentKey,
        @Nullable String who,
        Instant createdAt) {}
