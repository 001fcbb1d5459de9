package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An upload in a temporary file, because workbooks are not read from front to back. Closing deletes it. */
final class SpooledFile implements AutoCloseable {
    /** Larger lists come as text: a workbook of a full sheet (1,048,576 rows) has some 100 MiB. */
    static final long LARGEST = 512L << 20;

    private final Path path;

    private SpooledFile(Path path) {
        this.path = path;
    }

    static SpooledFile of(InputStream content) {
        try {
            var file = new SpooledFile(Files.createTempFile("dunlin-workbook", ".tmp"));
            try (content) {
                file.fill(content);
                return file;
            } catch (IOException | RuntimeException failure) {
                file.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void fill(InputStream content) throws IOException {
        try (var output = Files.newOutputStream(path)) {
            var buffer = new byte[1 << 16];
            var size = 0L;
            for (var count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                size += count;
                if (size > LARGEST) {
                    throw new Rejected("intake.file.largeWorkbook", LARGEST >> 20);
                }
                output.write(buffer, 0, count);
            }
        }
    }

    Path path() {
        return path;
    }

    boolean begins(int... bytes) {
        try (var content = Files.newInputStream(path)) {
            for (var expected : bytes) {
                if (content.read() != expected) {
                    return false;
                }
            }
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
