package io.dunlin.criteria;

import io.dunlin.criteria.Criteria.All;
import io.dunlin.criteria.Criteria.Any;
import io.dunlin.criteria.Criteria.Has;
import io.dunlin.criteria.Criteria.Not;
import io.dunlin.criteria.Criteria.Test;
import java.util.List;

/** Criteria while somebody builds them: rows in groups, some of them not yet filled in. */
public sealed interface Draft {
    /** How the parts of a group belong together. */
    enum Join {
        ALL,
        ANY,
        NONE,
        HAS_ITEM,
        HAS_NO_ITEM;

        public boolean isOfItems() {
            return this == HAS_ITEM || this == HAS_NO_ITEM;
        }
    }

    record Group(Join join, List<Draft> parts) implements Draft {
        public Group {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One indicator compared.
     *
     * @param how the word of the comparison as in {@link CriteriaText}, with {@code !} before it for its opposite; {@code is} for a
     *     list of one
     * @param values in the order of the short form; empty texts where nothing was typed
     */
    record Row(String indicator, String how, List<String> values, boolean orUnknown) implements Draft {
        /** One of a list of one. */
        public static final String IS = "is";

        /** Nothing chosen yet. */
        public static final Row EMPTY = new Row("", "", List.of(), false);

        public Row {
            values = List.copyOf(values);
        }

        /** Whether something is still to be said: such a row asks for nothing. */
        public boolean isOpen() {
            return switch (word()) {
                case "empty" -> indicator.isEmpty();
                case "less", "atMost", "atLeast", "more" ->
                    indicator.isEmpty() || values.size() < 2 || values.get(1).isBlank();
                default ->
                    indicator.isEmpty()
                            || (ComparisonJson.saysWithin(word())
                                    ? values.size() < 2 || values.stream().anyMatch(String::isBlank)
                                    : values.stream().allMatch(String::isBlank));
            };
        }

        public boolean isNegated() {
            return how.startsWith("!");
        }

        /** The word without its opposite. */
        public String word() {
            return isNegated() ? how.substring(1) : how;
        }
    }

    /** The same as rows and groups; the root is a group. */
    static Group of(Criteria criteria) {
        var part = part(criteria);
        return part instanceof Group group && !group.join().isOfItems() ? group : new Group(Join.ALL, List.of(part));
    }

    private static Draft part(Criteria criteria) {
        return switch (criteria) {
            case All(var of) -> new Group(Join.ALL, parts(of));
            case Any(var of) -> new Group(Join.ANY, parts(of));
            case Not(Any(var of)) -> new Group(Join.NONE, parts(of));
            case Not(var of) -> new Group(Join.NONE, List.of(part(of)));
            case Has has ->
                new Group(
                        has.none() ? Join.HAS_NO_ITEM : Join.HAS_ITEM,
                        has.that() instanceof All(var of) ? parts(of) : List.of(part(has.that())));
            case Test test -> row(test);
        };
    }

    private static List<Draft> parts(List<Criteria> of) {
        return of.stream().map(Draft::part).toList();
    }

    private static Row row(Test test) {
        if (test.negated() && test.comparison() instanceof Comparison.Against against) {
            // There is a word for the opposite of each; both are unknown where one is.
            return row(new Test(test.indicator(), against.opposite(), false, test.orUnknown()));
        }
        var values = CriteriaText.values(test.comparison()).toList();
        var word = test.comparison() instanceof Comparison.OneOf && values.size() == 1
                ? Row.IS
                : ComparisonJson.name(test.comparison());
        return new Row(test.indicator(), (test.negated() ? "!" : "") + word, values, test.orUnknown());
    }
}
