package io.dunlin.insights.web;

import io.dunlin.insights.Arrangement;
import io.dunlin.insights.BlockRows;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.OverviewBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the Overview shows.
 *
 * @param choices all blocks that may be seen, the shown ones first
 * @param isCustomised whether the user has an arrangement of their own
 * @param isCustomising whether the choice of blocks is open
 */
public record OverviewView(
        BlockRequest request,
        boolean isToday,
        List<BlockView> blocks,
        List<Choice> choices,
        boolean isCustomised,
        boolean isCustomising) {
    /** A block that can be ticked. */
    public record Choice(String code, String title, boolean isShown) {}

    static OverviewView of(Arrangement arrangement, BlockRequest request, boolean isToday, boolean isCustomising) {
        var shown = arrangement.shown();
        var spots = BlockRows.of(shown.stream().map(OverviewBlock::width).toList());
        var choices = new ArrayList<Choice>();
        shown.forEach(block -> choices.add(choice(block, true, request)));
        arrangement.hidden().forEach(block -> choices.add(choice(block, false, request)));
        return new OverviewView(
                request,
                isToday,
                IntStream.range(0, shown.size())
                        .mapToObj(at -> BlockView.of(
                                shown.get(at),
                                spots.get(at),
                                request,
                                !shown.get(at).isHeavy()))
                        .toList(),
                choices,
                !arrangement.isDefault(),
                isCustomising);
    }

    private static Choice choice(OverviewBlock block, boolean isShown, BlockRequest request) {
        return new Choice(block.code(), request.page().text(block.titleKey()), isShown);
    }

    /** The day for the address; empty for today. */
    public String asOf() {
        return isToday ? "" : request.asOf().toString();
    }

    /** This page with the choice of blocks open. */
    public String customise() {
        return "/overview?customise=1" + (isToday ? "" : "&asOf=" + request.asOf());
    }

    public String here() {
        return OverviewPage.address(asOf());
    }
}
