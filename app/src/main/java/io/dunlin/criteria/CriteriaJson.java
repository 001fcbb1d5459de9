package io.dunlin.criteria;

import io.dunlin.criteria.Criteria.All;
import io.dunlin.criteria.Criteria.Any;
import io.dunlin.criteria.Criteria.Has;
import io.dunlin.criteria.Criteria.Not;
import io.dunlin.criteria.Criteria.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Criteria as JSON: how they are stored, and how programs say them. Its schema is the resource {@code criteria.schema.json} of this package.
 *
 * <p>One object for each part, known by its first word: {@code {"all": […]}}, {@code {"any": […]}}, {@code {"not": …}},
 * {@code {"has": "item", "that": …}}, {@code {"hasNo": "item", "that": …}}, {@code {"indicator": "customer.city", "contains": "lyon"}}.
 */
public final class CriteriaJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST = 4_000_000;

    private CriteriaJson() {}

    public static String write(Criteria criteria) {
        return MAPPER.writeValueAsString(node(criteria));
    }

    /** Refuses with {@link BadCriteria} what is no JSON or not of this form. Whether it means something is checked where it is used. */
    public static Criteria read(String json) {
        if (json.length() > LONGEST) {
            throw new BadCriteria("", "criteria.bad.large", CriteriaCheck.MOST_PARTS);
        }
        try {
            return criteria(MAPPER.readTree(json), "", 1);
        } catch (JacksonException broken) {
            throw new BadCriteria("", "criteria.bad.json");
        }
    }

    private static Criteria criteria(JsonNode node, String path, int depth) {
        if (depth > CriteriaCheck.DEEPEST) {
            throw new BadCriteria(path, "criteria.bad.deep", CriteriaCheck.DEEPEST);
        }
        if (!node.isObject()) {
            throw new BadCriteria(path, "criteria.bad.part");
        }
        if (node.has("all")) {
            return new All(list(only(node, path, "all").get("all"), path, "all", depth));
        }
        if (node.has("any")) {
            return new Any(list(only(node, path, "any").get("any"), path, "any", depth));
        }
        if (node.has("not")) {
            return new Not(criteria(only(node, path, "not").get("not"), join(path, "not"), depth + 1));
        }
        if (node.has("has") || node.has("hasNo")) {
            return has(node, path, depth);
        }
        return test(node, path);
    }

    private static Has has(JsonNode node, String path, int depth) {
        var word = node.has("has") ? "has" : "hasNo";
        only(node, path, word, "that");
        var what = Subject.find(JsonValues.text(node, path, word))
                .orElseThrow(() -> new BadCriteria(join(path, word), "criteria.bad.part"));
        var that = node.get("that");
        if (that == null) {
            throw new BadCriteria(join(path, "that"), "criteria.bad.part");
        }
        return new Has(what, word.equals("hasNo"), criteria(that, join(path, "that"), depth + 1));
    }

    private static Test test(JsonNode node, String path) {
        var code = JsonValues.text(node, path, "indicator");
        var asked = node.propertyNames().stream()
                .filter(name -> !Set.of("indicator", "negated", "orUnknown").contains(name))
                .toList();
        if (asked.size() != 1) {
            throw new BadCriteria(path, "criteria.bad.one");
        }
        var comparison =
                ComparisonJson.read(asked.getFirst(), node.get(asked.getFirst()), join(path, asked.getFirst()));
        return new Test(code, comparison, flag(node, path, "negated"), flag(node, path, "orUnknown"));
    }

    private static boolean flag(JsonNode node, String path, String name) {
        var value = node.get(name);
        if (value != null && !value.isBoolean()) {
            throw new BadCriteria(join(path, name), "criteria.bad.part");
        }
        return value != null && value.booleanValue();
    }

    private static List<Criteria> list(JsonNode node, String path, String name, int depth) {
        if (!node.isArray() || node.size() > CriteriaCheck.MOST_PARTS) {
            throw new BadCriteria(join(path, name), "criteria.bad.part");
        }
        var parts = new ArrayList<Criteria>(node.size());
        for (var at = 0; at < node.size(); at++) {
            parts.add(criteria(node.get(at), join(path, name + "[" + at + "]"), depth + 1));
        }
        return parts;
    }

    private static JsonNode only(JsonNode node, String path, String... names) {
        if (node.size() != names.length || !node.propertyNames().containsAll(Set.of(names))) {
            throw new BadCriteria(path, "criteria.bad.part");
        }
        return node;
    }

    private static JsonNode node(Criteria criteria) {
        var node = MAPPER.createObjectNode();
        switch (criteria) {
            case All(var of) ->
                node.putArray("all").addAll(of.stream().map(CriteriaJson::node).toList());
            case Any(var of) ->
                node.putArray("any").addAll(of.stream().map(CriteriaJson::node).toList());
            case Not(var of) -> node.set("not", node(of));
            case Has(var what, var none, var that) ->
                node.put(none ? "hasNo" : "has", what.code()).set("that", node(that));
            case Test test -> {
                node.put("indicator", test.indicator());
                ComparisonJson.write(test.comparison(), node);
                if (test.negated()) {
                    node.put("negated", true);
                }
                if (test.orUnknown()) {
                    node.put("orUnknown", true);
                }
            }
        }
        return node;
    }

    static String join(String path, String step) {
        return path.isEmpty() ? step : path + "." + step;
    }
}
