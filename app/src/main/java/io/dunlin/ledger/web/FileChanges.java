package io.dunlin.ledger.web;

import io.dunlin.kernel.NotFound;
import io.dunlin.ledger.Attachment;
import io.dunlin.ledger.AttachmentContents;
import io.dunlin.ledger.AttachmentId;
import io.dunlin.ledger.Attachments;
import io.dunlin.ledger.CustomerChanges;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.ItemId;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CurrentUser;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** What people do with files is noted with the customer. */
@Component
class FileChanges {
    private final Attachments attachments;
    private final AttachmentContents contents;
    private final FileCustomers customers;
    private final CustomerChanges changes;
    private final CurrentUser user;

    FileChanges(
            Attachments attachments,
            AttachmentContents contents,
            FileCustomers customers,
            CustomerChanges changes,
            CurrentUser user) {
        this.attachments = attachments;
        this.contents = contents;
        this.customers = customers;
        this.changes = changes;
        this.user = user;
    }

    /** Throws {@link NotFound}. */
    Attachment get(String id) {
        if (!id.matches("[1-9]\\d{0,17}")) {
            throw new NotFound("Attachment", id);
        }
        return attachments.get(new AttachmentId(Long.parseLong(id)));
    }

    CustomerFile customer(CompanyId company, String code) {
        return customers.get(company, code);
    }

    void add(CustomerFile customer, @Nullable ItemId item, String name, InputStreamSource content) {
        contents.add(customer, item, name, content, user.id());
        changes.record(customer, "attachment.added", Map.of("name", name));
    }

    /** Returns whose it was. */
    CustomerFile remove(Attachment one) {
        var customer = customers.get(one.company(), one.customerCode());
        contents.remove(one);
        changes.record(customer, "attachment.removed", Map.of("name", one.fileName()));
        return customer;
    }
}
