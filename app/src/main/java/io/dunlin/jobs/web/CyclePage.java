package io.dunlin.jobs.web;

import io.dunlin.jobs.Cycle;
import io.dunlin.jobs.CycleRuns;
import io.dunlin.jobs.CycleStep;
import io.dunlin.jobs.RunCycle;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Requires;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What Dunlin does by itself for the chosen company, in which order, and what each run of it did. */
@Controller
@Requires(Right.CONFIGURE)
class CyclePage {
    static final String PATH = "/settings/cycle";
    private static final int PAGE_SIZE = 50;

    private final Cycle cycle;
    private final CycleRuns runs;
    private final RunCycle hand;
    private final CurrentCompany company;
    private final AuditTrail audit;
    private final Clock clock;

    CyclePage(Cycle cycle, CycleRuns runs, RunCycle hand, CurrentCompany company, AuditTrail audit, Clock clock) {
        this.cycle = cycle;
        this.runs = runs;
        this.hand = hand;
        this.company = company;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(@RequestParam(name = "page", defaultValue = "1") int number, Model model) {
        var chosen = company.get();
        var page = Math.max(1, number);
        var found = runs.latest(chosen, page, PAGE_SIZE + 1);
        model.addAttribute("steps", cycle.steps());
        model.addAttribute("pages", cycle.steps().stream().collect(Collectors.toMap(CycleStep::code, CycleStep::page)));
        model.addAttribute("runs", found.stream().limit(PAGE_SIZE).toList());
        model.addAttribute("company", chosen);
        model.addAttribute(
                "next",
                chosen.today(clock).plusDays(1).atStartOfDay(chosen.zone()).toInstant());
        model.addAttribute("number", page);
        model.addAttribute("hasMore", found.size() > PAGE_SIZE);
        return "jobs/web/cycle";
    }

    @PostMapping(PATH)
    String run() {
        var chosen = company.get();
        var job = hand.submit(chosen);
        audit.record("cycle.run", chosen.name(), Map.of("job", job.value()));
        return "redirect:/jobs/" + job.value();
    }
}
