package io.dunlin.criteria.scorecards;

import io.dunlin.criteria.Comparison.Against;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.Criteria.All;
import io.dunlin.criteria.Criteria.Any;
import io.dunlin.criteria.Criteria.Has;
import io.dunlin.criteria.Criteria.Not;
import io.dunlin.criteria.Criteria.Test;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which cards criteria and definitions look at. */
final class UsedIndicators {
    private UsedIndicators() {}

    /** @param searches the criteria of those of its overrides that go by a search */
    static Set<Long> cards(Definition definition, Collection<Criteria> searches) {
        var criteria = Stream.concat(definition.ownCriteria(), searches.stream());
        return Stream.concat(definition.indicators(), criteria.flatMap(UsedIndicators::in))
                .map(CardIndicators::card)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Stream<String> in(Criteria criteria) {
        return switch (criteria) {
            case All(var of) -> of.stream().flatMap(UsedIndicators::in);
            case Any(var of) -> of.stream().flatMap(UsedIndicators::in);
            case Not(var of) -> in(of);
            case Has has -> in(has.that());
            case Test test ->
                test.comparison() instanceof Against against
                        ? Stream.of(test.indicator(), against.indicator())
                        : Stream.of(test.indicator());
        };
    }
}
