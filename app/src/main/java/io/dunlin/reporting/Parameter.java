package io.dunlin.reporting;

import java.util.List;

/**
 * A filter of a report, carried in the address under its name.
 *
 * @param label in the viewer's language
 * @param choices what may be chosen; empty for {@link Kind#TEXT}. The first is what counts when nothing is chosen of
 *     {@link Kind#ONE}; nothing chosen of {@link Kind#SEVERAL} and {@link Kind#ANY} means all
 */
public record Parameter(String name, String label, Kind kind, List<Choice> choices) {
    public enum Kind {
        /** Exactly one of the choices. */
        ONE,
        /** One of the choices, or none. */
        ANY,
        /** Any number of the choices. */
        SEVERAL,
        /** Free text, or none. */
        TEXT
    }

    /** What is carried in the address, and how it reads in the viewer's language. */
    public record Choice(String value, String label) {}

    public Parameter {
        choices = List.copyOf(choices);
    }

    public String labelOf(String value) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }
}
