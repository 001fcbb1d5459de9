package io.dunlin.intake;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;

/** The character sets that files come in, the most frequent ones first. */
public final class CharacterSets {
    private static final List<String> NAMES = Stream.of(
                    "UTF-8",
                    "windows-1252",
                    "ISO-8859-1",
                    "ISO-8859-15",
                    "UTF-16LE",
                    "UTF-16BE",
                    "UTF-16",
                    "US-ASCII",
                    "windows-1250",
                    "windows-1251",
                    "windows-1253",
                    "windows-1254",
                    "ISO-8859-2",
                    "ISO-8859-3",
                    "ISO-8859-4",
                    "ISO-8859-5",
                    "ISO-8859-6",
                    "ISO-8859-7",
                    "ISO-8859-8",
                    "ISO-8859-9",
                    "ISO-8859-13",
                    "KOI8-R",
                    "Shift_JIS",
                    "EUC-JP",
                    "EUC-KR",
                    "GB18030",
                    "Big5")
            .filter(Charset::isSupported)
            .toList();

    private CharacterSets() {}

    public static List<String> names() {
        return NAMES;
    }
}
