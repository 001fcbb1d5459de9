package io.dunlin.ledger;

import io.dunlin.testing.TestLedger;
import java.nio.file.Path;
import java.time.Period;
import org.springframework.util.unit.DataSize;

/** Attachments for tests of pages that only show them. */
public final class AttachmentsOf {
    private AttachmentsOf() {}

    /** With a store in which nothing is kept. */
    public static AttachmentContents nothing(TestLedger ledger) {
        return new AttachmentContents(
                ledger.sql(),
                ledger.transaction(),
                new AttachmentFolder(new AttachmentPlace(Path.of("nowhere"))),
                new AttachmentSettings(null, DataSize.ofMegabytes(50), Period.ofMonths(6)),
                ledger.clock());
    }
}
