package io.dunlin.intake;

import java.time.Instant;
import java.util.List;

/**
 * A mapping that was remembered by itself, with the layout of the files it is proposed for.
 *
 * @param headers names of the columns; empty where they were not kept
 * @param usedAt when the last import of such a file was started
 */
public record RememberedMapping(long id, Subject subject, List<String> headers, Mapping mapping, Instant usedAt) {
    public RememberedMapping {
        headers = List.copyOf(headers);
    }

    /** The same under a name. */
    public SavedMapping saved() {
        return SavedMapping.of(subject, headers, mapping);
    }
}
