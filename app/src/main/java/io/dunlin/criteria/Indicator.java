package io.dunlin.criteria;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * One typed fact about a customer, a debtor or an item, whatever its source.
 *
 * <p>Declared by an {@link IndicatorSource}; everything else follows from the declaration.
 *
 * @param code stable name such as {@code customer.overdue}; stored in searches and rules, never renamed
 * @param section code of the group it is listed under; its name has the key {@code criteria.section.<section>}
 * @param label key of its name in the viewer's language, or the name itself where the tenant chose it
 * @param value the fact as SQL over the tables of a {@link Scope}; null there means unknown
 * @param scale for {@link Kind#GRADE}: the grades from worst to best; else empty
 * @param choices the values that are offered where they are codes; none: they are typed. Asked in a transaction of the tenant
 * @param shortcut what a database looks for before the value itself
 * @param past how earlier values are read back; null: they are not kept
 */
public record Indicator(
        String code,
        Subject subject,
        Kind kind,
        String section,
        String label,
        Value value,
        List<String> scale,
        Supplier<List<Choice>> choices,
        Shortcut shortcut,
        @Nullable Past past) {
    /** What its values are; decides which comparisons are offered. */
    public enum Kind {
        TEXT,
        /** In the currency of the company. */
        AMOUNT,
        COUNT,
        /** Days, also fractions of them; negative where early. */
        DAYS,
        PERCENT,
        /** A number of which more is better. */
        SCORE,
        /** A number of which less is better, such as a probability of default. */
        RISK,
        /** One of few names, ordered from worst to best. */
        GRADE,
        DATE,
        FLAG,
        /** One of a list of codes. */
        CHOICE,
        /** Any number of codes at once, such as the groups of a customer. */
        SEVERAL;

        public boolean isNumber() {
            return switch (this) {
                case AMOUNT, COUNT, DAYS, PERCENT, SCORE, RISK -> true;
                case TEXT, GRADE, DATE, FLAG, CHOICE, SEVERAL -> false;
            };
        }

        /** Whether one value is better than another. */
        public boolean isRank() {
            return this == SCORE || this == RISK || this == GRADE;
        }

        public boolean isCode() {
            return this == CHOICE || this == SEVERAL || this == FLAG || this == GRADE;
        }
    }

    /** @param label key of its name in the viewer's language, or the name itself */
    public record Choice(String value, String label) {}

    /** Where the value stands. */
    public sealed interface Value {
        /** One value, or none, for each subject. */
        record One(Function<Scope, Field<?>> expression) implements Value {}

        /** A column of a table with any number of rows for each subject, joined to it by a {@link Link}. */
        record Many(TableField<?, ?> column) implements Value {}
    }

    /** Says what is true wherever the indicator has a value that is asked for, and is found sooner. */
    public sealed interface Shortcut {
        record None() implements Shortcut {}

        /** There is a value only where this is true. */
        record Known(Function<Scope, Condition> where) implements Shortcut {}

        /** The text, in its compared form, is part of this one; there is always one. */
        record Within(Function<Scope, Field<String>> text) implements Shortcut {}

        /** The text is kept in its compared form. */
        record Kept(Function<Scope, Field<String>> text) implements Shortcut {}
    }

    public Indicator {
        scale = List.copyOf(scale);
        if ((kind == Kind.SEVERAL) != value instanceof Value.Many) {
            throw new IllegalArgumentException(
                    "Several values, and only those, come from a table of their own: " + code);
        }
        if ((kind == Kind.GRADE) == scale.isEmpty()) {
            throw new IllegalArgumentException("Grades, and only those, have a scale: " + code);
        }
        if (past != null && value instanceof Value.Many) {
            throw new IllegalArgumentException("Of several values none are read back: " + code);
        }
    }

    /** Offers yes and no, or its grades, or nothing. */
    public Indicator(
            String code, Subject subject, Kind kind, String section, String label, Value value, List<String> scale) {
        this(code, subject, kind, section, label, value, scale, () -> usual(kind, scale), new Shortcut.None(), null);
    }

    public static Indicator of(
            String code, Subject subject, Kind kind, String section, String label, Function<Scope, Field<?>> value) {
        return new Indicator(code, subject, kind, section, label, new Value.One(value), List.of());
    }

    public Indicator withChoices(Supplier<List<Choice>> offered) {
        return new Indicator(code, subject, kind, section, label, value, scale, offered, shortcut, past);
    }

    public Indicator withShortcut(Shortcut sooner) {
        return new Indicator(code, subject, kind, section, label, value, scale, choices, sooner, past);
    }

    public Indicator withPast(Past earlier) {
        return new Indicator(code, subject, kind, section, label, value, scale, choices, shortcut, earlier);
    }

    private static List<Choice> usual(Kind kind, List<String> scale) {
        return kind == Kind.FLAG
                ? List.of(new Choice("true", "criteria.yes"), new Choice("false", "criteria.no"))
                : scale.stream().map(grade -> new Choice(grade, grade)).toList();
    }
}
