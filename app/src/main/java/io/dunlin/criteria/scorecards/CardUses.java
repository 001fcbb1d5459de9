package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.SavedSearch.SAVED_SEARCH;

import io.dunlin.criteria.CriteriaJson;
import io.dunlin.tenancy.CurrentTenant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What looks at a card. */
@Component
class CardUses {
    private final DSLContext sql;
    private final Scorecards cards;

    CardUses(DSLContext sql, Scorecards cards) {
        this.sql = sql;
        this.cards = cards;
    }

    /** Name of a card or of a saved search that looks at the card; empty: none does. */
    Optional<String> of(long card) {
        var others = cards.all().stream()
                .filter(other -> other.id() != card)
                .filter(other ->
                        UsedIndicators.cards(other.definition(), Set.of()).contains(card))
                .map(Scorecard::name);
        var searches = sql
                .select(SAVED_SEARCH.NAME, SAVED_SEARCH.CRITERIA)
                .from(SAVED_SEARCH)
                .where(SAVED_SEARCH.TENANT_ID.eq(CurrentTenant.id()))
                .and(SAVED_SEARCH.NAME.isNotNull())
                .fetch()
                .stream()
                .filter(row -> CriteriaJson.read(row.value2().data())
                        .indicators()
                        .map(CardIndicators::card)
                        .anyMatch(Optional.of(card)::equals))
                .map(row -> String.valueOf(row.value1()));
        return Stream.concat(others, searches).findFirst();
    }
}
