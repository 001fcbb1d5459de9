package io.dunlin.criteria;

import static io.dunlin.criteria.CriteriaJson.join;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The values that comparisons have in JSON: texts, numbers, days. Refuses with the place. */
final class JsonValues {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,10})?");
    /** Four digits of the year, and only days that there are. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private JsonValues() {}

    /** The text that the object has under the name. */
    static String text(JsonNode node, String path, String name) {
        var value = node.get(name);
        if (value == null) {
            throw new BadCriteria(path, "criteria.bad.part");
        }
        return textOf(value, join(path, name));
    }

    static String textOf(JsonNode value, String path) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isNumber() || value.isBoolean()) {
            return value.asString();
        }
        throw new BadCriteria(path, "criteria.bad.part");
    }

    static @Nullable BigDecimal number(JsonNode value, String path, String name) {
        var text = part(value, path, name);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new BadCriteria(join(path, name), "criteria.bad.number", shortened(text));
        }
        return new BigDecimal(text);
    }

    static @Nullable LocalDate date(JsonNode value, String path, String name) {
        var text = part(value, path, name);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeException noDay) {
            throw new BadCriteria(join(path, name), "criteria.bad.date", shortened(text));
        }
    }

    static @Nullable String part(JsonNode value, String path, String name) {
        if (!value.isObject()) {
            throw new BadCriteria(path, "criteria.bad.part");
        }
        var part = value.get(name);
        return part == null || part.isNull() ? null : textOf(part, join(path, name));
    }

    static int days(JsonNode value, String path) {
        var text = textOf(value, path);
        if (!text.matches("\\d{1,5}")) {
            throw new BadCriteria(path, "criteria.bad.number", shortened(text));
        }
        return Integer.parseInt(text);
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
