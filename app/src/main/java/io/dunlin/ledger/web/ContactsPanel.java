package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.Contact;
import io.dunlin.ledger.Contacts;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.CustomerPanel;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people at the customer. */
@Component
public class ContactsPanel implements CustomerPanel {
    private final Contacts contacts;

    ContactsPanel(Contacts contacts) {
        this.contacts = contacts;
    }

    /** @param edited the one in the form; number 0: a new one; null: no form */
    public record View(List<Contact> contacts, @Nullable Contact edited) {}

    @Override
    public String code() {
        return "contacts";
    }

    @Override
    public String label() {
        return "ledger.contacts.tab";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Right right() {
        return Right.SEE_CUSTOMERS;
    }

    @Override
    public String template() {
        return "ledger/web/contactsPanel";
    }

    @Override
    public OptionalLong count(CustomerFile file) {
        return OptionalLong.of(file.contacts());
    }

    @Override
    public Map<String, Object> show(CustomerFile file, Map<String, String> parameters) {
        var all = contacts.of(file.id());
        return Map.of("view", new View(all, edited(all, parameters.getOrDefault("edit", ""))));
    }

    private static @Nullable Contact edited(List<Contact> all, String edit) {
        if (edit.equals("new")) {
            return new Contact(0, "", null, null, null, null, null, null, null, false);
        }
        return all.stream()
                .filter(contact -> Long.toString(contact.id()).equals(edit))
                .findFirst()
                .orElse(null);
    }
}
