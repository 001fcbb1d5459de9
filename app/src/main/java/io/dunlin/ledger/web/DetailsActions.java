package io.dunlin.ledger.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.Assignments;
import io.dunlin.ledger.CustomFields;
import io.dunlin.ledger.CustomerChanges;
import io.dunlin.ledger.CustomerDetails;
import io.dunlin.ledger.CustomerFiles;
import io.dunlin.tenancy.UserId;
import io.dunlin.web.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes what is written about a customer. */
@Controller
@Requires(Right.COLLECT)
class DetailsActions {
    private final CustomerFilePage page;
    private final DetailsPanel panel;
    private final CustomerFiles files;
    private final CustomerChanges changes;
    private final Labels labels;

    DetailsActions(
            CustomerFilePage page, DetailsPanel panel, CustomerFiles files, CustomerChanges changes, Labels labels) {
        this.page = page;
        this.panel = panel;
        this.files = files;
        this.changes = changes;
        this.labels = labels;
    }

    @PostMapping("/customers/{company}/{code}/details")
    String save(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam int version,
            @RequestParam(name = "group", required = false) @Nullable List<Long> groups,
            @RequestParam(name = "colleague", required = false) @Nullable List<Long> colleagues,
            @RequestParam Map<String, String> form,
            Model model,
            HttpServletResponse response) {
        var file = page.file(company, code);
        var typed = typed(file.details(), form);
        try {
            if (typed.name().isEmpty()) {
                throw new Rejected("ledger.details.nameMissing");
            }
            files.change(
                    file.id(),
                    version,
                    typed,
                    groups == null ? Set.of() : new HashSet<>(groups),
                    assignment(form.get("collector"), colleagues));
        } catch (Rejected refused) {
            response.setStatus(422);
            var view = page.show(file, panel.code(), form, model);
            var problem = labels.text(refused.key(), refused.arguments().toArray());
            model.addAttribute("view", panel.view(file, typed, problem));
            return view;
        }
        changes.record(file, "customer.changed", Map.of());
        return "redirect:" + file.address() + "/" + panel.code();
    }

    /** Null where the form says nothing of it. */
    private static Assignments.@Nullable Assignment assignment(
            @Nullable String collector, @Nullable List<Long> colleagues) {
        return collector == null
                ? null
                : new Assignments.Assignment(
                        collector.matches("[1-9]\\d{0,17}") ? new UserId(Long.parseLong(collector)) : null,
                        colleagues == null
                                ? Set.of()
                                : colleagues.stream()
                                        .filter(id -> id > 0)
                                        .map(UserId::new)
                                        .collect(Collectors.toSet()));
    }

    private static CustomerDetails typed(CustomerDetails stored, Map<String, String> form) {
        var custom = new ArrayList<@Nullable String>();
        for (int i = 0; i < CustomFields.EACH; i++) {
            var field = "custom" + (i + 1);
            custom.add(
                    form.containsKey(field)
                            ? Inputs.optional(form, field)
                            : stored.custom().get(i));
        }
        return new CustomerDetails(
                stored.code(),
                Inputs.text(form, "name"),
                Inputs.optional(form, "tradingName"),
                stored.legalId(),
                Inputs.optional(form, "vatNumber"),
                Inputs.optional(form, "businessLine"),
                Inputs.optional(form, "website"),
                Inputs.optional(form, "address"),
                Inputs.optional(form, "postBox"),
                Inputs.optional(form, "zip"),
                Inputs.optional(form, "city"),
                Inputs.optional(form, "state"),
                stored.country(),
                Inputs.optional(form, "phone"),
                Inputs.optional(form, "language"),
                Inputs.optional(form, "paymentTerms"),
                Inputs.optional(form, "paymentMeans"),
                Inputs.optional(form, "parentNumber"),
                form.containsKey("blocked"),
                Inputs.optional(form, "comment"),
                custom);
    }
}
