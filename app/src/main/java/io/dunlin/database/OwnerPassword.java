package io.dunlin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The password of the embedded server's owner: made once, kept in a file that only this system user can read. */
record OwnerPassword(String value, Path file) {
    static OwnerPassword in(Path folder) throws IOException {
        var file = folder.resolve("owner.password").toAbsolutePath();
        if (!Files.exists(file)) {
            var secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(secret));
        }
        return new OwnerPassword(Files.readString(file).strip(), file);
    }
}
