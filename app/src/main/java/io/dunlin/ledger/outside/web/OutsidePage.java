package io.dunlin.ledger.outside.web;

import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.outside.OutsideIndicators;
import io.dunlin.criteria.outside.OutsideSheets;
import io.dunlin.criteria.web.Labels;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Notice;
import io.dunlin.web.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The indicators whose values come from outside, and how much is known by each. */
@Controller
@Requires(Right.CONFIGURE)
public class OutsidePage {
    static final String PATH = "/settings/outside";

    private final OutsideIndicators indicators;
    private final OutsideSheets sheets;
    private final CurrentCompany company;
    private final Labels labels;

    OutsidePage(OutsideIndicators indicators, OutsideSheets sheets, CurrentCompany company, Labels labels) {
        this.indicators = indicators;
        this.sheets = sheets;
        this.company = company;
        this.labels = labels;
    }

    /**
     * @param typed what stands in the form for a new one
     * @param problem why it could not be added; empty: nothing was wrong
     */
    public record View(List<OutsideSheets.Known> known, Typed typed, String problem) {}

    public record Typed(String name, String source, Kind kind, String offered) {}

    @GetMapping(PATH)
    String list(Model model) {
        return show(new Typed("", "", Kind.SCORE, ""), "", model);
    }

    @PostMapping(PATH)
    String add(
            @RequestParam String name,
            @RequestParam String source,
            @RequestParam Kind kind,
            @RequestParam(defaultValue = "") String offered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            var added = indicators.add(name, source, kind, offered(offered));
            after.addFlashAttribute("notice", new Notice("ledger.outside.added", List.of(added.name()), null));
            return "redirect:" + PATH + "/" + added.id();
        } catch (Rejected refused) {
            response.setStatus(422);
            var problem = labels.text(refused.key(), refused.arguments().toArray());
            return show(new Typed(name, source, kind, offered), problem, model);
        }
    }

    @PostMapping(PATH + "/{id:\\d+}/remove")
    String remove(@PathVariable long id, RedirectAttributes after) {
        var gone = indicators.get(id);
        indicators.remove(id);
        after.addFlashAttribute("notice", new Notice("ledger.outside.removed", List.of(gone.name()), null));
        return "redirect:" + PATH;
    }

    private String show(Typed typed, String problem, Model model) {
        model.addAttribute("view", new View(sheets.all(company.get().id()), typed, problem));
        return "ledger/outside/web/outside";
    }

    /** One value a line. */
    private static List<String> offered(String typed) {
        return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
