package io.dunlin.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils files the way bad disks, editors and people do; the same seed spoils them the same way. */
final class Mutations {
    private static final List<String> PIECES = List.of(
            "\"",
            "\"\"",
            ";",
            ",",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "\0",
            "\ufeff",
            "=1+1",
            "-",
            "(",
            ")",
            "1E308",
            "1e-400",
            "NaN",
            "99999999999999999999",
            "2026-02-30",
            "29.02.1900",
            "31/12/2999",
            "<",
            ">",
            "&lt;",
            "<row>",
            "</row>",
            "<c r=\"A1\">",
            "r=\"ZZZZ1\"",
            "t=\"s\"",
            "<v>-1</v>",
            "<v>9999999999</v>",
            "<!--",
            "]]>",
            "\ud83d\ude00",
            "'",
            "|",
            " ",
            "Total",
            "D",
            "H");

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    byte[] of(byte[] file) {
        if (file[0] == 'P' && file[1] == 'K' && random.nextInt(10) < 8) {
            return within(file);
        }
        return bytes(file, 1 + random.nextInt(6));
    }

    private byte[] bytes(byte[] file, int times) {
        var spoilt = file;
        for (var time = 0; time < times; time++) {
            spoilt = once(spoilt);
        }
        return spoilt;
    }

    private byte[] once(byte[] file) {
        if (file.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        var at = random.nextInt(file.length);
        var end = Math.min(file.length, at + 1 + random.nextInt(random.nextBoolean() ? 8 : 400));
        return switch (random.nextInt(7)) {
            case 0 -> join(file, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
            case 1 -> join(file, at, new byte[0], end);
            case 2 -> join(file, end, Arrays.copyOfRange(file, at, end), end);
            case 3 -> Arrays.copyOf(file, at);
            case 4 -> {
                var noise = new byte[1 + random.nextInt(20)];
                random.nextBytes(noise);
                yield join(file, at, noise, at);
            }
            default ->
                join(
                        file,
                        at,
                        PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8),
                        at + random.nextInt(2));
        };
    }

    /** What is compressed is spoilt before: else hardly anything gets past the checksums. */
    private byte[] within(byte[] file) {
        return SampleSheet.rezipped(
                file, content -> random.nextInt(3) == 0 ? bytes(content, 1 + random.nextInt(3)) : content, "", "");
    }

    private static byte[] join(byte[] file, int end, byte[] between, int from) {
        var joined = new ByteArrayOutputStream();
        joined.write(file, 0, end);
        joined.writeBytes(between);
        joined.write(file, Math.min(from, file.length), file.length - Math.min(from, file.length));
        return joined.toByteArray();
    }
}
