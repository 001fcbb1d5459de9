package io.dunlin.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.stream.Stream;

/** Where the content of attachments lies, apart for each tenant: a folder here, and an object store wherever somebody writes one. */
public interface AttachmentStore {
    /** Keeps the content under a new key, wholly or, where the stream or the store fails, not at all. */
    Stored put(InputStream content) throws IOException;

    /**
     * The content from its beginning.
     *
     * @throws NoSuchFileException where the current tenant has none under the key
     */
    InputStream open(String key) throws IOException;

    /** Does nothing where there is none. */
    void delete(String key) throws IOException;

    /** The keys of what has been kept since before the moment; to be closed. */
    Stream<String> keptBefore(Instant moment) throws IOException;

    /** @param size in bytes */
    record Stored(String key, long size) {}
}
