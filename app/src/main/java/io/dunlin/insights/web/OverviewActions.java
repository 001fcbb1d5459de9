package io.dunlin.insights.web;

import io.dunlin.insights.BlockRows;
import io.dunlin.insights.MyBlocks;
import io.dunlin.kernel.Right;
import io.dunlin.reporting.OverviewBlock;
import io.dunlin.web.Requires;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Each user arranges the blocks. */
@Controller
@Requires(Right.SEE_OVERVIEW)
class OverviewActions {
    private final MyBlocks blocks;

    OverviewActions(MyBlocks blocks) {
        this.blocks = blocks;
    }

    /** What the page asks after a block was dragged: keeps the order and answers where each block stands now. */
    @PostMapping("/overview/arrangement")
    @ResponseBody
    Map<String, String> arrange(@RequestParam(defaultValue = "") List<String> block) {
        var shown = blocks.show(block).shown();
        var spots = BlockRows.of(shown.stream().map(OverviewBlock::width).toList());
        var classes = new LinkedHashMap<String, String>();
        for (var at = 0; at < shown.size(); at++) {
            classes.put(shown.get(at).code(), spots.get(at).classes());
        }
        return classes;
    }

    @PostMapping("/overview/blocks")
    String choose(
            @RequestParam(defaultValue = "") List<String> block,
            @RequestParam MultiValueMap<String, String> parameters) {
        blocks.show(block);
        return "redirect:" + OverviewAddress.of(parameters).path();
    }

    @PostMapping("/overview/blocks/{code}")
    String change(
            @PathVariable String code,
            @RequestParam String step,
            @RequestParam MultiValueMap<String, String> parameters) {
        switch (step) {
            case "up" -> blocks.move(code, -1);
            case "down" -> blocks.move(code, 1);
            case "hide" -> blocks.hide(code);
            default -> {
                // An address of another version: nothing to do.
            }
        }
        return "redirect:" + OverviewAddress.of(parameters).path()
                + (step.equals("hide") ? "" : "#block-" + blocks.get(code).code());
    }

    @PostMapping("/overview/default")
    String forget(@RequestParam MultiValueMap<String, String> parameters) {
        blocks.forget();
        return "redirect:" + OverviewAddress.of(parameters).path();
    }

    /** Begins with these customers from now on; with all of them where none are chosen. */
    @PostMapping("/overview/filters")
    String keep(@RequestParam MultiValueMap<String, String> parameters) {
        var address = OverviewAddress.of(parameters);
        blocks.keep(address.filters());
        return "redirect:" + address.path();
    }
}
