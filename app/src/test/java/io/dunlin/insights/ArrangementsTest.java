package io.dunlin.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.OverviewBlock;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.TestLedger;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArrangementsTest {
    private static final OverviewBlock FIGURES = new SomeBlock("figures", 1);
    private static final OverviewBlock AGEING = new SomeBlock("ageing", 2);
    private static final OverviewBlock RARE =
            new SomeBlock("rare", 3, OverviewBlock.Width.HALF, Right.SEE_OVERVIEW, false);
    private static final List<OverviewBlock> ALL = List.of(FIGURES, AGEING, RARE);

    private final AtomicInteger number = new AtomicInteger();
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final Arrangements arrangements = new Arrangements(ledger.sql());

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void a_new_user_has_the_blocks_of_the_role() {
        var arrangement = of(ledger.tenant(), user(ledger.tenant()), ALL);
        assertThat(arrangement.shown()).containsExactly(FIGURES, AGEING);
        assertThat(arrangement.hidden()).containsExactly(RARE);
        assertThat(arrangement.isDefault()).isTrue();
    }

    @Test
    void each_user_keeps_an_order_of_their_own() {
        var claire = user(ledger.tenant());
        var yann = user(ledger.tenant());
        save(ledger.tenant(), claire, ALL, "rare", "figures", "nonsense", "rare");
        assertThat(of(ledger.tenant(), claire, ALL).shown()).containsExactly(RARE, FIGURES);
        assertThat(of(ledger.tenant(), claire, ALL).isDefault()).isFalse();
        assertThat(of(ledger.tenant(), yann, ALL).shown()).containsExactly(FIGURES, AGEING);
        var other = ledger.newTenant("Other");
        assertThat(of(other, user(other), ALL).shown()).containsExactly(FIGURES, AGEING);
        // Not even by the number of a user of another tenant.
        assertThat(of(other, claire, ALL).shown()).containsExactly(FIGURES, AGEING);
    }

    @Test
    void a_block_that_comes_with_a_later_version_shows_up_and_one_taken_away_stays_away() {
        var user = user(ledger.tenant());
        save(ledger.tenant(), user, List.of(FIGURES, AGEING), "ageing");
        var later = new SomeBlock("later", 0);
        var arrangement = of(ledger.tenant(), user, List.of(later, FIGURES, AGEING, RARE));
        assertThat(arrangement.shown()).containsExactly(AGEING, later);
        assertThat(arrangement.hidden()).containsExactly(FIGURES, RARE);
    }

    @Test
    void everything_can_be_taken_away_and_brought_back() {
        var user = user(ledger.tenant());
        save(ledger.tenant(), user, ALL);
        assertThat(of(ledger.tenant(), user, ALL).shown()).isEmpty();
        ledger.inTenant(() -> {
            arrangements.forget(user.id());
            return true;
        });
        assertThat(of(ledger.tenant(), user, ALL).isDefault()).isTrue();
    }

    private Arrangement of(TenantId tenant, User user, List<OverviewBlock> blocks) {
        return ledger.as(tenant, () -> arrangements.of(user, blocks));
    }

    private void save(TenantId tenant, User user, List<OverviewBlock> blocks, String... shown) {
        ledger.as(tenant, () -> {
            arrangements.save(user.id(), blocks, List.of(shown));
            return true;
        });
    }

    private User user(TenantId tenant) {
        var email = "user" + number.incrementAndGet() + "@example.org";
        return ledger.as(
                tenant,
                () -> new Users(ledger.sql(), ledger.clock()).create(email, email, Role.COLLECTOR, false, "en"));
    }
}
