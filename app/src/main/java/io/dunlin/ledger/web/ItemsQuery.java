package io.dunlin.ledger.web;

import io.dunlin.ledger.CustomerChoice;
import io.dunlin.ledger.ItemFilter;
import io.dunlin.ledger.ItemFilter.Status;
import io.dunlin.web.TableRequest;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the list of items was asked for in its address.
 *
 * @param isWhole whether the totals are wanted however many items there are
 */
record ItemsQuery(ItemFilter filter, TableRequest request, boolean isWhole) {
    static final String CRITERIA = CustomersQuery.CRITERIA;
    static final String STATUS = "status";
    static final String WHOLE = "whole";

    static ItemsQuery of(MultiValueMap<String, String> asked) {
        var parameters = asked.toSingleValueMap();
        var text = parameters.getOrDefault("q", "");
        var page = parameters.getOrDefault("page", "1");
        var criteria = parameters.getOrDefault(CRITERIA, "");
        return new ItemsQuery(
                new ItemFilter(
                        text,
                        status(parameters.get(STATUS), criteria),
                        CustomerChoice.of(CustomersQuery.chosen(asked)),
                        criteria),
                TableRequest.of(
                                text,
                                parameters.get("sort"),
                                parameters.get("dir"),
                                page.matches("[1-9]\\d{0,5}") ? Integer.valueOf(page) : null)
                        .withColumns(parameters.get("columns")),
                parameters.containsKey(WHOLE));
    }

    static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** Where none is asked for: what is open, and of criteria all that meets them, as their count says. */
    private static Status status(@Nullable String asked, String criteria) {
        return Arrays.stream(Status.values())
                .filter(status -> word(status).equals(asked))
                .findFirst()
                .orElse(criteria.isEmpty() ? Status.OPEN : Status.ALL);
    }
}
