package io.dunlin.criteria.web;

import io.dunlin.criteria.Draft;
import io.dunlin.criteria.Draft.Group;
import io.dunlin.criteria.Draft.Join;
import io.dunlin.criteria.Draft.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** Reads the fields of the builder. They stand under the path of their row or group: 0 is the root, 0-2 its third part. */
final class BuilderForm {
    static final String ROOT = "0";
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 500;

    private final MultiValueMap<String, String> fields;
    /** What becomes of a row, given what it was when the form was written. */
    private final BinaryOperator<Row> fitting;

    private int parts;

    private BuilderForm(MultiValueMap<String, String> fields, BinaryOperator<Row> fitting) {
        this.fields = fields;
        this.fitting = fitting;
    }

    static Group read(MultiValueMap<String, String> fields, BinaryOperator<Row> fitting) {
        return new BuilderForm(fields, fitting).group(ROOT, 1);
    }

    private Group group(String path, int depth) {
        var inside = new ArrayList<Draft>();
        for (var at = 0; depth < DEEPEST && parts < MOST_PARTS; at++) {
            var part = path + "-" + at;
            if (fields.containsKey(part + ".join")) {
                parts++;
                inside.add(group(part, depth + 1));
            } else if (fields.containsKey(part + ".what")) {
                parts++;
                inside.add(row(part));
            } else {
                break;
            }
        }
        return new Group(join(one(path + ".join")), inside);
    }

    private Row row(String path) {
        var how = one(path + ".how");
        var values = Objects.requireNonNullElse(fields.get(path + ".value"), List.<String>of());
        var row = new Row(one(path + ".what"), how, values, fields.containsKey(path + ".unknown"));
        var before = new Row(one(path + ".what-was"), one(path + ".how-was"), List.of(), false);
        return fitting.apply(row.word().equals("oneOf") ? listed(row) : row, before);
    }

    /** Values between lines, tabs or semicolons, each once. */
    private static Row listed(Row row) {
        var values = row.values().stream()
                .flatMap(text -> Stream.of(text.split("[\\r\\n\\t;]+")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        return new Row(row.indicator(), row.how(), values, row.orUnknown());
    }

    static Join join(String name) {
        return Arrays.stream(Join.values())
                .filter(join -> join.name().equals(name))
                .findFirst()
                .orElse(Join.ALL);
    }

    private String one(String field) {
        return Objects.requireNonNullElse(fields.getFirst(field), "");
    }
}
