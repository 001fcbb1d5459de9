package io.dunlin.insights;

import io.dunlin.reporting.OverviewBlock;
import io.dunlin.tenancy.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The blocks of one user's Overview.
 *
 * @param shown in the user's order
 * @param hidden in their own order
 * @param isDefault whether it is the one of the role
 */
public record Arrangement(List<OverviewBlock> shown, List<OverviewBlock> hidden, boolean isDefault) {
    public Arrangement {
        shown = List.copyOf(shown);
        hidden = List.copyOf(hidden);
    }

    /**
     * @param blocks all that the user may see, in their own order
     * @param chosen place by code, empty for those taken away; blocks that are missing here are new, and there if they are for the role
     */
    public static Arrangement of(List<OverviewBlock> blocks, Map<String, Optional<Integer>> chosen, Role role) {
        var placed = blocks.stream()
                .filter(block ->
                        chosen.getOrDefault(block.code(), Optional.empty()).isPresent())
                .sorted(Comparator.comparing(block ->
                        chosen.getOrDefault(block.code(), Optional.empty()).orElse(0)));
        var added = blocks.stream().filter(block -> !chosen.containsKey(block.code()) && block.isFor(role));
        var shown = Stream.concat(placed, added).toList();
        return new Arrangement(
                shown, blocks.stream().filter(block -> !shown.contains(block)).toList(), chosen.isEmpty());
    }
}
