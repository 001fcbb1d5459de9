package io.dunlin.ledger.outside.web;

import static java.util.stream.Collectors.joining;

import io.dunlin.criteria.outside.OutsideIndicator;
import io.dunlin.criteria.outside.OutsideIndicators;
import io.dunlin.criteria.web.Labels;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.outside.OutsideIntake;
import io.dunlin.ledger.outside.OutsideIntake.Outcome;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.web.Notice;
import io.dunlin.web.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One outside indicator: its name, and values pasted from a spreadsheet. */
@Controller
@Requires(Right.CONFIGURE)
public class OutsideIndicatorPage {
    private static final String PATH = OutsidePage.PATH + "/{id:\\d+}";

    private final OutsideIndicators indicators;
    private final OutsideIntake intake;
    private final CurrentCompany company;
    private final CurrentUser user;
    private final Labels labels;
    private final WrittenValues written;

    OutsideIndicatorPage(
            OutsideIndicators indicators,
            OutsideIntake intake,
            CurrentCompany company,
            CurrentUser user,
            Labels labels,
            WrittenValues written) {
        this.indicators = indicators;
        this.intake = intake;
        this.company = company;
        this.user = user;
        this.labels = labels;
        this.written = written;
    }

    /**
     * @param company code of the one whose customers the lines name
     * @param pasted what stands in the field: after a paste the lines that were left out
     * @param outcome of the paste; null: nothing was pasted
     * @param problem why nothing could be done; empty: nothing was wrong
     */
    public record View(
            OutsideIndicator indicator,
            String company,
            String companyName,
            String pasted,
            @Nullable Outcome outcome,
            List<LeftOut> leftOut,
            String problem) {}

    public record LeftOut(int place, String customer, String problem) {}

    @GetMapping(PATH)
    String show(@PathVariable long id, Model model) {
        return show(indicators.get(id), "", null, "", model);
    }

    @PostMapping(PATH)
    String rename(
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam String source,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var indicator = indicators.get(id);
        try {
            indicators.rename(id, name, source);
        } catch (Rejected refused) {
            response.setStatus(422);
            var typed = new OutsideIndicator(id, indicator.code(), name, source, indicator.kind(), indicator.offered());
            return show(typed, "", null, sentence(refused), model);
        }
        after.addFlashAttribute("notice", new Notice("ledger.outside.renamed", List.of(name.strip()), null));
        return "redirect:" + OutsidePage.PATH + "/" + id;
    }

    @PostMapping(PATH + "/values")
    String paste(
            @PathVariable long id,
            @RequestParam String lines,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var indicator = indicators.get(id);
        Outcome outcome;
        try {
            outcome = intake.take(
                    indicator, company.get(), null, written.lines(indicator).read(lines), user.id());
        } catch (Rejected refused) {
            response.setStatus(422);
            return show(indicator, lines, null, sentence(refused), model);
        }
        if (outcome.refused().isEmpty()) {
            after.addFlashAttribute(
                    "notice", new Notice("ledger.outside.taken", List.of(outcome.told(), outcome.changed()), null));
            return "redirect:" + OutsidePage.PATH + "/" + id;
        }
        return show(indicator, leftOut(lines, outcome), outcome, "", model);
    }

    private String show(
            OutsideIndicator indicator, String pasted, @Nullable Outcome outcome, String problem, Model model) {
        var left = outcome == null
                ? List.<LeftOut>of()
                : outcome.refused().stream()
                        .map(one -> new LeftOut(
                                one.line().place(), String.valueOf(one.line().customer()), sentence(one.problem())))
                        .toList();
        var chosen = company.get();
        model.addAttribute("view", new View(indicator, chosen.code(), chosen.name(), pasted, outcome, left, problem));
        return "ledger/outside/web/indicator";
    }

    /** Only they stay in the field: mended, they can be sent again. */
    private static String leftOut(String lines, Outcome outcome) {
        var all = lines.lines().toList();
        return outcome.refused().stream()
                .map(one -> all.get(one.line().place() - 1))
                .collect(joining("\n"));
    }

    private String sentence(Rejected refused) {
        return labels.text(refused.key(), refused.arguments().toArray());
    }
}
