package io.dunlin.web;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sentence that an action leaves for the page after it, as the flash attribute {@code notice}.
 *
 * @param key of its text
 * @param undo address that takes the action back by POST; null: it cannot be taken back
 */
public record Notice(
        String key, List<Object> arguments, @Nullable String undo) implements Serializable {
    public Notice {
        arguments = List.copyOf(arguments);
    }
}
