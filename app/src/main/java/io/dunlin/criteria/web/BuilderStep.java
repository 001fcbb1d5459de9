package io.dunlin.criteria.web;

import io.dunlin.criteria.Draft;
import io.dunlin.criteria.Draft.Group;
import io.dunlin.criteria.Draft.Join;
import io.dunlin.criteria.Draft.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a button of the builder does to the draft: {@code row 0-1} adds a row to the group at that path.
 *
 * @param draft after the step
 * @param focus id of the field that the viewer goes on with; empty: where it was
 */
record BuilderStep(Group draft, String focus) {
    /** Of an unknown step nothing is changed. */
    static BuilderStep take(Group draft, String step) {
        var words = step.split(" ");
        var path = words.length > 1 ? words[1] : "";
        if (!path.matches("0(-\\d{1,3}){0,20}")) {
            return new BuilderStep(draft, "");
        }
        return switch (words[0]) {
            case "row" -> adding(draft, path, Row.EMPTY, "");
            case "group" -> adding(draft, path, new Group(Join.ANY, List.of(Row.EMPTY)), "-0");
            case "item" -> adding(draft, path, new Group(Join.HAS_ITEM, List.of(Row.EMPTY)), "-0");
            case "join" -> {
                var join = BuilderForm.join(words.length > 2 ? words[2] : "");
                yield new BuilderStep(at(draft, path, group -> new Group(join, group.parts())), id(path, join.name()));
            }
            case "remove" -> removing(draft, path);
            case "clear" -> new BuilderStep(new Group(Join.ALL, List.of(Row.EMPTY)), id("0-0", "what"));
            default -> new BuilderStep(draft, "");
        };
    }

    /** Of a field or button. */
    static String id(String path, String field) {
        return "criteria-" + path + "-" + field;
    }

    private static BuilderStep adding(Group draft, String path, Draft part, String inPart) {
        var place = new int[1];
        var changed = at(draft, path, group -> {
            place[0] = group.parts().size();
            var parts = new ArrayList<>(group.parts());
            parts.add(part);
            return new Group(group.join(), parts);
        });
        return new BuilderStep(changed, id(path + "-" + place[0] + inPart, "what"));
    }

    private static BuilderStep removing(Group draft, String path) {
        var cut = path.lastIndexOf('-');
        if (cut < 0) {
            return new BuilderStep(draft, "");
        }
        var place = Integer.parseInt(path.substring(cut + 1));
        var changed = at(draft, path.substring(0, cut), group -> {
            var parts = new ArrayList<>(group.parts());
            if (place < parts.size()) {
                parts.remove(place);
            }
            return new Group(group.join(), parts);
        });
        return new BuilderStep(changed, id(path.substring(0, cut), "row"));
    }

    /** The draft with the group at the path changed. */
    private static Group at(Group draft, String path, UnaryOperator<Group> change) {
        var steps = Arrays.stream(path.split("-")).skip(1).map(Integer::valueOf).toList();
        return at(draft, steps, change);
    }

    private static Group at(Group group, List<Integer> steps, UnaryOperator<Group> change) {
        if (steps.isEmpty()) {
            return change.apply(group);
        }
        var place = steps.getFirst();
        if (place >= group.parts().size() || !(group.parts().get(place) instanceof Group inner)) {
            return group;
        }
        var parts = new ArrayList<>(group.parts());
        parts.set(place, at(inner, steps.subList(1, steps.size()), change));
        return new Group(group.join(), parts);
    }
}
