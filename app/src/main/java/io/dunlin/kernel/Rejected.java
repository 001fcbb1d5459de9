package io.dunlin.kernel;

import java.util.List;

/**
 * A refusal by a rule, shown to the user as a sentence in the user's language.
 *
 * <p>{@link #getMessage()} is the key of the sentence in the message bundles; {@link #arguments()} fill its places.
 */
public class Rejected extends RuntimeException {
    private final transient List<Object> arguments;

    public Rejected(String messageKey, Object... arguments) {
        super(messageKey);
        this.arguments = List.of(arguments);
    }

    /** Key of the sentence in the message bundles. */
    public String key() {
        var key = getMessage();
        return key == null ? "error.rejected" : key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
