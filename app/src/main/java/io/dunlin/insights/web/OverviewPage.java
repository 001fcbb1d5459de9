package io.dunlin.insights.web;

import io.dunlin.insights.BlockRows;
import io.dunlin.insights.KnownItems;
import io.dunlin.insights.MyBlocks;
import io.dunlin.kernel.Right;
import io.dunlin.web.FirstStep;
import io.dunlin.web.Requires;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: where a company stands, or how to begin while it has no items. */
@Controller
@Requires(Right.SEE_OVERVIEW)
class OverviewPage {
    private final MyBlocks blocks;
    private final OverviewRequests requests;
    private final KnownItems items;
    private final List<FirstStep> steps;

    OverviewPage(MyBlocks blocks, OverviewRequests requests, KnownItems items, List<FirstStep> steps) {
        this.blocks = blocks;
        this.requests = requests;
        this.items = items;
        this.steps =
                steps.stream().sorted(Comparator.comparingInt(FirstStep::order)).toList();
    }

    @GetMapping("/overview")
    String show(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        var address = OverviewAddress.of(parameters);
        var kept = blocks.keptFilters();
        if (!address.isFull() && !kept.isEmpty()) {
            // Said in the address, so that whoever gets it sees the same.
            return "redirect:" + address.with(kept).path();
        }
        var request = requests.read(address);
        if (!items.any(request.company())) {
            model.addAttribute("company", request.company().name());
            model.addAttribute(
                    "steps",
                    steps.stream()
                            .filter(step -> request.page().may(step.right()))
                            .toList());
            return "insights/web/start";
        }
        model.addAttribute(
                "view",
                OverviewView.of(
                        blocks.arrangement(),
                        request,
                        requests.isToday(request) ? address.today() : address,
                        requests.parameters(request),
                        kept,
                        parameters.containsKey("customise")));
        return "insights/web/overview";
    }

    /** One block with its content. */
    @GetMapping("/overview/blocks/{code}")
    String block(
            @PathVariable String code,
            @RequestParam String company,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        var block = blocks.get(code);
        var spot = new BlockRows.Spot(block.width().columns(), 1);
        var address = OverviewAddress.of(parameters);
        model.addAttribute("block", BlockView.of(block, spot, requests.read(company, address), address, true));
        return "insights/web/block";
    }
}
