package io.dunlin.ledger;

import io.dunlin.tenancy.CurrentTenant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Attachments in a folder of the machine: one folder for each tenant, and in it each content under a random name. */
@Component
class AttachmentFolder implements AttachmentStore {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");
    private static final String UNFINISHED = ".part";
    private static final Pattern NAME = Pattern.compile(KEY + "(\\.part)?");

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    AttachmentFolder(AttachmentPlace place) {
        this.folder = place.folder();
    }

    @Override
    public Stored put(InputStream content) throws IOException {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var key = HexFormat.of().formatHex(bytes);
        var own = own();
        Files.createDirectories(own);
        // A reader never meets half of it: it has its name only when all of it is on the disk.
        var unfinished = own.resolve(key + UNFINISHED);
        try {
            var size = write(content, unfinished);
            Files.move(unfinished, own.resolve(key), StandardCopyOption.ATOMIC_MOVE);
            sync(own);
            return new Stored(key, size);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(path(key));
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    /** Among them what a killed process left unfinished. */
    @Override
    public Stream<String> keptBefore(Instant moment) throws IOException {
        if (!Files.isDirectory(own())) {
            return Stream.empty();
        }
        return Files.list(own())
                .filter(file -> isOlder(file, moment))
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> NAME.matcher(name).matches());
    }

    private static boolean isOlder(Path file, Instant moment) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (IOException gone) {
            return false;
        }
    }

    private static long write(InputStream content, Path path) throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var size = content.transferTo(Channels.newOutputStream(file));
            file.force(true);
            return size;
        }
    }

    /** The name of a file is on the disk only when its folder is. */
    private static void sync(Path folder) throws IOException {
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private Path path(String key) throws NoSuchFileException {
        if (!NAME.matcher(key).matches()) {
            throw new NoSuchFileException(key);
        }
        return own().resolve(key);
    }

    private Path own() {
        return folder.resolve(CurrentTenant.id().toString());
    }
}
