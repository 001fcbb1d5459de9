package io.dunlin.web;

import io.dunlin.kernel.Rejected;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/** The ticked rows of a table, over all its pages, as its form sends them: {@code all}, {@code keys} (one a line), {@code query}. */
public sealed interface Selection {
    /** These rows. */
    record Some(Set<String> keys) implements Selection {}

    /** Every row that the query of the list finds, but these. */
    record All(Map<String, String> query, Set<String> except) implements Selection {}

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
    static Map<String, String> query(Map<String, String> form) {
        var query = form.getOrDefault("query", "");
        var parameters = new HashMap<String, String>();
        UriComponentsBuilder.fromUriString(query.startsWith("?") ? query : "?" + query)
                .build()
                .getQueryParams()
                .forEach((name, values) -> {
                    if (values.getFirst() != null) {
                        parameters.put(name, Page.decoded(values.getFirst()));
                    }
                });
        return parameters;
    }
}
