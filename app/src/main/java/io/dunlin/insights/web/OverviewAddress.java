package io.dunlin.insights.web;

import io.dunlin.ledger.CustomerChoice;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of the Overview says.
 *
 * @param asOf empty for today
 * @param isFull whether it says which customers to look at, be it all; else those count that the user has kept
 * @param filters which customers, by the names of parameters
 */
public record OverviewAddress(String asOf, boolean isFull, Map<String, List<String>> filters) {
    /** Parameter of an address that says which customers to look at. */
    public static final String FULL = "customers";

    static final String ALL = "all";

    public OverviewAddress {
        filters = Map.copyOf(filters);
    }

    static OverviewAddress of(MultiValueMap<String, String> parameters) {
        var filters = new HashMap<String, List<String>>();
        parameters.forEach((name, values) -> {
            var given = values.stream().filter(value -> !value.isBlank()).toList();
            if (CustomerChoice.NAMES.contains(name) && !given.isEmpty()) {
                filters.put(name, given);
            }
        });
        var asOf = parameters.getFirst("asOf");
        return new OverviewAddress(
                asOf != null && asOf.matches("\\d{4}-\\d{2}-\\d{2}") ? asOf : "",
                !filters.isEmpty() || parameters.containsKey(FULL),
                filters);
    }

    OverviewAddress today() {
        return new OverviewAddress("", isFull, filters);
    }

    OverviewAddress with(Map<String, List<String>> other) {
        return new OverviewAddress(asOf, true, other);
    }

    /** Whether both choose the same customers, in whatever order they say it. */
    boolean chooses(Map<String, List<String>> other) {
        return filters.keySet().equals(other.keySet())
                && filters.entrySet().stream()
                        .allMatch(entry -> new HashSet<>(entry.getValue())
                                .equals(new HashSet<>(other.getOrDefault(entry.getKey(), List.of()))));
    }

    String path() {
        return in(UriComponentsBuilder.fromPath("/overview"));
    }

    /** The same with the choice of blocks open. */
    String customise() {
        return in(UriComponentsBuilder.fromPath("/overview").queryParam("customise", 1));
    }

    private String in(UriComponentsBuilder address) {
        if (!asOf.isEmpty()) {
            address.queryParam("asOf", asOf);
        }
        if (isFull) {
            address.queryParam(FULL, ALL);
        }
        new TreeMap<>(filters).forEach((name, values) -> address.queryParam(name, values.toArray()));
        return address.encode().toUriString();
    }
}
