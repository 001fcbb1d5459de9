package io.dunlin.database;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may lie under a failure that is nobody's mistake: it passes, or an administrator ends it, and then the same works. */
public enum Outage {
    /** Stopped, restarted, or out of reach. */
    DATABASE_AWAY,
    DISK_FULL;

    /** Class 08 of the SQL standard: connection exceptions. */
    private static final String CONNECTION = "08";

    /** Of PostgreSQL: it is told to stop, has crashed, or does not accept connections yet. */
    private static final String STOPPED = "57P";

    /** Of PostgreSQL. */
    private static final String NO_ROOM = "53100";

    private static final int DEEPEST = 20;

    public static Optional<Outage> behind(Throwable failure) {
        return causes(failure).flatMap(cause -> told(cause).stream()).findFirst();
    }

    public boolean isBehind(Throwable failure) {
        return behind(failure).filter(this::equals).isPresent();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause == null ? null : cause.getCause())
                .limit(DEEPEST)
                .takeWhile(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    private static Optional<Outage> told(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException refused -> Optional.of(DATABASE_AWAY);
            case SQLException refused -> ofState(refused.getSQLState());
            case IOException full
            when says(full, "No space left on device") || says(full, "Disk quota exceeded") -> Optional.of(DISK_FULL);
            default -> Optional.empty();
        };
    }

    private static Optional<Outage> ofState(@Nullable String state) {
        if (state == null) {
            return Optional.empty();
        }
        if (state.equals(NO_ROOM)) {
            return Optional.of(DISK_FULL);
        }
        return state.startsWith(CONNECTION) || state.startsWith(STOPPED)
                ? Optional.of(DATABASE_AWAY)
                : Optional.empty();
    }

    private static boolean says(IOException failure, String sentence) {
        return String.valueOf(failure.getMessage()).contains(sentence);
    }
}
