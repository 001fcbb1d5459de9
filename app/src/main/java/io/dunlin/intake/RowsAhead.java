package io.dunlin.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, read by a thread of its own: one processor takes the file apart while another works on what was found. Few
 * rows are in memory at a time, however long they are.
 */
final class RowsAhead implements AutoCloseable {
    private static final int ROWS_TOGETHER = 256;
    private static final int LETTERS_TOGETHER = 1 << 18;
    private static final int WAITING = 4;

    private final BlockingQueue<Batch> read = new ArrayBlockingQueue<>(WAITING);
    private final Thread reader;
    private Batch batch = new Batch(List.of(), null, false);
    private int at;

    /** @param failure what ended the reading behind these rows; null: nothing */
    private record Batch(List<RawRow> rows, @Nullable RuntimeException failure, boolean isLast) {}

    /** @param rows answers one row after the other and null at the end; called from another thread until {@link #close} */
    RowsAhead(Supplier<@Nullable RawRow> rows) {
        reader = Thread.ofVirtual().name("file-rows").start(() -> readAll(rows));
    }

    /** Null at the end. Throws what the reading threw, behind the rows that came before it. */
    @Nullable
    RawRow next() {
        while (at == batch.rows().size()) {
            if (batch.failure() != null) {
                throw batch.failure();
            }
            if (batch.isLast()) {
                return null;
            }
            batch = take();
            at = 0;
        }
        return batch.rows().get(at++);
    }

    private Batch take() {
        try {
            return read.take();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading a file", stop);
        }
    }

    private void readAll(Supplier<@Nullable RawRow> rows) {
        try {
            var goesOn = true;
            while (goesOn) {
                var next = readSome(rows);
                read.put(next);
                goesOn = !next.isLast();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static Batch readSome(Supplier<@Nullable RawRow> rows) {
        var some = new ArrayList<RawRow>(ROWS_TOGETHER);
        var letters = 0L;
        try {
            while (some.size() < ROWS_TOGETHER && letters < LETTERS_TOGETHER) {
                var row = rows.get();
                if (row == null) {
                    return new Batch(some, null, true);
                }
                some.add(row);
                letters += row.letters();
            }
            return new Batch(some, null, false);
        } catch (RuntimeException failure) {
            return new Batch(some, failure, true);
        }
    }

    /** Returns when the other thread no longer reads. */
    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
