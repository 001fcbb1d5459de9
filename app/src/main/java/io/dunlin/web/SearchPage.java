package io.dunlin.web;

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

    private final QuickSearch search;

    SearchPage(QuickSearch search) {
        this.search = search;
    }

    @GetMapping("/search")
    @ForSignedIn
    String search(
            @RequestParam(required = false) @Nullable String q,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        model.addAttribute("found", search.find(SearchQuery.of(q), part == null ? ON_PAGE : IN_DIALOG));
        return part == null ? "web/search" : "web/searchHits";
    }
}
