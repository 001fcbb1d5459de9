package io.dunlin.intake;

import com.ibm.icu.text.CharsetDetector;
import io.dunlin.kernel.Rejected;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every byte of a file as it passes: is it text, and in which character set?
 *
 * <p>UTF-8 is taken where the whole file obeys its rules, or all but a few letters of it; other character sets do not by chance. Otherwise the language
 * of a sample is judged, and Western European is assumed where that says little.
 */
final class TextProbe {
    private static final int SAMPLE = 64 * 1024;
    private static final int SURE = 50;
    private static final int MIXED = 10;
    private static final String WESTERN = "windows-1252";

    /** Those a file from an accounting system may be in; the judge also knows some that only look likely on short samples. */
    private static final Set<String> POSSIBLE = Set.of(
            "windows-1250",
            "windows-1251",
            "windows-1253",
            "windows-1254",
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-7",
            "ISO-8859-9",
            "KOI8-R",
            "Shift_JIS",
            "EUC-JP",
            "EUC-KR",
            "GB18030",
            "Big5");

    private final byte[] head = new byte[4];
    private final byte[] sample = new byte[SAMPLE];
    private long size;
    private int sampled;
    /** Letters of more than one byte that are written by the rules of UTF-8, and bytes that break these. */
    private long sequences;

    private long faults;
    private boolean ascii = true;
    /** Bytes that are 0, at even and at odd places. */
    private final long[] zeros = new long[2];

    private int expected;
    private int lowest = 0x80;
    private int highest = 0xbf;

    void see(byte[] bytes, int length) {
        for (var at = 0; at < length; at++) {
            if (size + at < head.length) {
                head[(int) size + at] = bytes[at];
            }
            var value = bytes[at];
            if (value > 0) {
                // The common case, without further ado.
                if (expected != 0) {
                    fault();
                }
            } else if (value == 0) {
                zeros[(int) (size + at) & 1]++;
            } else {
                ascii = false;
                follow(value & 0xff);
                keepAround(bytes, at, length);
            }
        }
        size += length;
    }

    /** One step of the rules of UTF-8 (RFC 3629): overlong forms, surrogates and numbers beyond Unicode are refused. */
    private void follow(int value) {
        if (expected > 0) {
            if (value < lowest || value > highest) {
                fault();
                return;
            }
            expected--;
            lowest = 0x80;
            highest = 0xbf;
            sequences += expected == 0 ? 1 : 0;
            return;
        }
        if (value >= 0xc2 && value <= 0xdf) {
            expected = 1;
        } else if (value >= 0xe0 && value <= 0xef) {
            expected = 2;
            lowest = value == 0xe0 ? 0xa0 : 0x80;
            highest = value == 0xed ? 0x9f : 0xbf;
        } else if (value >= 0xf0 && value <= 0xf4) {
            expected = 3;
            lowest = value == 0xf0 ? 0x90 : 0x80;
            highest = value == 0xf4 ? 0x8f : 0xbf;
        } else {
            fault();
        }
    }

    private void fault() {
        faults++;
        expected = 0;
        lowest = 0x80;
        highest = 0xbf;
    }

    /** The words around letters beyond ASCII tell the language; the rest of the file does not. */
    private void keepAround(byte[] bytes, int at, int length) {
        var from = Math.max(0, at - 16);
        var count = Math.min(Math.min(length, at + 16) - from, SAMPLE - sampled);
        if (count > 0) {
            System.arraycopy(bytes, from, sample, sampled, count);
            sampled += count;
        }
    }

    /**
     * The character set; null for what may be a workbook. Refuses what is neither that nor text with a sentence that says what to
     * do.
     */
    @Nullable
    Charset charset() {
        if (size == 0) {
            throw new Rejected("intake.file.empty");
        }
        if (starts('%', 'P', 'D', 'F')) {
            throw new Rejected("intake.file.pdf");
        }
        if (starts('P', 'K', 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0)) {
            return null;
        }
        if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) {
            return StandardCharsets.UTF_16;
        }
        if (zeros[0] + zeros[1] > 0) {
            return wide();
        }
        if (expected > 0) {
            fault();
        }
        // Where rows of several systems were put together a few letters are spoilt, not all others.
        if (ascii || faults * MIXED <= sequences) {
            return StandardCharsets.UTF_8;
        }
        var detector = new CharsetDetector();
        detector.setText(Arrays.copyOf(sample, sampled));
        var match = detector.detect();
        var name = match != null && match.getConfidence() >= SURE && POSSIBLE.contains(match.getName())
                ? match.getName()
                : WESTERN;
        return Charset.forName(name);
    }

    /** In UTF-16 without a mark the upper byte of most signs is 0: every other byte of the file. */
    private Charset wide() {
        var most = Math.max(zeros[0], zeros[1]);
        var least = Math.min(zeros[0], zeros[1]);
        if (size % 2 != 0 || most * 3 < size || least * 20 > most) {
            throw new Rejected("intake.file.binary");
        }
        return zeros[1] == most ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private boolean starts(int... bytes) {
        if (size < bytes.length) {
            return false;
        }
        for (var at = 0; at < bytes.length; at++) {
            if ((head[at] & 0xff) != bytes[at]) {
                return false;
            }
        }
        return true;
    }
}
