package io.dunlin.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** What a compressed package is: documents of office programs say it in one of their entries. Those with macros are none. */
final class PackageType {
    private static final int MOST_ENTRIES = 2_000;
    /** All that is unpacked to find out: a bomb is let go off no further. */
    private static final long MOST_BYTES = 64L << 20;

    private final byte[] piece = new byte[1 << 16];
    private long unpacked;

    private PackageType() {}

    static Optional<AttachmentType> of(byte[] head, InputStream rest) throws IOException {
        // The caller closes what it has opened.
        var zip = new ZipInputStream(new SequenceInputStream(new ByteArrayInputStream(head), rest));
        try {
            return new PackageType().find(zip);
        } catch (ZipException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private Optional<AttachmentType> find(ZipInputStream zip) throws IOException {
        for (var count = 0; count < MOST_ENTRIES; count++) {
            var entry = zip.getNextEntry();
            if (entry == null) {
                return Optional.empty();
            }
            var text = read(zip);
            if (entry.getName().equals("mimetype")) {
                return text.strip().equals(AttachmentType.ODT.mediaType())
                        ? Optional.of(AttachmentType.ODT)
                        : Optional.empty();
            }
            if (entry.getName().equals("[Content_Types].xml")) {
                return ofContentTypes(text);
            }
            if (unpacked > MOST_BYTES) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<AttachmentType> ofContentTypes(String text) {
        if (text.contains("macroEnabled") || text.contains("vbaProject")) {
            return Optional.empty();
        }
        if (text.contains("spreadsheetml.sheet.main+xml")) {
            return Optional.of(AttachmentType.XLSX);
        }
        return text.contains("wordprocessingml.document.main+xml")
                ? Optional.of(AttachmentType.DOCX)
                : Optional.empty();
    }

    /** The first part of the entry as text; all of it is passed over. */
    private String read(ZipInputStream zip) throws IOException {
        var text = "";
        for (var length = zip.read(piece); length >= 0 && unpacked <= MOST_BYTES; length = zip.read(piece)) {
            unpacked += length;
            if (text.length() < 1 << 20) {
                text += new String(piece, 0, length, StandardCharsets.ISO_8859_1);
            }
        }
        return text;
    }
}
