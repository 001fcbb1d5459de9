package io.dunlin.reporting;

import io.dunlin.web.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is chosen of the filters of a page, and how it reads. */
public record Chosen(Map<String, List<String>> values) {
    public Chosen {
        values = Map.copyOf(values);
    }

    /** Empty where nothing is chosen. */
    public List<String> of(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Names of the filters and others: what a form with them says itself and need not keep. */
    public String[] and(List<Parameter> parameters, String... others) {
        return Stream.concat(parameters.stream().map(Parameter::name), Stream.of(others))
                .toArray(String[]::new);
    }

    /** The only choice, or how many there are, or that all count. */
    public String said(Parameter parameter, Page page) {
        var chosen = of(parameter.name());
        return switch (chosen.size()) {
            case 0 -> page.text("reporting.all");
            case 1 -> label(parameter, chosen.getFirst(), page);
            default -> page.count(chosen.size());
        };
    }

    /** All choices in words; empty where nothing is chosen. */
    public String words(Parameter parameter, Page page) {
        return of(parameter.name()).stream()
                .map(value -> label(parameter, value, page))
                .collect(Collectors.joining(", "));
    }

    /** Of a filter whose choices are looked up later: what is chosen already. */
    public List<Parameter.Choice> choices(Parameter parameter, Page page) {
        return of(parameter.name()).stream()
                .map(value -> new Parameter.Choice(value, label(parameter, value, page)))
                .toList();
    }

    private static String label(Parameter parameter, String value, Page page) {
        return parameter.source() != null && value.equals(Parameter.NONE)
                ? page.text("reporting.none.value")
                : parameter.labelOf(value);
    }
}
