package io.dunlin.intake.web;

import io.dunlin.intake.ItemTypes;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.web.Requires;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the tenant's own types of items are. */
@Controller
@Requires(Right.IMPORT)
class ItemTypesPage {
    private static final String PATH = "/imports/item-types";
    private static final String AGAIN = "redirect:" + PATH;

    private final ItemTypes types;
    private final AuditTrail audit;

    ItemTypesPage(ItemTypes types, AuditTrail audit) {
        this.types = types;
        this.audit = audit;
    }

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute("types", types.all());
        return "intake/web/itemTypes";
    }

    @PostMapping(PATH + "/{id}")
    String change(@PathVariable long id, @RequestParam ItemKind kind) {
        var before = types.change(id, kind);
        audit.record(
                "itemType.changed",
                before.written(),
                Map.of("before", before.kind().name(), "after", kind.name()));
        return AGAIN;
    }

    @PostMapping(PATH + "/{id}/remove")
    String remove(@PathVariable long id) {
        var before = types.remove(id);
        audit.record(
                "itemType.removed",
                before.written(),
                Map.of("before", before.kind().name()));
        return AGAIN;
    }
}
