package io.dunlin.criteria.scorecards.web;

import io.dunlin.criteria.scorecards.CardChanges;
import io.dunlin.criteria.scorecards.ScoreRuns;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Notice;
import io.dunlin.web.Requires;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All scorecards, and how many customers are in which class. */
@Controller
@Requires(Right.CONFIGURE)
class ScorecardsPage {
    static final String PATH = "/settings/scorecards";

    private final ScorecardsViews views;
    private final CardChanges changes;
    private final ScoreRuns runs;
    private final CurrentCompany company;

    ScorecardsPage(ScorecardsViews views, CardChanges changes, ScoreRuns runs, CurrentCompany company) {
        this.views = views;
        this.changes = changes;
        this.runs = runs;
        this.company = company;
    }

    @GetMapping(PATH)
    String list(Model model) {
        model.addAttribute("view", views.now());
        return "criteria/scorecards/web/scorecards";
    }

    @PostMapping(PATH + "/{id:\\d+}/run")
    String run(@PathVariable long id, RedirectAttributes after) {
        var outcome = runs.run(company.get(), id);
        after.addFlashAttribute(
                "notice", new Notice("criteria.scorecards.ran", List.of(outcome.customers(), outcome.changes()), null));
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{id:\\d+}/remove")
    String remove(@PathVariable long id) {
        changes.remove(id);
        return "redirect:" + PATH;
    }
}
