package io.dunlin.criteria;

import static io.dunlin.criteria.CriteriaJson.join;

import io.dunlin.criteria.Comparison.Against;
import io.dunlin.criteria.Comparison.Better;
import io.dunlin.criteria.Comparison.Between;
import io.dunlin.criteria.Comparison.Changed;
import io.dunlin.criteria.Comparison.Crossed;
import io.dunlin.criteria.Comparison.Days;
import io.dunlin.criteria.Comparison.Empty;
import io.dunlin.criteria.Comparison.InLast;
import io.dunlin.criteria.Comparison.InNext;
import io.dunlin.criteria.Comparison.LongerAgo;
import io.dunlin.criteria.Comparison.Moved;
import io.dunlin.criteria.Comparison.OneOf;
import io.dunlin.criteria.Comparison.Part;
import io.dunlin.criteria.Comparison.Way;
import io.dunlin.criteria.Comparison.Worse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Comparisons as JSON. Numbers are written as texts, so that no program rounds them; read as either. */
final class ComparisonJson {
    private static final Map<String, Part.Place> PARTS =
            Map.of("contains", Part.Place.ANYWHERE, "startsWith", Part.Place.START, "endsWith", Part.Place.END);
    private static final Map<String, Against.Relation> RELATIONS = Map.of(
            "less", Against.Relation.LESS,
            "atMost", Against.Relation.AT_MOST,
            "atLeast", Against.Relation.AT_LEAST,
            "more", Against.Relation.MORE);
    private static final Map<String, Way> MOVES =
            Map.of("rose", Way.ROSE, "fell", Way.FELL, "improved", Way.IMPROVED, "worsened", Way.WORSENED);
    private static final Map<String, Way> CROSSINGS = Map.of(
            "roseAbove", Way.ROSE,
            "fellBelow", Way.FELL,
            "becameBetterThan", Way.IMPROVED,
            "becameWorseThan", Way.WORSENED);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ComparisonJson() {}

    static Comparison read(String name, JsonNode value, String path) {
        return switch (name) {
            case "empty" -> new Empty();
            case "oneOf" -> oneOf(value, path);
            case "contains", "startsWith", "endsWith" ->
                new Part(Objects.requireNonNull(PARTS.get(name)), JsonValues.textOf(value, path));
            case "between" -> new Between(JsonValues.number(value, path, "from"), JsonValues.number(value, path, "to"));
            case "days" -> new Days(JsonValues.date(value, path, "from"), JsonValues.date(value, path, "to"));
            case "inLast" -> new InLast(JsonValues.days(value, path));
            case "inNext" -> new InNext(JsonValues.days(value, path));
            case "longerAgo" -> new LongerAgo(JsonValues.days(value, path));
            case "less", "atMost", "atLeast", "more" -> against(name, value, path);
            case "betterThan" -> new Better(JsonValues.textOf(value, path));
            case "worseThan" -> new Worse(JsonValues.textOf(value, path));
            case "changed" -> new Changed(JsonValues.days(value, path));
            default -> became(name, value, path);
        };
    }

    /** From the values of the short form, in their order. */
    static Comparison read(String name, List<String> values, String path) {
        var node = switch (name) {
            case "empty" -> NODES.booleanNode(true);
            case "oneOf" -> values.stream().collect(NODES::arrayNode, ArrayNode::add, ArrayNode::addAll);
            case "between", "days" -> bounds(values, path, "from", "to");
            case "less", "atMost", "atLeast", "more" -> bounds(values, path, "percent", "of");
            default ->
                saysWithin(name)
                        ? bounds(values, path, MOVES.containsKey(name) ? "by" : "value", "days")
                        : NODES.stringNode(values.size() == 1 ? values.getFirst() : "");
        };
        return read(name, node, path);
    }

    private static ObjectNode bounds(List<String> values, String path, String first, String second) {
        if (values.size() != 2) {
            throw new BadCriteria(path, "criteria.bad.part");
        }
        var node = NODES.objectNode();
        put(node, first, values.getFirst().isEmpty() ? null : values.getFirst());
        put(node, second, values.getLast().isEmpty() ? null : values.getLast());
        return node;
    }

    /** The word that says how it compares. */
    static String name(Comparison comparison) {
        var node = NODES.objectNode();
        write(comparison, node);
        return node.propertyNames().iterator().next();
    }

    static void write(Comparison comparison, ObjectNode node) {
        switch (comparison) {
            case Empty() -> node.put("empty", true);
            case OneOf(var values) -> values.forEach(node.putArray("oneOf")::add);
            case Part(var place, var text) -> node.put(nameOf(PARTS, place), text);
            case Between(var from, var to) -> {
                var bounds = node.putObject("between");
                put(bounds, "from", from == null ? null : from.toPlainString());
                put(bounds, "to", to == null ? null : to.toPlainString());
            }
            case Days(var from, var to) -> {
                var bounds = node.putObject("days");
                put(bounds, "from", from == null ? null : from.toString());
                put(bounds, "to", to == null ? null : to.toString());
            }
            case InLast(var days) -> node.put("inLast", days);
            case InNext(var days) -> node.put("inNext", days);
            case LongerAgo(var days) -> node.put("longerAgo", days);
            case Against(var relation, var percent, var indicator) ->
                node.putObject(nameOf(RELATIONS, relation))
                        .put("percent", percent.toPlainString())
                        .put("of", indicator);
            case Better(var than) -> node.put("betterThan", than);
            case Worse(var than) -> node.put("worseThan", than);
            case Changed(var days) -> node.put("changed", days);
            case Moved(var way, var by, var days) ->
                node.putObject(nameOf(MOVES, way)).put("by", by.toPlainString()).put("days", days);
            case Crossed(var way, var value, var days) ->
                node.putObject(nameOf(CROSSINGS, way)).put("value", value).put("days", days);
        }
    }

    private static OneOf oneOf(JsonNode value, String path) {
        if (!value.isArray() || value.size() > CriteriaCheck.LONGEST_LIST) {
            throw new BadCriteria(path, "criteria.bad.list", CriteriaCheck.LONGEST_LIST);
        }
        return new OneOf(
                value.valueStream().map(one -> JsonValues.textOf(one, path)).toList());
    }

    private static Against against(String relation, JsonNode value, String path) {
        var percent = JsonValues.number(value, path, "percent");
        return new Against(
                Objects.requireNonNull(RELATIONS.get(relation)),
                percent == null ? new BigDecimal("100") : percent,
                JsonValues.text(value, path, "of"));
    }

    /** Whether the word is followed by how much, or beyond what, and within how many days. */
    static boolean saysWithin(String name) {
        return MOVES.containsKey(name) || CROSSINGS.containsKey(name);
    }

    private static Comparison became(String name, JsonNode value, String path) {
        var move = MOVES.get(name);
        if (move != null) {
            var by = JsonValues.number(value, path, "by");
            if (by == null) {
                throw new BadCriteria(join(path, "by"), "criteria.bad.number", "");
            }
            return new Moved(move, by, within(value, path));
        }
        var crossing = CROSSINGS.get(name);
        if (crossing == null) {
            throw new BadCriteria(path, "criteria.bad.part");
        }
        return new Crossed(crossing, JsonValues.text(value, path, "value"), within(value, path));
    }

    private static int within(JsonNode value, String path) {
        var text = JsonValues.part(value, path, "days");
        return JsonValues.days(NODES.stringNode(text == null ? "" : text), join(path, "days"));
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static <T> String nameOf(Map<String, T> names, T value) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No name for " + value));
    }
}
