package io.dunlin.criteria.scorecards.web;

import io.dunlin.criteria.scorecards.CardChanges;
import io.dunlin.criteria.scorecards.ScoreRuns;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Notice;
import io.dunlin.web.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor of a card. Its buttons send the whole form and get the page; where scripts run only the editor in it is replaced. */
@Controller
@Requires(Right.CONFIGURE)
class CardPage {
    static final String EDIT = ScorecardsPage.PATH + "/edit";
    static final String CRITERIA = ScorecardsPage.PATH + "/criteria";
    private static final String VIEW = "criteria/scorecards/web/card";

    private final CardEditor editor;
    private final OverrideBuilder overrides;
    private final CardChanges changes;
    private final ScoreRuns runs;
    private final CurrentCompany company;

    CardPage(
            CardEditor editor, OverrideBuilder overrides, CardChanges changes, ScoreRuns runs, CurrentCompany company) {
        this.editor = editor;
        this.overrides = overrides;
        this.changes = changes;
        this.runs = runs;
        this.company = company;
    }

    @GetMapping(ScorecardsPage.PATH + "/new")
    String fresh(@RequestParam(defaultValue = "points") String kind, Model model) {
        return show(editor.fresh(kind.equals("matrix")), model);
    }

    @GetMapping(ScorecardsPage.PATH + "/{id:\\d+}")
    String kept(@PathVariable long id, Model model) {
        return show(editor.kept(id), model);
    }

    /** Forms are posted here; opened by themselves there is nothing in them. */
    @GetMapping({EDIT, CRITERIA})
    String nothing() {
        return "redirect:" + ScorecardsPage.PATH;
    }

    @PostMapping(EDIT)
    String step(
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String step,
            Model model,
            RedirectAttributes after) {
        if (step.matches("criteria \\d{1,2}")) {
            model.addAttribute("view", overrides.opened(form, Integer.parseInt(step.substring("criteria ".length()))));
            return "criteria/scorecards/web/override";
        }
        return switch (step) {
            case "try" -> show(editor.tried(editor.read(form)), model);
            case "save" -> save(form, model, after);
            default -> show(editor.after(form, step), model);
        };
    }

    /** Back to the editor with the criteria that were built; else the builder says what is wrong with them. */
    @PostMapping(CRITERIA)
    String criteria(@RequestParam MultiValueMap<String, String> form, Model model, HttpServletResponse response) {
        return switch (overrides.built(form)) {
            case OverrideBuilder.Built.Refused(var builder) -> {
                model.addAttribute("view", builder);
                yield "criteria/web/builder";
            }
            case OverrideBuilder.Built.Done(var card) -> {
                response.setHeader("HX-Retarget", "#card");
                response.setHeader("HX-Reselect", "#card");
                response.setHeader("HX-Reswap", "outerHTML");
                yield show(editor.after(card, ""), model);
            }
        };
    }

    /** Saves and calculates at once, for the company that is shown. */
    private String save(MultiValueMap<String, String> form, Model model, RedirectAttributes after) {
        var read = editor.read(form);
        if (!read.flaws().isEmpty()) {
            return show(editor.tried(read), model);
        }
        var id = changes.save(read.draft().id(), read.draft().name(), read.definition());
        var outcome = runs.run(company.get(), id);
        after.addFlashAttribute(
                "notice",
                new Notice("criteria.scorecards.saved", List.of(outcome.customers(), outcome.changes()), null));
        return "redirect:" + ScorecardsPage.PATH + "/" + id;
    }

    private static String show(CardView view, Model model) {
        model.addAttribute("view", view);
        return VIEW;
    }
}
