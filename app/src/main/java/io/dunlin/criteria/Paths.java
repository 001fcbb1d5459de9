package io.dunlin.criteria;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The shortest way over links from one table to another. */
final class Paths {
    private final Map<Table<?>, List<Link>> leaving = new HashMap<>();

    Paths(List<Link> links) {
        links.forEach(link ->
                leaving.computeIfAbsent(link.origin(), any -> new ArrayList<>()).add(link));
    }

    /** The links in the order in which they are followed; empty for the table itself. */
    List<Link> between(Table<?> from, Table<?> to) {
        Map<Table<?>, @Nullable Link> arrivedBy = new LinkedHashMap<>();
        arrivedBy.put(from, null);
        var open = new ArrayDeque<Table<?>>(List.of(from));
        while (!open.isEmpty() && !arrivedBy.containsKey(to)) {
            for (var link : leaving.getOrDefault(open.remove(), List.of())) {
                if (!arrivedBy.containsKey(link.target())) {
                    arrivedBy.put(link.target(), link);
                    open.add(link.target());
                }
            }
        }
        if (!arrivedBy.containsKey(to)) {
            throw new IllegalStateException("No link leads from %s to %s".formatted(from, to));
        }
        return back(arrivedBy, to);
    }

    private static List<Link> back(Map<Table<?>, @Nullable Link> arrivedBy, Table<?> to) {
        var path = new LinkedList<Link>();
        for (var link = arrivedBy.get(to); link != null; link = arrivedBy.get(link.origin())) {
            path.addFirst(link);
        }
        return path;
    }
}
