package io.dunlin.ledger.web;

import io.dunlin.ledger.AttachmentContents;
import io.dunlin.ledger.Attachments;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.ItemId;
import org.springframework.stereotype.Component;

/** Gathers the files that a page shows. */
@Component
class FilesViews {
    private final Attachments attachments;
    private final AttachmentContents contents;

    FilesViews(Attachments attachments, AttachmentContents contents) {
        this.attachments = attachments;
        this.contents = contents;
    }

    FilesView of(ItemId item) {
        return FilesView.of("/items/" + item + "/files", attachments.of(item), false, contents.largest());
    }

    /** Those of its items too. */
    FilesView of(CustomerFile customer) {
        return FilesView.of(customer.address() + "/files", attachments.of(customer.id()), true, contents.largest());
    }
}
