package io.dunlin.ledger.web;

import io.dunlin.criteria.BadCriteria;
import io.dunlin.criteria.SavedSearch;
import io.dunlin.criteria.SavedSearches;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.web.CriteriaWords;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the list says of the criteria it is narrowed to: the name of the search, or the criteria as a sentence. */
@Component
class CriteriaChip {
    /** The builder shows what goes beyond. */
    private static final int LONGEST = 120;

    private final SavedSearches searches;
    private final CriteriaWords words;

    CriteriaChip(SavedSearches searches, CriteriaWords words) {
        this.searches = searches;
        this.words = words;
    }

    /** Empty where nothing can be said: the criteria mean nothing, or ask for nothing. */
    Optional<String> text(Subject subject, String asked) {
        var name = SavedSearches.number(asked)
                .flatMap(number -> searches.of(subject).stream()
                        .filter(search -> search.id() == number)
                        .map(SavedSearch::name)
                        .findFirst());
        return name.or(() -> sentence(subject, asked));
    }

    private Optional<String> sentence(Subject subject, String asked) {
        try {
            var text = words.now().of(searches.asked(subject, asked));
            return Optional.of(
                            text.length() <= LONGEST
                                    ? text
                                    : text.substring(0, LONGEST).strip() + "…")
                    .filter(said -> !said.isEmpty());
        } catch (BadCriteria bad) {
            return Optional.empty();
        }
    }
}
