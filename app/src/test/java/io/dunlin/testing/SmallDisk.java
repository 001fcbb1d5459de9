package io.dunlin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of few megabytes, in memory, which can be filled and emptied. */
public final class SmallDisk implements AutoCloseable {
    private static final long MEGABYTE = 1 << 20;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Empty where nobody may mount one: not as root, or not on Linux. */
    public static Optional<SmallDisk> mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        return run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString())
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    public Path folder() {
        return folder;
    }

    /** Leaves so many megabytes. */
    public void fillUpTo(int left) throws IOException {
        var room = Files.getFileStore(folder).getUsableSpace() - left * MEGABYTE;
        try (var file = Files.newOutputStream(ballast())) {
            var block = new byte[(int) MEGABYTE];
            for (var written = 0L; written < room; written += MEGABYTE) {
                file.write(block);
            }
        }
    }

    /** Takes away what filled it. */
    public void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    @Override
    public void close() {
        try {
            if (!run("umount", folder.toString())) {
                // A server that is still ending lets go of it later.
                run("umount", "-l", folder.toString());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
