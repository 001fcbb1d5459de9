package io.dunlin.insights.web;

import io.dunlin.insights.Arrangement;
import io.dunlin.insights.BlockRows;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.Chosen;
import io.dunlin.reporting.OverviewBlock;
import io.dunlin.reporting.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the Overview shows.
 *
 * @param address what the address says; without the day where it is today
 * @param parameters what the customers can be narrowed to
 * @param isKept whether the user begins with these customers
 * @param choices all blocks that may be seen, the shown ones first
 * @param isCustomised whether the user has an arrangement of their own
 * @param isCustomising whether the choice of blocks is open
 */
public record OverviewView(
        BlockRequest request,
        OverviewAddress address,
        List<Parameter> parameters,
        boolean isKept,
        List<BlockView> blocks,
        List<Choice> choices,
        boolean isCustomised,
        boolean isCustomising) {
    /** A block that can be ticked. */
    public record Choice(String code, String title, boolean isShown) {}

    static OverviewView of(
            Arrangement arrangement,
            BlockRequest request,
            OverviewAddress address,
            List<Parameter> parameters,
            Map<String, List<String>> kept,
            boolean isCustomising) {
        var shown = arrangement.shown();
        var spots = BlockRows.of(shown.stream().map(OverviewBlock::width).toList());
        var choices = new ArrayList<Choice>();
        shown.forEach(block -> choices.add(choice(block, true, request)));
        arrangement.hidden().forEach(block -> choices.add(choice(block, false, request)));
        return new OverviewView(
                request,
                address,
                parameters,
                address.chooses(kept),
                IntStream.range(0, shown.size())
                        .mapToObj(at -> BlockView.of(
                                shown.get(at),
                                spots.get(at),
                                request,
                                address,
                                !shown.get(at).isHeavy()))
                        .toList(),
                choices,
                !arrangement.isDefault(),
                isCustomising);
    }

    private static Choice choice(OverviewBlock block, boolean isShown, BlockRequest request) {
        return new Choice(block.code(), request.page().text(block.titleKey()), isShown);
    }

    public boolean isToday() {
        return address.asOf().isEmpty();
    }

    public Chosen chosen() {
        return new Chosen(request.filters());
    }

    public boolean isNarrow() {
        return request.isNarrow();
    }

    /** This page about all customers. */
    public String all() {
        return address.with(Map.of()).path();
    }

    /** This page as of today. */
    public String today() {
        return address.today().path();
    }

    /** This page with the choice of blocks open. */
    public String customise() {
        return address.customise();
    }

    public String here() {
        return address.path();
    }
}
