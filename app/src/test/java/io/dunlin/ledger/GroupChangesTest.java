package io.dunlin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.NotFound;
import io.dunlin.ledger.indicator.LedgerCriteria;
import io.dunlin.tenancy.AuditEntry;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GroupChangesTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final SamplePortfolio portfolio = new SamplePortfolio(ledger);
    private final Groups groups = new Groups(ledger.sql());
    private final AuditTrail audit =
            new AuditTrail(ledger.sql(), ledger.clock(), new CurrentUser(), JsonMapper.shared());
    private final GroupChanges changes = new GroupChanges(
            ledger.sql(),
            ledger.clock(),
            new CurrentUser(),
            audit,
            LedgerCriteria.matches(ledger.sql(), ledger.clock()));
    private final CustomerId first = customer("1", "10");
    private final CustomerId second = customer("2", "20");
    private final CustomerId third = customer("3", "0");

    @BeforeEach
    void the_second_is_a_member() {
        ledger.inTenant(() -> {
            groups.create("Key accounts", "blue");
            groups.assign(second, Set.of(group()));
            return group();
        });
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void all_of_a_filter_but_one_become_members_and_undo_leaves_the_earlier_member() {
        var allButThird = CustomerFilter.NONE.except(Set.of(third));
        var effect = ledger.inTenant(() -> changes.preview(ledger.company(), allButThird, group()));
        assertThat(effect.chosen()).isEqualTo(2);
        assertThat(effect.members()).isEqualTo(1);

        var done = ledger.inTenant(() -> changes.apply(ledger.company(), allButThird, group(), true));
        assertThat(done.customers()).isEqualTo(1);
        assertThat(members()).containsExactly("1", "2");

        assertThat(ledger.inTenant(() -> changes.undo(done.id())).customers()).isEqualTo(1);
        assertThat(members()).containsExactly("2");
        assertThatThrownBy(() -> ledger.inTenant(() -> changes.undo(done.id()))).hasMessage("ledger.groups.undo.gone");
        assertThat(ledger.inTenant(() -> audit.page(TableRequest.of(null, null, null, null))))
                .extracting(AuditEntry::action)
                .containsExactly("group.undone", "group.filled");
    }

    @Test
    void ticked_members_are_taken_out_and_come_back_by_undo() {
        var ticked = CustomerFilter.only(Set.of(first, second));
        var done = ledger.inTenant(() -> changes.apply(ledger.company(), ticked, group(), false));
        assertThat(done.customers()).isEqualTo(1);
        assertThat(members()).isEmpty();

        ledger.inTenant(() -> changes.undo(done.id()));
        assertThat(members()).containsExactly("2");
    }

    @Test
    void a_filter_counts_as_in_the_list() {
        var overdue = new CustomerFilter("", true, false, null);
        ledger.inTenant(() -> changes.apply(ledger.company(), overdue, group(), true));
        assertThat(members()).containsExactly("1", "2");
    }

    @Test
    void after_a_day_the_next_change_forgets_how_to_undo_the_first() {
        var ticked = CustomerFilter.only(Set.of(first));
        var done = ledger.inTenant(() -> changes.apply(ledger.company(), ticked, group(), true));
        ledger.clock().setTo("2026-11-24");
        ledger.inTenant(() -> changes.apply(ledger.company(), ticked, group(), false));
        assertThatThrownBy(() -> ledger.inTenant(() -> changes.undo(done.id()))).hasMessage("ledger.groups.undo.gone");
    }

    @Test
    void another_tenants_group_and_change_do_not_exist() {
        var ticked = CustomerFilter.only(Set.of(first));
        var ours = ledger.inTenant(this::group);
        var done = ledger.inTenant(() -> changes.apply(ledger.company(), ticked, ours, true));
        var other = ledger.newTenant("Other");
        assertThatThrownBy(() -> ledger.as(other, () -> changes.apply(ledger.company(), ticked, ours, true)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ledger.as(other, () -> changes.undo(done.id())))
                .hasMessage("ledger.groups.undo.gone");
        assertThat(members()).containsExactly("1", "2");
    }

    private CustomerId customer(String code, String overdue) {
        var customer = portfolio.customer(code, "Customer " + code);
        portfolio.facts(customer, "5", overdue, overdue.equals("0") ? "" : "2026-10-01");
        return customer;
    }

    private long group() {
        return groups.all().getFirst().group().id();
    }

    private List<String> members() {
        return ledger.inTenant(() -> LedgerCriteria.customers(ledger.sql(), ledger.clock())
                .list(
                        ledger.company(),
                        new CustomerFilter("", false, false, "Key accounts"),
                        TableRequest.of("", "code", null, 1))
                .lines()
                .stream()
                .map(CustomerLine::code)
                .toList());
    }
}
