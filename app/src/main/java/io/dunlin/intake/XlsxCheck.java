package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a compressed workbook once before it is trusted: it may unpack to no more than a machine can bear. What the
 * entries say of their own size does not count, they are unpacked.
 */
final class XlsxCheck {
    /** Of all entries. A full sheet of 30 columns unpacks to less than a third of it. */
    static final long LARGEST = 4L << 30;

    /** Of texts that cells share, which must be in memory all at once. */
    static final long LARGEST_TEXTS = 128L << 20;

    /** Of any other entry that is no sheet but read. */
    static final long LARGEST_PART = 32L << 20;

    /** So many times larger unpacked; sheets of even the most regular content stay below. */
    private static final long LARGEST_RATIO = 200;

    private static final long SMALL = 16L << 20;
    private static final int MOST_ENTRIES = 10_000;

    private XlsxCheck() {}

    static void refuseHarmful(Path path) {
        try (var zip = ZipFile.builder().setPath(path).get()) {
            refuseOthers(zip);
            var size = Math.max(1, Files.size(path));
            var entries = zip.getEntries();
            var all = 0L;
            for (var count = 0; entries.hasMoreElements(); count++) {
                if (count == MOST_ENTRIES) {
                    throw new Rejected("intake.file.bomb");
                }
                var entry = entries.nextElement();
                if (isRead(entry.getName())) {
                    all += unpack(zip, entry, size, all);
                }
            }
        } catch (IOException | RuntimeException failure) {
            throw Workbook.broken(failure);
        }
    }

    private static void refuseOthers(ZipFile zip) {
        if (zip.getEntry("xl/workbook.xml") == null) {
            throw new Rejected(
                    zip.getEntry("xl/workbook.bin") != null || zip.getEntry("content.xml") != null
                            ? "intake.file.otherWorkbook"
                            : "intake.file.noWorkbook");
        }
    }

    /** Pictures, macros and the like are never unpacked. */
    private static boolean isRead(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels");
    }

    private static long unpack(ZipFile zip, ZipArchiveEntry entry, long file, long before) throws IOException {
        var watch = new XmlWatch(entry.getName().contains("worksheets/"));
        var limit = limit(entry.getName());
        // What the entry says of its packed size may be a lie: it is no larger than the file.
        var packed = Math.clamp(entry.getCompressedSize(), 1, file);
        try (var content = zip.getInputStream(entry)) {
            var buffer = new byte[1 << 16];
            var size = 0L;
            for (var count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                size += count;
                var ratioBroken = size > SMALL && size / LARGEST_RATIO > packed;
                if (ratioBroken || size > limit || before + size > LARGEST) {
                    throw new Rejected("intake.file.bomb");
                }
                watch.see(buffer, count);
            }
            return size;
        }
    }

    private static long limit(String name) {
        if (name.contains("worksheets/")) {
            return LARGEST;
        }
        return name.endsWith("sharedStrings.xml") ? LARGEST_TEXTS : LARGEST_PART;
    }
}
