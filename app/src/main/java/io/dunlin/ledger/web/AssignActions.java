package io.dunlin.ledger.web;

import io.dunlin.criteria.rules.GivenByHand;
import io.dunlin.criteria.rules.GivenByHand.Wish;
import io.dunlin.criteria.rules.RuleRun;
import io.dunlin.criteria.rules.RunHistory;
import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerMatches;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Notice;
import io.dunlin.web.Requires;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives the ticked customers of the list a value, or takes one from them: what would happen, then the change, then perhaps its undo. */
@Controller
@Requires(Right.COLLECT)
class AssignActions {
    static final String PATH = "/customers/assign";

    private final GivenByHand hand;
    private final RunHistory history;
    private final AssignDialogs dialogs;
    private final CustomerMatches matches;
    private final CurrentCompany company;
    private final AuditTrail audit;

    AssignActions(
            GivenByHand hand,
            RunHistory history,
            AssignDialogs dialogs,
            CustomerMatches matches,
            CurrentCompany company,
            AuditTrail audit) {
        this.hand = hand;
        this.history = history;
        this.dialogs = dialogs;
        this.matches = matches;
        this.company = company;
        this.audit = audit;
    }

    @PostMapping(PATH + "/preview")
    String preview(@RequestParam Map<String, String> form, Model model) {
        var chosen = matches.numbers(company.get(), CustomersQuery.ticked(form).filter());
        model.addAttribute("view", dialogs.of(form, wish -> hand.preview(wish, chosen)));
        return "ledger/web/assignDialog";
    }

    @PostMapping(PATH)
    String apply(@RequestParam Map<String, String> form, RedirectAttributes redirect) {
        var chosen = matches.numbers(company.get(), CustomersQuery.ticked(form).filter());
        var run = run(hand.apply(company.get(), wish(form), chosen));
        audit.record("customers.assigned", dialogs.name(run), Map.of("run", run.id(), "customers", run.changes()));
        redirect.addFlashAttribute(
                "notice",
                new Notice(
                        "ledger.assign.done",
                        List.of(run.changes(), dialogs.name(run)),
                        run.canBeUndone() ? PATH + "/" + run.id() + "/undo" : null));
        return "redirect:" + CustomersQuery.addressOf(form);
    }

    @PostMapping(PATH + "/{id}/undo")
    String undo(@PathVariable long id, RedirectAttributes redirect) {
        var run = run(hand.undo(company.get(), id));
        audit.record("customers.assignmentUndone", dialogs.name(run), Map.of("run", id, "customers", run.changes()));
        redirect.addFlashAttribute(
                "notice", new Notice("ledger.assign.undone", List.of(run.changes(), dialogs.name(run)), null));
        return "redirect:/customers?";
    }

    private RuleRun run(long id) {
        return history.find(company.get(), id).orElseThrow(() -> new NotFound("Run", Long.toString(id)));
    }

    static Wish wish(Map<String, String> form) {
        return new Wish(
                form.getOrDefault("attribute", ""),
                form.getOrDefault("value", ""),
                form.getOrDefault("change", "").equals("take"));
    }
}
