package io.dunlin.ledger.web;

import io.dunlin.ledger.CustomerChoice;
import io.dunlin.ledger.CustomerFilter;
import io.dunlin.web.TableRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** What the list of customers was asked for in its address. */
record CustomersQuery(CustomerFilter filter, TableRequest request) {
    static CustomersQuery of(MultiValueMap<String, String> asked) {
        var parameters = asked.toSingleValueMap();
        var text = parameters.getOrDefault("q", "");
        var page = parameters.getOrDefault("page", "1");
        return new CustomersQuery(
                new CustomerFilter(
                        text,
                        parameters.containsKey("overdue"),
                        parameters.containsKey("blocked"),
                        parameters.get("group"),
                        CustomerChoice.of(chosen(asked))),
                TableRequest.of(
                                text,
                                parameters.get("sort"),
                                parameters.get("dir"),
                                page.matches("[1-9]\\d{0,5}") ? Integer.valueOf(page) : null)
                        .withColumns(parameters.get("columns")));
    }

    /** What the customers are narrowed to, by the names of parameters. */
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
