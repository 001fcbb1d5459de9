package io.dunlin.web;

import io.dunlin.kernel.Rejected;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** The ticked rows of a table, over all its pages, as its form sends them: {@code all}, {@code keys} (one a line), {@code query}. */
public sealed interface Selection {
    /** These rows. */
    record Some(Set<String> keys) implements Selection {}

    /** Every row that the query of the list finds, but these. */
    record All(MultiValueMap<String, String> query, Set<String> except) implements Selection {}

    /** Refuses a form without any row. */
    static Selection of(Map<String, String> form) {
        var keys = form.getOrDefault("keys", "")
                .lines()
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (!form.getOrDefault("all", "").isEmpty()) {
            return new All(query(form), keys);
        }
        if (keys.isEmpty()) {
            throw new Rejected("web.select.nothing");
        }
        return new Some(keys);
    }

    /** The parameters of the list that the rows were ticked in; its order and columns hold for files. */
    static MultiValueMap<String, String> query(Map<String, String> form) {
        var parameters = new LinkedMultiValueMap<String, String>();
        encoded(form)
                .forEach((name, values) -> values.stream()
                        .filter(Objects::nonNull)
                        .forEach(value -> parameters.add(name, Page.decoded(value))));
        return parameters;
    }

    /** The query part of that list's address, on its first page; a question mark at least, so that it opens no view of its own. */
    static String address(Map<String, String> form) {
        var query = UriComponentsBuilder.newInstance()
                .queryParams(encoded(form))
                .replaceQueryParam("page")
                .build()
                .toUriString();
        return query.isEmpty() ? "?" : query;
    }

    private static MultiValueMap<String, String> encoded(Map<String, String> form) {
        var query = form.getOrDefault("query", "");
        return UriComponentsBuilder.fromUriString(query.startsWith("?") ? query : "?" + query)
                .build()
                .getQueryParams();
    }
}
