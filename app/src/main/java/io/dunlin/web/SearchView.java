package io.dunlin.web;

import java.util.List;

/**
 * What the quick search found, by kind; the kind with the best hit first.
 *
 * @param most of each kind
 */
public record SearchView(SearchQuery query, int most, List<Kind> kinds) {
    public SearchView {
        kinds = List.copyOf(kinds);
    }

    /** @param textKey key of the heading */
    public record Kind(String textKey, List<SearchHit> hits) {
        public Kind {
            hits = List.copyOf(hits);
        }

        int rank() {
            return hits.stream().mapToInt(SearchHit::rank).min().orElse(SearchQuery.NONE);
        }
    }

    /** Whether there may be more than is shown. */
    public boolean isCut() {
        return kinds.stream().anyMatch(kind -> kind.hits().size() == most);
    }

    public int count() {
        return kinds.stream().mapToInt(kind -> kind.hits().size()).sum();
    }
}
