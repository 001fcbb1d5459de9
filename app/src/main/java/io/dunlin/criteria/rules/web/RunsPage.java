package io.dunlin.criteria.rules.web;

import io.dunlin.criteria.rules.RuleRun;
import io.dunlin.criteria.rules.RuleRuns;
import io.dunlin.criteria.rules.RunHistory;
import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Notice;
import io.dunlin.web.Requires;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Runs rules of the chosen company, shows what runs did, and takes them back. */
@Controller
@Requires(Right.CONFIGURE)
class RunsPage {
    static final String PATH = RulesPage.PATH + "/runs";
    private static final String ATTRIBUTE = RulesPage.PATH + "/{attribute:[a-zA-Z]+}";

    private final RuleRuns runs;
    private final RunHistory history;
    private final RuleViews views;
    private final RunViews runViews;
    private final CurrentCompany company;
    private final AuditTrail audit;

    RunsPage(
            RuleRuns runs,
            RunHistory history,
            RuleViews views,
            RunViews runViews,
            CurrentCompany company,
            AuditTrail audit) {
        this.runs = runs;
        this.history = history;
        this.views = views;
        this.runViews = runViews;
        this.company = company;
        this.audit = audit;
    }

    @GetMapping(PATH)
    String list(Model model) {
        model.addAttribute("runs", history.latest(company.get()));
        model.addAttribute("names", runViews.names());
        model.addAttribute("tabs", views.tabs());
        return "criteria/rules/web/runs";
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable long id, Model model) {
        model.addAttribute("view", runViews.of(run(company.get(), id)));
        return "criteria/rules/web/run";
    }

    @PostMapping(ATTRIBUTE + "/run")
    String run(@PathVariable String attribute, RedirectAttributes after) {
        return done(runs.run(company.get(), attribute), after);
    }

    @PostMapping(ATTRIBUTE + "/{id:\\d+}/run")
    String runOne(@PathVariable String attribute, @PathVariable long id, RedirectAttributes after) {
        return done(runs.runOne(company.get(), id), after);
    }

    @PostMapping(PATH + "/{id}/undo")
    String undo(@PathVariable long id, RedirectAttributes after) {
        return done(runs.undo(company.get(), id), after);
    }

    private String done(long id, RedirectAttributes after) {
        var run = run(company.get(), id);
        var isUndo = run.kind() == RuleRun.Kind.UNDO;
        audit.record(
                isUndo ? "rule.undone" : "rule.run",
                run.attribute() == null ? "" : run.attribute(),
                Map.of("run", id, "changes", run.changes()));
        var key = isUndo
                ? "criteria.rules.undone"
                : run.changes() == 0 ? "criteria.rules.nothing" : "criteria.rules.done";
        after.addFlashAttribute(
                "notice",
                new Notice(
                        key,
                        List.of(run.changes(), run.customers()),
                        run.canBeUndone() ? PATH + "/" + id + "/undo" : null));
        return "redirect:" + PATH + "/" + id;
    }

    private RuleRun run(Company company, long id) {
        return history.find(company, id).orElseThrow(() -> new NotFound("Run", Long.toString(id)));
    }
}
