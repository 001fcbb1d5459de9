package io.dunlin.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter of a report, carried in the address under its name.
 *
 * @param label in the viewer's language
 * @param choices what may be chosen; empty for {@link Kind#TEXT} and {@link Kind#VALUES}. The first is what counts when nothing is
 *     chosen of {@link Kind#ONE}; nothing chosen of the kinds {@link Kind#SEVERAL}, {@link Kind#VALUES} and {@link Kind#ANY} means all
 * @param source address of the choices of {@link Kind#VALUES}, as a part of a page; null for all others
 */
public record Parameter(
        String name,
        String label,
        Kind kind,
        List<Choice> choices,
        @Nullable String source) {
    /** Chooses those that have no value at all. */
    public static final String NONE = "-";

    public enum Kind {
        /** Exactly one of the choices. */
        ONE,
        /** One of the choices, or none. */
        ANY,
        /** Any number of the choices. */
        SEVERAL,
        /** Any number of values of the data, {@link #NONE} for none: too many to list them with every page. */
        VALUES,
        /** Free text, or none. */
        TEXT
    }

    /** What is carried in the address, and how it reads in the viewer's language. */
    public record Choice(String value, String label) {}

    public Parameter {
        choices = List.copyOf(choices);
    }

    public Parameter(String name, String label, Kind kind, List<Choice> choices) {
        this(name, label, kind, choices, null);
    }

    /** Of {@link Kind#VALUES}. */
    public static Parameter ofValues(String name, String label, String source) {
        return new Parameter(name, label, Kind.VALUES, List.of(), source);
    }

    public boolean takesSeveral() {
        return kind == Kind.SEVERAL || kind == Kind.VALUES;
    }

    public String labelOf(String value) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }
}
