package io.dunlin.web;

import java.util.List;

/** What the quick search found, by kind; the kind with the best hit first. */
public record SearchView(SearchQuery query, List<Kind> kinds) {
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

    public int count() {
        return kinds.stream().mapToInt(kind -> kind.hits().size()).sum();
    }
}
