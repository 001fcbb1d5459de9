package io.dunlin.tenancy.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.Tenants;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.TestLedger;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FirstRunTest {
    private final TestLedger ledger = new TestLedger("2026-03-02");
    private final OneTimeLinks links = new OneTimeLinks(ledger.sql(), ledger.clock());
    private final Users users = new Users(ledger.sql(), ledger.clock());
    private final Companies companies = new Companies(ledger.sql(), ledger.clock());
    private final FirstRun firstRun = new FirstRun(
            links,
            new Tenants(ledger.sql(), ledger.transaction(), ledger.clock(), event -> {}),
            companies,
            users,
            new AuditTrail(ledger.sql(), ledger.clock(), new CurrentUser(), new JsonMapper()));

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void the_link_makes_tenant_company_and_administrator_at_once() {
        var signedIn = firstRun.begin(links.forFirstAdministrator(), beginning("a@example.org"));

        var administrator = ledger.as(signedIn.tenant(), () -> users.get(signedIn.user()));
        assertThat(administrator.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(ledger.as(signedIn.tenant(), companies::all))
                .singleElement()
                .satisfies(company -> assertThat(company.code()).isEqualTo("ECUME"));
    }

    @Test
    void only_the_first_of_all_links_works_and_only_once() {
        var key = links.forFirstAdministrator();
        var other = links.forFirstAdministrator();
        firstRun.begin(key, beginning("a@example.org"));

        assertThatThrownBy(() -> firstRun.begin(key, beginning("b@example.org")))
                .hasMessage("tenancy.rejected.link_used");
        assertThatThrownBy(() -> firstRun.begin(other, beginning("b@example.org")))
                .hasMessage("tenancy.rejected.link_used");
        assertThat(new Logins(ledger.sql()).find("b@example.org")).isEmpty();
    }

    @Test
    void the_link_closes_after_a_day() {
        var key = links.forFirstAdministrator();
        ledger.clock().pass(Duration.ofHours(23));
        assertThat(links.opensFirstAdministrator(key)).isTrue();
        ledger.clock().pass(Duration.ofHours(1));
        assertThat(links.opensFirstAdministrator(key)).isFalse();
    }

    @Test
    void a_password_link_works_once_and_a_newer_one_replaces_it() {
        var user = ledger.inTenant(() -> users.create("z@example.org", "Z", Role.GUEST, false, "en"));
        var first = ledger.inTenant(() -> links.forPassword(user.id()));
        var second = ledger.inTenant(() -> links.forPassword(user.id()));

        assertThat(links.usePassword(first)).isEmpty();
        assertThat(links.usePassword(second)).contains(SignedIn.of(ledger.tenant(), user.id()));
        assertThat(links.usePassword(second)).isEmpty();
    }

    private static FirstRun.Beginning beginning(String email) {
        return new FirstRun.Beginning(
                "Écume", Currency.getInstance("EUR"), ZoneId.of("Europe/Paris"), "Ada", email, "hash", "en");
    }
}
