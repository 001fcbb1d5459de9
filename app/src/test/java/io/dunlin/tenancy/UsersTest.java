package io.dunlin.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.signin.TestTeam;
import io.dunlin.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class UsersTest {
    private static final TestLedger LEDGER = new TestLedger("2026-03-02");
    private static final Users USERS = new Users(LEDGER.sql(), LEDGER.clock());

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void users_of_another_tenant_do_not_exist() {
        var ours = LEDGER.inTenant(() -> USERS.create("zoe@example.org", "Zoé", Role.COLLECTOR, false, "fr"));
        var other = LEDGER.newTenant("Other");

        assertThat(LEDGER.as(other, () -> USERS.find(ours.id()))).isEmpty();
        assertThat(LEDGER.as(other, USERS::all)).isEmpty();
        assertThatThrownBy(() -> LEDGER.as(other, () -> USERS.get(ours.id()))).isInstanceOf(NotFound.class);
    }

    @Test
    void one_address_signs_in_to_one_tenant_only() {
        LEDGER.inTenant(() -> USERS.create("max@example.org", "Max", Role.COLLECTOR, false, "en"));
        var other = LEDGER.newTenant("Other");

        assertThatThrownBy(
                        () -> LEDGER.as(other, () -> USERS.create(" MAX@example.org ", "Max", Role.GUEST, false, "en")))
                .isInstanceOf(Rejected.class)
                .hasMessage("tenancy.rejected.email_taken");
        assertThat(LEDGER.as(other, USERS::all)).isEmpty();
    }

    @Test
    void the_last_active_administrator_stays_one() {
        var tenant = LEDGER.newTenant("Small");
        var first = LEDGER.as(tenant, () -> USERS.create("a1@example.org", "A", Role.ADMINISTRATOR, false, "en"));
        var demoted = TestTeam.with(first, Role.GUEST, true);

        assertThatThrownBy(() -> change(tenant, demoted)).hasMessage("tenancy.rejected.last_administrator");
        assertThatThrownBy(() -> change(tenant, TestTeam.with(first, Role.ADMINISTRATOR, false)))
                .hasMessage("tenancy.rejected.last_administrator");

        LEDGER.as(tenant, () -> USERS.create("a2@example.org", "B", Role.ADMINISTRATOR, false, "en"));
        change(tenant, demoted);
        assertThat(LEDGER.as(tenant, () -> USERS.get(first.id())).role()).isEqualTo(Role.GUEST);
    }

    @Test
    void who_changes_what_somebody_else_has_changed_is_told() {
        var user = LEDGER.inTenant(() -> USERS.create("eva@example.org", "Eva", Role.GUEST, false, "en"));
        change(LEDGER.tenant(), TestTeam.with(user, Role.COLLECTOR, true));

        assertThatThrownBy(() -> change(LEDGER.tenant(), TestTeam.with(user, Role.SALES_MANAGER, true)))
                .hasMessage("tenancy.rejected.changed_meanwhile");
    }

    @Test
    void loading_files_can_be_granted_to_one_person() {
        var user = LEDGER.inTenant(() -> USERS.create("ida@example.org", "Ida", Role.COLLECTOR, true, "en"));

        assertThat(user.may(Right.IMPORT)).isTrue();
        assertThat(user.may(Right.CONFIGURE)).isFalse();
        assertThat(TestTeam.with(user, Role.COLLECTOR, false).may(Right.IMPORT)).isFalse();
    }

    private static void change(TenantId tenant, User changed) {
        LEDGER.as(tenant, () -> {
            USERS.change(changed);
            return changed;
        });
    }
}
