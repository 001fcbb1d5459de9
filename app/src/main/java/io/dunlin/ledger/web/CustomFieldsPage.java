package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomFields;
import io.dunlin.ledger.CustomFields.CustomField;
import io.dunlin.ledger.CustomFields.Subject;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.web.Requires;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The names of the fields that a tenant adds to customers and items. */
@Controller
@Requires(Right.CONFIGURE)
class CustomFieldsPage {
    private static final String PATH = "/settings/custom-fields";

    private final CustomFields fields;
    private final AuditTrail audit;

    CustomFieldsPage(CustomFields fields, AuditTrail audit) {
        this.fields = fields;
        this.audit = audit;
    }

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute(
                "fields",
                Map.of(
                        Subject.CUSTOMER, fields.of(Subject.CUSTOMER),
                        Subject.ITEM, fields.of(Subject.ITEM)));
        return "ledger/web/customFields";
    }

    @PostMapping(PATH)
    String save(@RequestParam Subject subject, @RequestParam Map<String, String> form) {
        List<CustomField> typed = IntStream.rangeClosed(1, CustomFields.EACH)
                .mapToObj(position -> new CustomField(
                        subject,
                        position,
                        Inputs.text(form, "label" + position),
                        form.containsKey("analytical" + position)))
                .toList();
        fields.save(subject, typed);
        audit.record("fields.changed", subject.name(), Map.of());
        return "redirect:" + PATH;
    }
}
