package io.dunlin.web;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** Looks for customers, items, contacts and pages at once: somebody is typing, and each of them waits for the database by itself. */
@Component
public class QuickSearch {
    private final List<SearchSource> sources;
    private final Viewers viewers;
    private final AsyncTaskExecutor others;

    QuickSearch(
            List<SearchSource> sources,
            Viewers viewers,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor others) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order))
                .toList();
        this.viewers = viewers;
        this.others = others;
    }

    /**
     * What the viewer may see of it.
     *
     * @param most of each kind
     */
    public SearchView find(SearchQuery query, int most) {
        if (query.isTooShort()) {
            return new SearchView(query, most, List.of());
        }
        var viewer = viewers.current();
        var asked = sources.stream()
                .filter(source -> viewer.may(source.right()))
                .map(source -> CompletableFuture.supplyAsync(
                        () -> new SearchView.Kind(source.textKey(), source.find(query, most)), others))
                .toList();
        return new SearchView(
                query,
                most,
                asked.stream()
                        .map(CompletableFuture::join)
                        .filter(kind -> !kind.hits().isEmpty())
                        .sorted(Comparator.comparingInt(SearchView.Kind::rank))
                        .toList());
    }
}
