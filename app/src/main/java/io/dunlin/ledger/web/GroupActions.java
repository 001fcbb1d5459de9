package io.dunlin.ledger.web;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.GroupChanges;
import io.dunlin.ledger.Groups;
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

/** The ticked customers of the list go into a group or out of one: what would happen, then the change, then perhaps its undo. */
@Controller
@Requires(Right.COLLECT)
class GroupActions {
    static final String PATH = "/customers/groups";

    private final GroupChanges changes;
    private final Groups groups;
    private final CurrentCompany company;

    GroupActions(GroupChanges changes, Groups groups, CurrentCompany company) {
        this.changes = changes;
        this.groups = groups;
        this.company = company;
    }

    @PostMapping(PATH + "/preview")
    String preview(@RequestParam Map<String, String> form, Model model) {
        var all = groups.all().stream().map(Groups.Counted::group).toList();
        var asked = form.getOrDefault("group", "");
        var group = all.stream()
                .filter(one -> Long.toString(one.id()).equals(asked))
                .findFirst()
                .or(() -> all.stream().findFirst());
        var filter = CustomersQuery.ticked(form).filter();
        model.addAttribute(
                "view",
                new GroupDialog(
                        isAdding(form),
                        all,
                        group.map(one -> changes.preview(company.get(), filter, one.id()))
                                .orElse(null),
                        form));
        return "ledger/web/groupDialog";
    }

    @PostMapping(PATH)
    String apply(@RequestParam Map<String, String> form, RedirectAttributes redirect) {
        var adding = isAdding(form);
        var done = changes.apply(company.get(), CustomersQuery.ticked(form).filter(), number(form), adding);
        redirect.addFlashAttribute(
                "notice",
                new Notice(
                        adding ? "ledger.groups.added" : "ledger.groups.takenOut",
                        List.of(done.customers(), done.group().name()),
                        done.customers() == 0 ? null : PATH + "/changes/" + done.id() + "/undo"));
        return "redirect:" + CustomersQuery.addressOf(form);
    }

    @PostMapping(PATH + "/changes/{id}/undo")
    String undo(@PathVariable long id, RedirectAttributes redirect) {
        var done = changes.undo(id);
        redirect.addFlashAttribute(
                "notice",
                new Notice(
                        "ledger.groups.undone",
                        List.of(done.customers(), done.group().name()),
                        null));
        return "redirect:/customers?";
    }

    private static boolean isAdding(Map<String, String> form) {
        return !form.getOrDefault("change", "").equals("remove");
    }

    private static long number(Map<String, String> form) {
        var group = form.getOrDefault("group", "");
        if (!group.matches("\\d{1,18}")) {
            throw new NotFound("Group", group);
        }
        return Long.parseLong(group);
    }
}
