package io.dunlin.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.dunlin.ledger.Assignments;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.Users;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is typed into the pages of customers and settings, and how it comes back. */
class LedgerFormsTest extends LedgerPages {
    @Test
    void a_contact_is_added_and_changed_through_the_forms() throws Exception {
        var saved = perform(
                post("/customers/EST/W/contacts").param("name", "Le Goff").param("email", "yann@example.org"));
        assertThat(saved.getRedirectedUrl()).isEqualTo("/customers/EST/W/contacts");
        assertThat(read(get("/customers/EST/W/contacts"))).contains("Le Goff").contains("Receives reminders");
        assertThat(read(get("/customers/EST/W/history"))).contains("added a contact");
    }

    @Test
    void details_are_saved_once_and_a_stale_form_is_refused_with_what_was_typed() throws Exception {
        var wide = "W".repeat(200);
        var saved = perform(post("/customers/EST/W/details")
                .param("version", "0")
                .param("name", wide)
                .param("city", "Brest"));
        assertThat(saved.getRedirectedUrl()).isEqualTo("/customers/EST/W/details");
        var stale = perform(post("/customers/EST/W/details")
                .param("version", "0")
                .param("name", wide)
                .param("city", "Quimper"));
        assertThat(stale.getStatus()).isEqualTo(422);
        assertThat(stale.getContentAsString()).contains("Somebody else").contains("Quimper");
    }

    @Test
    void collector_and_colleagues_are_chosen_on_the_details() throws Exception {
        var anna = ledger.inTenant(() -> new Users(ledger.sql(), ledger.clock())
                .create("anna@example.org", "Anna <b>Weber</b>", Role.COLLECTOR, false, "en")
                .id());
        var ben = ledger.inTenant(() -> new Users(ledger.sql(), ledger.clock())
                .create("ben@example.org", "Ben", Role.SALES_MANAGER, false, "en")
                .id());
        var id = wide().id();
        perform(post("/customers/EST/W/details")
                .param("version", version())
                .param("name", "W".repeat(200))
                .param("collector", anna.toString())
                .param("colleague", ben.toString(), "999999"));
        var assigned = ledger.inTenant(() -> new Assignments(ledger.sql()).of(id));
        assertThat(assigned).isEqualTo(new Assignments.Assignment(anna, Set.of(ben)));
        assertThat(read(get("/customers/EST/W/details")))
                .contains("Anna &lt;b&gt;Weber")
                .doesNotContain("<b>Weber");
        assertThat(read(get("/customers?columns=collector"))).contains("Anna &lt;b&gt;Weber");
        assertThat(read(get("/customers?columns=collector,orderBacklog&sort=collector")))
                .contains("Order backlog");

        // A form that does not speak of it changes nothing; nobody is an answer too.
        perform(post("/customers/EST/W/details").param("version", version()).param("name", "W".repeat(200)));
        assertThat(ledger.inTenant(() -> new Assignments(ledger.sql()).of(id))).isEqualTo(assigned);
        perform(post("/customers/EST/W/details")
                .param("version", version())
                .param("name", "W".repeat(200))
                .param("collector", ""));
        assertThat(ledger.inTenant(() -> new Assignments(ledger.sql()).of(id)))
                .isEqualTo(new Assignments.Assignment(null, Set.of()));
    }

    @Test
    void settings_pages_show_and_save() throws Exception {
        perform(post("/settings/groups").param("name", EVIL).param("colour", "red"));
        assertThat(read(get("/settings/groups"))).contains("&lt;script>").doesNotContain("<script>alert");
        perform(post("/settings/custom-fields")
                .param("subject", "ITEM")
                .param("label3", "Route")
                .param("analytical3", "1"));
        assertThat(read(get("/settings/custom-fields"))).contains("value=\"Route\"");
    }
}
