package io.dunlin.criteria.scorecards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which cards are calculated: whatever a card looks at comes before it.
 *
 * @param order without those that are in a circle, or look at one that is
 * @param circles cards that look at themselves by way of others, each beginning and ending with the same one
 */
record CardOrder(List<Long> order, List<List<Long>> circles) {
    /** @param needs for each card those that it looks at; others than those named are passed over */
    static CardOrder of(Map<Long, Set<Long>> needs) {
        var order = new LinkedHashSet<Long>();
        var circles = new ArrayList<List<Long>>();
        var failed = new LinkedHashSet<Long>();
        needs.keySet().forEach(card -> visit(card, needs, new ArrayList<>(), order, failed, circles));
        return new CardOrder(List.copyOf(order), List.copyOf(circles));
    }

    /** Answers whether the card can be calculated. */
    private static boolean visit(
            long card,
            Map<Long, Set<Long>> needs,
            List<Long> path,
            Set<Long> order,
            Set<Long> failed,
            List<List<Long>> circles) {
        if (order.contains(card) || !needs.containsKey(card)) {
            return true;
        }
        if (path.contains(card)) {
            var circle = new ArrayList<>(path.subList(path.indexOf(card), path.size()));
            circle.add(card);
            circles.add(List.copyOf(circle));
            return false;
        }
        if (failed.contains(card)) {
            return false;
        }
        path.add(card);
        var possible = true;
        for (var needed : needs.getOrDefault(card, Set.of())) {
            possible &= visit(needed, needs, path, order, failed, circles);
        }
        path.removeLast();
        (possible ? order : failed).add(card);
        return possible;
    }
}
