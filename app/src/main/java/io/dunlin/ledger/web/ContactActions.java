package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.Contact;
import io.dunlin.ledger.Contacts;
import io.dunlin.ledger.CustomerChanges;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.web.Requires;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do with the contacts of a customer. */
@Controller
@Requires(Right.COLLECT)
class ContactActions {
    private static final String PATH = "/customers/{company}/{code}/contacts";

    private final CustomerFilePage page;
    private final Contacts contacts;
    private final CustomerChanges changes;

    ContactActions(CustomerFilePage page, Contacts contacts, CustomerChanges changes) {
        this.page = page;
        this.contacts = contacts;
        this.changes = changes;
    }

    @PostMapping(PATH)
    String save(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam(defaultValue = "0") long id,
            @RequestParam Map<String, String> form) {
        var file = page.file(company, code);
        var contact = new Contact(
                id,
                Inputs.text(form, "name"),
                Inputs.optional(form, "firstName"),
                Inputs.optional(form, "title"),
                Inputs.optional(form, "position"),
                Inputs.optional(form, "email"),
                Inputs.optional(form, "phone"),
                Inputs.optional(form, "mobile"),
                Inputs.optional(form, "fax"),
                false);
        if (id == 0) {
            contacts.add(file.id(), contact);
        } else {
            contacts.change(file.id(), contact);
        }
        changes.record(file, id == 0 ? "contact.added" : "contact.changed", Map.of("name", contact.name()));
        return back(file);
    }

    @PostMapping(PATH + "/{id}/remove")
    String remove(@PathVariable String company, @PathVariable String code, @PathVariable long id) {
        var file = page.file(company, code);
        contacts.remove(file.id(), id);
        changes.record(file, "contact.removed", Map.of("id", id));
        return back(file);
    }

    @PostMapping(PATH + "/{id}/collection")
    String markForCollection(@PathVariable String company, @PathVariable String code, @PathVariable long id) {
        var file = page.file(company, code);
        contacts.markForCollection(file.id(), id);
        changes.record(file, "contact.forCollection", Map.of("id", id));
        return back(file);
    }

    private static String back(CustomerFile file) {
        return "redirect:" + file.address() + "/contacts";
    }
}
