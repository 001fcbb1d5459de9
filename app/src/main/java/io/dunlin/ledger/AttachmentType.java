package io.dunlin.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The types of files that may be attached. Each is known by its content; its name must then say the same. */
enum AttachmentType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    MESSAGE("message/rfc822", "eml"),
    TABLE("text/csv", "csv", "tsv"),
    TEXT("text/plain", "txt");

    /** The first bytes that are looked at. */
    static final int HEAD = 4096;

    private static final Set<AttachmentType> TEXTS = Set.of(MESSAGE, TABLE, TEXT);
    private static final List<String> MARKUP = List.of("<!", "<?", "<html", "<svg", "<script", "<head", "<body", "#!");

    private final String mediaType;
    private final List<String> endings;

    AttachmentType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    String mediaType() {
        return mediaType;
    }

    /** Empty where the content is of no known type, or where the name says something else. */
    static Optional<AttachmentType> of(String fileName, InputStream content) throws IOException {
        var head = content.readNBytes(HEAD);
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var found = starts(head, "PK\3\4") ? PackageType.of(head, content) : ofHead(head);
        if (found.isEmpty() && isText(head, content)) {
            found = TEXTS.stream().filter(type -> type.endings.contains(ending)).findFirst();
        }
        return found.filter(type -> type.endings.contains(ending));
    }

    private static Optional<AttachmentType> ofHead(byte[] head) {
        if (starts(head, "%PDF-")) {
            return Optional.of(PDF);
        }
        if (starts(head, "\u0089PNG")) {
            return Optional.of(PNG);
        }
        if (starts(head, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (starts(head, "GIF87a") || starts(head, "GIF89a")) {
            return Optional.of(GIF);
        }
        return starts(head, "RIFF") && starts(Arrays.copyOfRange(head, Math.min(8, head.length), head.length), "WEBP")
                ? Optional.of(WEBP)
                : Optional.empty();
    }

    /** No control characters, and nothing that a browser or a shell would run. */
    private static boolean isText(byte[] head, InputStream rest) throws IOException {
        var beginning = new String(head, StandardCharsets.ISO_8859_1)
                .replace("\u00ef\u00bb\u00bf", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (head.length == 0 || MARKUP.stream().anyMatch(beginning::startsWith) || hasControls(head, head.length)) {
            return false;
        }
        var piece = new byte[1 << 16];
        for (var length = rest.read(piece); length >= 0; length = rest.read(piece)) {
            if (hasControls(piece, length)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasControls(byte[] bytes, int length) {
        for (var at = 0; at < length; at++) {
            var one = bytes[at];
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r' && one != '\f' && one != 0x1b) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] head, String signature) {
        var bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
    }
}
