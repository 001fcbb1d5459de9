package io.dunlin.tenancy.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.Browser;
import io.dunlin.testing.RunningApplication;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsPagesTest extends RunningApplication {
    private static final Pattern LINK = Pattern.compile("/password\\?key=[A-Za-z0-9_-]{43}");

    @Test
    void an_invited_person_chooses_a_password_by_the_link_and_is_in() {
        var administrator = signedIn(newTenant().administrator());
        administrator.get("/settings/users/new");
        var link = linkIn(invite(administrator, "new.person@example.org", Role.COLLECTOR));

        var person = browser();
        assertThat(person.get(link).statusCode()).isEqualTo(200);
        var key = link.substring(link.indexOf('=') + 1);
        assertThat(person.post("/password", "key", key, "password", "short1", "repeated", "short1")
                        .body())
                .contains("9 to 128 characters");
        assertThat(person.redirect(person.post("/password", "key", key, "password", PASSWORD, "repeated", PASSWORD)))
                .isEqualTo("/");
        assertThat(person.get("/account").body()).contains("new.person@example.org");
        assertThat(browser().get(link).body()).contains("does not work");
        assertThat(administrator.get("/settings/users?q=new.person").body()).contains("new.person@example.org");
        assertThat(administrator.get("/settings/audit").body()).contains("Invited a user");
    }

    @Test
    void a_credit_manager_cannot_make_or_become_an_administrator() {
        var subscriber = newTenant();
        var manager = signedIn(newUser(subscriber.tenant(), Role.CREDIT_MANAGER));
        manager.get("/settings/users/new");

        assertThat(invite(manager, "evil@example.org", Role.ADMINISTRATOR)).contains("Only an administrator");
        var administrator = CurrentTenant.call(
                        subscriber.tenant(), () -> bean(Users.class).all())
                .stream()
                .filter(user -> user.role() == Role.ADMINISTRATOR)
                .findFirst()
                .orElseThrow();
        assertThat(manager.post("/settings/users/" + administrator.id() + "/link")
                        .body())
                .contains("Only an administrator")
                .doesNotContain("/password?key=");
    }

    @Test
    void a_closed_account_is_out_with_the_next_click() {
        var subscriber = newTenant();
        var administrator = signedIn(subscriber.administrator());
        var email = newUser(subscriber.tenant(), Role.GUEST);
        var guest = signedIn(email);
        var user = CurrentTenant.call(
                        subscriber.tenant(), () -> bean(Users.class).all())
                .stream()
                .filter(any -> any.email().equals(email))
                .findFirst()
                .orElseThrow();
        assertThat(guest.get("/account").statusCode()).isEqualTo(200);

        administrator.get("/settings/users/" + user.id());
        administrator.post(
                "/settings/users/" + user.id(), "name", "Gone", "role", "GUEST", "language", "en", "version", "0");

        assertThat(guest.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void a_company_keeps_ascending_brackets_only() {
        var subscriber = newTenant();
        var browser = signedIn(subscriber.administrator());
        var company = CurrentTenant.call(
                        subscriber.tenant(), () -> bean(Companies.class).all())
                .getFirst();
        var path = "/settings/companies/" + company.id();
        browser.get(path);

        assertThat(change(browser, path, "60, 30")).contains("each larger than the one before");
        assertThat(browser.redirect(browser.post(path, fields("15, 45, 90")))).isEqualTo("/settings/companies");
        assertThat(browser.get(path).body()).contains("15, 45, 90");
        assertThat(change(browser, path, "30")).contains("Somebody else has changed this");
    }

    @Test
    void the_company_chosen_in_the_top_bar_stays_chosen() {
        var subscriber = newTenant();
        var browser = signedIn(subscriber.administrator());
        browser.get("/settings/companies/new");
        var fields = fields("30, 60");
        fields[1] = "zwei";
        assertThat(browser.redirect(browser.post("/settings/companies", fields)))
                .isEqualTo("/settings/companies");
        var second = CurrentTenant.call(
                        subscriber.tenant(), () -> bean(Companies.class).find("ZWEI"))
                .orElseThrow();

        assertThat(browser.redirect(
                        browser.post("/company", "company", second.id().toString(), "next", "/account")))
                .isEqualTo("/account");
        assertThat(CurrentTenant.call(
                                subscriber.tenant(), () -> bean(Users.class).all())
                        .getFirst()
                        .company())
                .isEqualTo(second.id());
    }

    private static String change(Browser browser, String path, String brackets) {
        return browser.post(path, fields(brackets)).body();
    }

    private static String[] fields(String brackets) {
        return new String[] {
            "code",
            "EST",
            "name",
            "Estuaire",
            "currency",
            "EUR",
            "zone",
            "Europe/Paris",
            "fiscalYearStart",
            "1",
            "interestRate",
            "4,5",
            "ageingBrackets",
            brackets,
            "country",
            "FR",
            "version",
            "0"
        };
    }

    private static String invite(Browser browser, String email, Role role) {
        return browser.post(
                        "/settings/users",
                        "email",
                        email,
                        "name",
                        "New",
                        "role",
                        role.name(),
                        "language",
                        "en",
                        "version",
                        "0")
                .body();
    }

    private static String linkIn(String page) {
        var link = LINK.matcher(page);
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
