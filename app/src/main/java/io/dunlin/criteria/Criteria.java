package io.dunlin.criteria;

import java.util.List;
import java.util.stream.Stream;

/**
 * A condition over indicators: the only language in which anything is selected.
 *
 * <p>Logic has three values, as in SQL: what depends on an unknown value is unknown, and only what is true is selected.
 */
public sealed interface Criteria {
    /** All of them; without any: everything. */
    record All(List<Criteria> of) implements Criteria {
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one of them; without any: nothing. */
    record Any(List<Criteria> of) implements Criteria {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Criteria of) implements Criteria {}

    /** Has at least one customer or item that meets the criteria; or, where {@code none}, has none. */
    record Has(Subject what, boolean none, Criteria that) implements Criteria {}

    /**
     * One indicator compared.
     *
     * @param negated the opposite: "is not", "does not contain"
     * @param orUnknown also where the value is unknown: "or never", "or empty"
     */
    record Test(String indicator, Comparison comparison, boolean negated, boolean orUnknown) implements Criteria {
        public static Test of(String indicator, Comparison comparison) {
            return new Test(indicator, comparison, false, false);
        }
    }

    /** Codes of the indicators that it looks at. */
    default Stream<String> indicators() {
        return switch (this) {
            case All(var of) -> of.stream().flatMap(Criteria::indicators);
            case Any(var of) -> of.stream().flatMap(Criteria::indicators);
            case Not(var of) -> of.indicators();
            case Has has -> has.that().indicators();
            case Test test ->
                test.comparison() instanceof Comparison.Against against
                        ? Stream.of(test.indicator(), against.indicator())
                        : Stream.of(test.indicator());
        };
    }

    /** Whether it asks for items, even for any. */
    default boolean looksAtItems() {
        return switch (this) {
            case All(var of) -> of.stream().anyMatch(Criteria::looksAtItems);
            case Any(var of) -> of.stream().anyMatch(Criteria::looksAtItems);
            case Not(var of) -> of.looksAtItems();
            case Has has -> has.what() == Subject.ITEM || has.that().looksAtItems();
            case Test test -> false;
        };
    }
}
