package io.dunlin.criteria.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that rules ran.
 *
 * @param attribute code of what was given; null: all
 * @param undoes number of the run that this one took back
 * @param undoneBy number of the run that took this one back
 * @param user name of whoever started it; null: nobody, it ran by itself
 * @param customers whose rules were asked
 * @param changes values given, replaced or taken away
 */
public record RuleRun(
        long id,
        Kind kind,
        @Nullable String attribute,
        @Nullable Long undoes,
        @Nullable Long undoneBy,
        @Nullable String user,
        Instant at,
        Duration duration,
        int customers,
        int changes) {
    /** Stored: never rename. */
    public enum Kind {
        /** After an import, or as a day began. */
        AUTOMATIC,
        /** All rules of an attribute, started by a user. */
        SEQUENCE,
        /** One rule alone. */
        RULE,
        /** Without a rule: somebody gave it to customers of a list. */
        HAND,
        UNDO
    }

    /** Whether it can be taken back. */
    public boolean canBeUndone() {
        return kind != Kind.UNDO && undoneBy == null && changes > 0;
    }

    /**
     * What one rule did in it.
     *
     * @param name of the search at that time; null: everybody
     * @param value what it gave
     * @param takes customers that no rule before had taken
     * @param changes those of them whose value changed
     */
    public record Result(
            long rule,
            String attribute,
            int position,
            @Nullable String name,
            String value,
            int takes,
            int changes) {}
}
