package io.dunlin.criteria.scorecards;

import io.dunlin.criteria.Criteria;
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
        return Stream.concat(definition.indicators(), criteria.flatMap(Criteria::indicators))
                .map(CardIndicators::card)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
