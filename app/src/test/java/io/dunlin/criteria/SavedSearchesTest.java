package io.dunlin.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.NotFound;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.TestLedger;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SavedSearchesTest {
    private static final TestLedger LEDGER = new TestLedger("2026-03-02");
    private static final Users USERS = new Users(LEDGER.sql(), LEDGER.clock());
    private static final SavedSearches SEARCHES = new SavedSearches(LEDGER.sql(), new CurrentUser(), USERS);
    private static final SearchChanges CHANGES = new SearchChanges(LEDGER.sql(), new CurrentUser());
    private static final User ZOE = user("zoe@example.org", "Zoé", Role.COLLECTOR);
    private static final User MAX = user("max@example.org", "Max", Role.CREDIT_MANAGER);
    private static final User ADA = user("ada@example.org", "Ada", Role.ADMINISTRATOR);
    private static final Criteria LYON =
            Criteria.Test.of("customer.city", new Comparison.OneOf(List.of("Lyon, (Rhône)", "Évry")));

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void a_private_search_is_found_by_its_owner_and_a_shared_one_by_all() {
        long own = as(ZOE, () -> CHANGES.save(Subject.DEBTOR, " Own ", LYON, false));
        long shared = as(ZOE, () -> CHANGES.save(Subject.DEBTOR, "Shared", LYON, true));

        assertThat(as(ZOE, () -> SEARCHES.of(Subject.DEBTOR)))
                .containsExactly(
                        new SavedSearch(own, "Own", "Zoé", false, true, true),
                        new SavedSearch(shared, "Shared", "Zoé", true, true, true));
        assertThat(as(MAX, () -> SEARCHES.of(Subject.DEBTOR)))
                .containsExactly(new SavedSearch(shared, "Shared", "Zoé", true, false, false));
        assertThat(as(MAX, () -> SEARCHES.asked(Subject.DEBTOR, SavedSearches.address(shared))))
                .isEqualTo(LYON);
        assertThatThrownBy(() -> as(MAX, () -> SEARCHES.asked(Subject.DEBTOR, SavedSearches.address(own))))
                .isInstanceOf(BadCriteria.class)
                .hasMessage("criteria.bad.search");
        assertThatThrownBy(() -> as(ZOE, () -> SEARCHES.asked(Subject.ITEM, SavedSearches.address(own))))
                .hasMessage("criteria.bad.search");
    }

    @Test
    void another_tenant_finds_nothing() {
        long shared = as(ZOE, () -> CHANGES.save(Subject.CUSTOMER, "Everywhere", LYON, true));
        var other = LEDGER.newTenant("Other");
        var stranger = LEDGER.as(other, () -> USERS.create("eve@example.org", "Eve", Role.ADMINISTRATOR, false, "en"));

        LEDGER.as(
                other,
                () -> CurrentUser.callThrowing(stranger, () -> {
                    assertThat(SEARCHES.of(Subject.CUSTOMER)).isEmpty();
                    assertThatThrownBy(() -> SEARCHES.asked(Subject.CUSTOMER, SavedSearches.address(shared)))
                            .isInstanceOf(BadCriteria.class);
                    assertThatThrownBy(() -> CHANGES.remove(shared)).isInstanceOf(NotFound.class);
                    return other;
                }));
    }

    @Test
    void the_owner_changes_a_search_and_of_a_shared_one_an_administrator_too() {
        var all = new Criteria.All(List.of());
        long id = as(ZOE, () -> CHANGES.save(Subject.CUSTOMER, "One", LYON, true));
        assertThatThrownBy(() -> does(MAX, () -> CHANGES.rename(id, "Mine", false)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> does(MAX, () -> CHANGES.overwrite(id, all))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> does(MAX, () -> CHANGES.remove(id))).isInstanceOf(NotFound.class);

        does(ADA, () -> CHANGES.overwrite(id, all));
        assertThat(as(MAX, () -> SEARCHES.asked(Subject.CUSTOMER, SavedSearches.address(id))))
                .isEqualTo(all);
        does(ZOE, () -> CHANGES.rename(id, "Two", false));
        assertThatThrownBy(() -> does(ADA, () -> CHANGES.remove(id))).isInstanceOf(NotFound.class);
        does(ZOE, () -> CHANGES.remove(id));
        assertThatThrownBy(() -> as(ZOE, () -> SEARCHES.asked(Subject.CUSTOMER, SavedSearches.address(id))))
                .hasMessage("criteria.bad.search");
    }

    @Test
    void one_name_stands_for_one_search_of_an_owner() {
        as(ZOE, () -> CHANGES.save(Subject.ITEM, "One", LYON, false));
        long second = as(ZOE, () -> CHANGES.save(Subject.ITEM, "Two", LYON, false));
        as(MAX, () -> CHANGES.save(Subject.ITEM, "One", LYON, false));

        assertThatThrownBy(() -> as(ZOE, () -> CHANGES.save(Subject.ITEM, "One", LYON, false)))
                .hasMessage("criteria.search.nameTaken");
        assertThatThrownBy(() -> does(ZOE, () -> CHANGES.rename(second, "One", false)))
                .hasMessage("criteria.search.nameTaken");
        assertThatThrownBy(() -> as(ZOE, () -> CHANGES.save(Subject.ITEM, " ", LYON, false)))
                .hasMessage("criteria.search.nameLength");
    }

    @Test
    void of_searches_without_a_name_each_user_has_the_latest_fifty_and_no_list_shows_them() {
        long first = as(ADA, () -> CHANGES.keep(Subject.CUSTOMER, LYON));
        long second = as(ADA, () -> CHANGES.keep(Subject.CUSTOMER, LYON));
        for (var more = 2; more <= 50; more++) {
            as(ADA, () -> CHANGES.keep(Subject.CUSTOMER, LYON));
        }

        assertThatThrownBy(() -> as(ADA, () -> SEARCHES.asked(Subject.CUSTOMER, SavedSearches.address(first))))
                .hasMessage("criteria.bad.search");
        assertThat(as(ADA, () -> SEARCHES.asked(Subject.CUSTOMER, SavedSearches.address(second))))
                .isEqualTo(LYON);
        assertThat(as(ADA, () -> SEARCHES.of(Subject.CUSTOMER)))
                .extracting(SavedSearch::name)
                .doesNotContain("null");
    }

    private static User user(String email, String name, Role role) {
        return LEDGER.inTenant(() -> USERS.create(email, name, role, false, "en"));
    }

    private static <T> T as(User user, Supplier<T> work) {
        return LEDGER.inTenant(() -> CurrentUser.callThrowing(user, work::get));
    }

    private static void does(User user, Runnable work) {
        as(user, () -> {
            work.run();
            return user;
        });
    }
}
