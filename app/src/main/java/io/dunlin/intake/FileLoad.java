package io.dunlin.intake;

import io.dunlin.ledger.LoadOutcome;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One file on its way into the ledger: rows are read under the mapping and handed on, then applied once. */
interface FileLoad extends AutoCloseable {
    /** Why the row cannot be used; null where it was taken. */
    @Nullable
    RowProblem add(RawRow row);

    /** After the last row: whether every row must be added once more before {@link #apply}. */
    default boolean needsAnotherPass() {
        return false;
    }

    LoadOutcome apply(Consumer<String> step);

    @Override
    void close();

    /** Rows of one kind, with the two ends of their way. */
    static <T> FileLoad of(
            RowReader<T> reader, Consumer<T> sink, Function<Consumer<String>, LoadOutcome> apply, Runnable close) {
        return new FileLoad() {
            @Override
            public @Nullable RowProblem add(RawRow raw) {
                var row = reader.read(raw);
                if (row != null) {
                    sink.accept(row);
                }
                return reader.problem();
            }

            @Override
            public LoadOutcome apply(Consumer<String> step) {
                return apply.apply(step);
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }
}
