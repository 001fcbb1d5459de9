package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.Groups;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.web.Requires;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The groups of customers. */
@Controller
@Requires(Right.CONFIGURE)
class GroupsPage {
    private static final String PATH = "/settings/groups";
    private static final String AGAIN = "redirect:" + PATH;

    private final Groups groups;
    private final AuditTrail audit;

    GroupsPage(Groups groups, AuditTrail audit) {
        this.groups = groups;
        this.audit = audit;
    }

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute("groups", groups.all());
        return "ledger/web/groups";
    }

    @PostMapping(PATH)
    String create(@RequestParam String name, @RequestParam String colour) {
        groups.create(name, colour);
        audit.record("group.created", name.strip(), Map.of());
        return AGAIN;
    }

    @PostMapping(PATH + "/{id}")
    String change(@PathVariable long id, @RequestParam String name, @RequestParam String colour) {
        groups.change(id, name, colour);
        audit.record("group.changed", name.strip(), Map.of());
        return AGAIN;
    }

    @PostMapping(PATH + "/{id}/remove")
    String remove(@PathVariable long id) {
        groups.remove(id);
        audit.record("group.removed", Long.toString(id), Map.of());
        return AGAIN;
    }
}
