package io.dunlin.criteria.rules.web;

import io.dunlin.criteria.rules.Simulation;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Requires;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the rules of an attribute would have done on a day of the past. */
@Controller
@Requires(Right.CONFIGURE)
class SimulationPage {
    private static final int MONTHS_BACK = 3;

    private final Simulation simulation;
    private final RuleViews views;
    private final CurrentCompany company;
    private final Clock clock;

    SimulationPage(Simulation simulation, RuleViews views, CurrentCompany company, Clock clock) {
        this.simulation = simulation;
        this.views = views;
        this.company = company;
        this.clock = clock;
    }

    /** @param on the day as 2026-08-31; without it nothing is worked out yet, and that of three months ago is proposed */
    @GetMapping(RulesPage.PATH + "/{attribute:[a-zA-Z]+}/past")
    String show(@PathVariable String attribute, @RequestParam(required = false) @Nullable String on, Model model) {
        var view = views.of(attribute, false);
        var today = company.get().today(clock);
        var asked = on == null || on.isBlank() ? null : on;
        model.addAttribute("view", view);
        model.addAttribute(
                "asked", asked == null ? today.minusMonths(MONTHS_BACK).toString() : asked);
        model.addAttribute("latest", today.minusDays(1).toString());
        model.addAttribute("refusal", null);
        model.addAttribute("outcome", null);
        if (asked == null) {
            return "criteria/rules/web/past";
        }
        try {
            model.addAttribute("outcome", simulation.of(company.get(), attribute, LocalDate.parse(asked)));
        } catch (DateTimeException noDay) {
            model.addAttribute("refusal", new Rejected("criteria.simulation.noDay", asked));
        } catch (Rejected refusal) {
            model.addAttribute("refusal", refusal);
        }
        return "criteria/rules/web/past";
    }
}
