package io.dunlin.criteria.rules.web;

import io.dunlin.criteria.rules.RuleRun;
import io.dunlin.criteria.rules.RunHistory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run did.
 *
 * @param names of attributes, by code
 * @param values what the values of each attribute are called
 */
public record RunView(
        RuleRun run,
        List<RuleRun.Result> results,
        List<RunHistory.Changed> changed,
        Map<String, String> names,
        Map<String, Map<String, String>> values) {
    public String name(String attribute) {
        return names.getOrDefault(attribute, attribute);
    }

    /** Empty for none. */
    public String value(String attribute, @Nullable String value) {
        return value == null ? "" : values.getOrDefault(attribute, Map.of()).getOrDefault(value, value);
    }
}
