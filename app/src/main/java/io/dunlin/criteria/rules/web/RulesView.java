package io.dunlin.criteria.rules.web;

import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.SavedSearch;
import io.dunlin.criteria.rules.DryRun;
import io.dunlin.criteria.rules.Rule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one attribute as they are shown.
 *
 * @param attribute its code
 * @param name what it is called
 * @param preview null: not asked yet
 * @param values what the values are called, by value
 */
public record RulesView(
        String attribute,
        String name,
        boolean isCumulative,
        List<Tab> tabs,
        List<Row> rows,
        List<Choice> choices,
        List<SavedSearch> searches,
        DryRun.@Nullable Preview preview,
        Map<String, String> values) {
    /** Another attribute and how many rules it has. */
    public record Tab(String code, String name, int rules) {}

    /**
     * @param number the place in the order, from 1
     * @param criteria in words; empty: everybody
     * @param broken key of the reason why it means nothing any more; null: it does
     * @param effect null: not asked yet, or nothing can be said
     */
    public record Row(
            Rule rule,
            int number,
            String criteria,
            @Nullable String broken,
            DryRun.@Nullable Effect effect) {}

    public String path() {
        return RulesPage.PATH + "/" + attribute;
    }

    /** Whether there is nothing more to ask: neither rules, nor what they would do. */
    public boolean isAsked() {
        return preview != null || rows.isEmpty();
    }

    /** What a value is called; one that is gone by itself. */
    public String value(String value) {
        return values.getOrDefault(value, value);
    }

    public boolean isBroken() {
        return rows.stream().anyMatch(row -> row.broken() != null);
    }

    /** Of the rule with the number. */
    public Row row(long rule) {
        return rows.stream().filter(row -> row.rule().id() == rule).findFirst().orElseThrow();
    }
}
