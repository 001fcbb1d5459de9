package io.dunlin.web;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The quick search: a page of its own, and the list under the field of the dialog while somebody types. */
@Controller
class SearchPage {
    private static final int ON_PAGE = 25;
    private static final int IN_DIALOG = 6;

    private final List<SearchSource> sources;
    private final Viewers viewers;

    SearchPage(List<SearchSource> sources, Viewers viewers) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order))
                .toList();
        this.viewers = viewers;
    }

    @GetMapping("/search")
    @ForSignedIn
    String search(
            @RequestParam(required = false) @Nullable String q,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        model.addAttribute("found", find(SearchQuery.of(q), part == null ? ON_PAGE : IN_DIALOG));
        return part == null ? "web/search" : "web/searchHits";
    }

    private SearchView find(SearchQuery query, int most) {
        if (query.isTooShort()) {
            return new SearchView(query, most, List.of());
        }
        var viewer = viewers.current();
        return new SearchView(
                query,
                most,
                sources.stream()
                        .filter(source -> viewer.may(source.right()))
                        .map(source -> new SearchView.Kind(source.textKey(), source.find(query, most)))
                        .filter(kind -> !kind.hits().isEmpty())
                        .sorted(Comparator.comparingInt(SearchView.Kind::rank))
                        .toList());
    }
}
