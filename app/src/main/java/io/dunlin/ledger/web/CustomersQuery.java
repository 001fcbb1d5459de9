package io.dunlin.ledger.web;

import io.dunlin.ledger.CustomerFilter;
import io.dunlin.ledger.CustomerId;
import io.dunlin.web.Selection;
import io.dunlin.web.TableRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What the list of customers was asked for in its address, and the addresses of its neighbours. */
record CustomersQuery(CustomerFilter filter, TableRequest request) {
    static CustomersQuery of(Map<String, String> parameters) {
        var text = parameters.getOrDefault("q", "");
        var page = parameters.getOrDefault("page", "1");
        return new CustomersQuery(
                new CustomerFilter(
                        text,
                        parameters.containsKey("overdue"),
                        parameters.containsKey("blocked"),
                        parameters.get("group")),
                TableRequest.of(
                                text,
                                parameters.get("sort"),
                                parameters.get("dir"),
                                page.matches("[1-9]\\d{0,5}") ? Integer.valueOf(page) : null)
                        .withColumns(parameters.get("columns")));
    }

    /** The ticked customers, in the order and with the columns of the list they were ticked in. */
    static CustomersQuery ticked(Map<String, String> form) {
        var list = of(Selection.query(form));
        return new CustomersQuery(
                switch (Selection.of(form)) {
                    case Selection.Some(var keys) -> CustomerFilter.only(ids(keys));
                    case Selection.All(var query, var except) ->
                        of(query).filter().except(ids(except));
                },
                list.request());
    }

    /** Address of the list that the customers of the form were ticked in. */
    static String addressOf(Map<String, String> form) {
        var list = of(Selection.query(form));
        return "/customers" + list.with(list.filter());
    }

    private static Set<CustomerId> ids(Set<String> keys) {
        return keys.stream()
                .filter(key -> key.matches("[1-9]\\d{0,17}"))
                .map(key -> new CustomerId(Long.parseLong(key)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The query part with the filter instead of this one's, on the first page; a question mark at least, so that it opens no view of its own. */
    String with(CustomerFilter other) {
        var values = new LinkedHashMap<String, String>();
        values.put("q", other.text());
        values.put("overdue", other.overdueOnly() ? "1" : "");
        values.put("blocked", other.blockedOnly() ? "1" : "");
        values.put("group", other.group() == null ? "" : other.group());
        values.put("sort", request.sort());
        values.put("dir", request.descending() ? "desc" : "");
        values.put("columns", String.join(",", request.columns()));
        var address = UriComponentsBuilder.newInstance();
        values.forEach((name, value) -> {
            if (!value.isBlank()) {
                address.queryParam(name, UriUtils.encode(value, "UTF-8"));
            }
        });
        var query = address.build(true).toUriString();
        return query.isEmpty() ? "?" : query;
    }

    CustomerFilter overdue(boolean only) {
        return new CustomerFilter(filter.text(), only, filter.blockedOnly(), filter.group());
    }

    CustomerFilter blocked(boolean only) {
        return new CustomerFilter(filter.text(), filter.overdueOnly(), only, filter.group());
    }

    CustomerFilter group(@org.jspecify.annotations.Nullable String name) {
        return new CustomerFilter(filter.text(), filter.overdueOnly(), filter.blockedOnly(), name);
    }
}
