package io.dunlin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.intake.ImportId;
import io.dunlin.intake.ImportOrders;
import io.dunlin.intake.Imports;
import io.dunlin.intake.Intake;
import io.dunlin.intake.Subject;
import io.dunlin.intake.UndoImport;
import io.dunlin.jobs.Jobs;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The quick search as a page, and as the list under the field. */
class SearchPageTest extends RunningApplication {
    @Test
    void pages_are_found_by_their_names_in_the_readers_language() {
        var tenant = newTenant().tenant();
        var french = signedIn(newUser(tenant, Role.ADMINISTRATOR, "fr"));

        assertThat(french.get("/search?q=parametres").body()).contains("Paramètres", "href=\"/settings\"");
        assertThat(french.get("/search?q=utilisatuers").body()).contains("href=\"/settings/users\"");
        assertThat(french.get("/search?q=balance").body()).contains("href=\"/reports/ageing\"");
        assertThat(french.get("/search?q=customers").body()).contains("Aucun résultat");
    }

    @Test
    void the_list_is_a_part_and_the_page_a_page() {
        var browser = signedIn(newTenant().administrator());

        var part = browser.get("/search?q=repo", "HX-Request", "true").body();
        assertThat(part).contains("role=\"option\"", "href=\"/reports\"", "href=\"/search?q=repo\"");
        assertThat(part).doesNotContain("<html");
        assertThat(browser.get("/search").body()).contains("<h1>Quick search</h1>");
        assertThat(browser.get("/search?q=r").body()).contains("two letters");
        assertThat(browser.get("/search?q=%3Cscript%3E%22%25%00%27").body()).doesNotContain("<script>\"");
    }

    @Test
    void a_file_of_customers_is_found_when_it_is_in_and_only_by_who_may_see_customers() {
        var subscriber = newTenant();
        var file = imported(subscriber.tenant(), "customer_code,name\n0012,Brasserie Kerveno\n");
        var reader = signedIn(newUser(subscriber.tenant(), Role.SALES_ADMINISTRATION));
        var guest = signedIn(newUser(subscriber.tenant(), Role.GUEST));

        assertThat(reader.get("/search?q=kevreno").body()).contains("href=\"/customers/EST/0012\"");
        assertThat(guest.get("/search?q=kevreno").body()).doesNotContain("0012");
        assertThat(signedIn(newTenant().administrator())
                        .get("/search?q=kerveno")
                        .body())
                .doesNotContain("0012");

        CurrentTenant.run(subscriber.tenant(), () -> bean(UndoImport.class).undo(file));
        assertThat(reader.get("/search?q=kerveno").body()).doesNotContain("0012");
    }

    @Test
    void what_the_role_may_not_open_is_not_found() {
        var subscriber = newTenant();
        var guest = signedIn(newUser(subscriber.tenant(), Role.GUEST));

        assertThat(guest.get("/search?q=users").body()).doesNotContain("/settings/users");
        assertThat(guest.get("/search?q=ageing").body()).contains("/reports/ageing");
        assertThat(browser().get("/search?q=users").statusCode()).isNotEqualTo(200);
    }

    private ImportId imported(TenantId tenant, String customers) {
        return CurrentTenant.call(tenant, () -> {
            var company = bean(Companies.class).all().getFirst();
            var content = new ByteArrayInputStream(customers.getBytes(StandardCharsets.UTF_8));
            var id = bean(Intake.class).receive(Subject.CUSTOMERS, "customers.csv", content, company, null);
            bean(ImportOrders.class).start(id, bean(Imports.class).mapping(id), company.today(clock()));
            Wait.until("the file is in", () -> bean(Jobs.class).active().isEmpty());
            return id;
        });
    }
}
