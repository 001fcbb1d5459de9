package io.dunlin.ledger.web;

import io.dunlin.ledger.CustomerChoice;
import io.dunlin.ledger.CustomerFilter;
import io.dunlin.ledger.CustomerId;
import io.dunlin.web.Selection;
import io.dunlin.web.TableRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * What the list of customers was asked for in its address.
 *
 * @param chosen what the customers are narrowed to, by the names of parameters; within the filter too
 * @param ticked which rows of the list; all where nobody ticked any
 */
record CustomersQuery(CustomerFilter filter, Map<String, List<String>> chosen, Selection ticked, TableRequest request) {
    static final String CRITERIA = "c";

    static CustomersQuery of(MultiValueMap<String, String> asked) {
        var parameters = asked.toSingleValueMap();
        var text = parameters.getOrDefault("q", "");
        var page = parameters.getOrDefault("page", "1");
        var chosen = chosen(asked);
        return new CustomersQuery(
                new CustomerFilter(
                                text,
                                parameters.containsKey("overdue"),
                                parameters.containsKey("blocked"),
                                parameters.get("group"),
                                CustomerChoice.of(chosen))
                        .meeting(parameters.getOrDefault(CRITERIA, "")),
                chosen,
                new Selection.All(asked, Set.of()),
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
        var ticked = Selection.of(form);
        return switch (ticked) {
            case Selection.Some(var keys) ->
                new CustomersQuery(CustomerFilter.only(ids(keys)), Map.of(), ticked, list.request());
            case Selection.All(var query, var except) -> {
                var all = of(query);
                yield new CustomersQuery(all.filter().except(ids(except)), all.chosen(), ticked, list.request());
            }
        };
    }

    /** Address of the list that the customers of the form were ticked in. */
    static String addressOf(Map<String, String> form) {
        return "/customers" + Selection.address(form);
    }

    private static Set<CustomerId> ids(Set<String> keys) {
        return keys.stream()
                .filter(key -> key.matches("[1-9]\\d{0,17}"))
                .map(key -> new CustomerId(Long.parseLong(key)))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Map<String, List<String>> chosen(MultiValueMap<String, String> asked) {
        var chosen = new HashMap<String, List<String>>();
        asked.forEach((name, values) -> {
            var given = values.stream().filter(value -> !value.isBlank()).toList();
            if (CustomerChoice.NAMES.contains(name) && !given.isEmpty()) {
                chosen.put(name, given);
            }
        });
        return chosen;
    }
}
