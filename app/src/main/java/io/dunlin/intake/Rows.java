package io.dunlin.intake;

import org.jspecify.annotations.Nullable;

/** The rows of a file, read as a stream: few are in memory at a time. Empty rows are passed over. */
interface Rows extends AutoCloseable {
    /** Null at the end. Refuses with a sentence what cannot be read any further. */
    @Nullable
    RawRow next();

    @Override
    void close();
}
