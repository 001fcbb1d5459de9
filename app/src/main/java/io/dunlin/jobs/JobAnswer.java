package io.dunlin.jobs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What programs are told of jobs of one kind beside their progress. To add one, add a Spring bean in the module of the kind. */
public interface JobAnswer {
    /** Code of the {@link JobKind}. */
    String kind();

    Answer of(Job job);

    /**
     * @param problem sentence in the caller's language where the work has ended without doing what it was asked for, though not by
     *     an error; else null
     * @param counts what it did, by name
     * @param links addresses of this site, by name
     */
    record Answer(@Nullable String problem, Map<String, Long> counts, List<Error> errors, Map<String, String> links) {
        /** There is nothing to say. */
        public static final Answer NONE = new Answer(null, Map.of(), List.of(), Map.of());
    }

    /**
     * Something that was left out, in the caller's language.
     *
     * @param row line of the file
     * @param column its name; empty for the whole row
     * @param remedy what to do; empty where the reason says it
     */
    record Error(long row, String column, String value, String reason, String remedy) {}
}
