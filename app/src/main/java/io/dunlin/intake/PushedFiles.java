package io.dunlin.intake;

import io.dunlin.tenancy.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Where files come in that no person looks at: received, mapped by the names of their columns, and started. */
@Component
public class PushedFiles {
    private final Intake intake;
    private final Imports imports;
    private final PushKeys keys;
    private final PushStart start;

    PushedFiles(Intake intake, Imports imports, PushKeys keys, PushStart start) {
        this.intake = intake;
        this.imports = imports;
        this.keys = keys;
        this.start = start;
    }

    /**
     * Keeps the file and starts its import. What is refused leaves nothing behind, neither the file nor its key.
     *
     * @throws PushRefused where a person would be asked what the columns are
     */
    public Pushed push(PushOrder order, InputStream content, UserId user) {
        var digest = sha256();
        digest.update(order.parameters());
        var watched = new DigestInputStream(content, digest);
        var key = order.key();
        var known = key == null ? null : keys.find(key).orElse(null);
        if (known != null) {
            readToEnd(watched);
            return known.answer(digest.digest());
        }
        var id = intake.receive(order.subject(), order.fileName(), watched, order.company(), user);
        try {
            reread(id, order);
            var fingerprint = digest.digest();
            var job = start.start(id, order, fingerprint);
            if (job.isPresent()) {
                return new Pushed(id, job.get(), false);
            }
            imports.discard(id);
            return keys.find(Objects.requireNonNull(key)).orElseThrow().answer(fingerprint);
        } catch (RuntimeException refusal) {
            imports.discard(id);
            throw refusal;
        }
    }

    /** In the character set and with the delimiter that the program names, where they are not those that were found. */
    private void reread(ImportId id, PushOrder order) {
        var found = Delimiter.of(imports.profile(id));
        var charset = order.charset() == null ? imports.get(id).charset() : order.charset();
        var delimiter = order.delimiter() == null ? found : order.delimiter();
        if (delimiter != found || !charset.equals(imports.get(id).charset())) {
            intake.reread(id, charset, delimiter, imports.mapping(id));
        }
    }

    private static void readToEnd(InputStream content) {
        try {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
