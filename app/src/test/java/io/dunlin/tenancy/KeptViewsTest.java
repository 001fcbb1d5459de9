package io.dunlin.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.Rejected;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.SavedView;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class KeptViewsTest {
    private static final TestLedger LEDGER = new TestLedger("2026-03-02");
    private static final KeptViews VIEWS = new KeptViews(LEDGER.sql(), new CurrentUser());
    private static final User ZOE = user("zoe@example.org", "Zoé");
    private static final User MAX = user("max@example.org", "Max");

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void a_private_view_is_found_by_its_owner_and_a_shared_one_by_all() {
        as(ZOE, () -> VIEWS.save("/a", " Late ", "overdue=1", false));
        as(ZOE, () -> VIEWS.save("/a", "Blocked", "blocked=1", true));

        assertThat(as(ZOE, () -> VIEWS.of("/a"))).extracting(SavedView::name).containsExactly("Blocked", "Late");
        assertThat(as(MAX, () -> VIEWS.of("/a"))).singleElement().satisfies(view -> {
            assertThat(view.query()).isEqualTo("blocked=1");
            assertThat(view.owner()).isEqualTo("Zoé");
            assertThat(view.own()).isFalse();
        });
        assertThat(as(ZOE, () -> VIEWS.of("/b"))).isEmpty();
    }

    @Test
    void only_the_owner_renames_overwrites_and_removes() {
        long id = as(ZOE, () -> VIEWS.save("/c", "One", "q=1", true));
        does(MAX, () -> VIEWS.rename(id, "Mine", false));
        does(MAX, () -> VIEWS.overwrite(id, "q=2"));
        does(MAX, () -> VIEWS.remove(id));
        assertThat(as(MAX, () -> VIEWS.of("/c")))
                .extracting(SavedView::name, SavedView::query)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("One", "q=1"));

        does(ZOE, () -> VIEWS.rename(id, "Two", false));
        does(ZOE, () -> VIEWS.overwrite(id, "q=3"));
        assertThat(as(ZOE, () -> VIEWS.of("/c")))
                .extracting(SavedView::name, SavedView::query, SavedView::shared)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Two", "q=3", false));
        does(ZOE, () -> VIEWS.remove(id));
        assertThat(as(ZOE, () -> VIEWS.of("/c"))).isEmpty();
    }

    @Test
    void one_name_stands_for_one_view_of_a_list() {
        as(ZOE, () -> VIEWS.save("/d", "One", "q=1", false));
        long second = as(ZOE, () -> VIEWS.save("/d", "Two", "q=2", false));
        as(ZOE, () -> VIEWS.save("/e", "One", "q=1", false));
        as(MAX, () -> VIEWS.save("/d", "One", "q=1", false));

        assertThatThrownBy(() -> as(ZOE, () -> VIEWS.save("/d", "One", "q=9", false)))
                .isInstanceOf(Rejected.class)
                .hasMessage("web.views.nameTaken");
        assertThatThrownBy(() -> does(ZOE, () -> VIEWS.rename(second, "One", false)))
                .hasMessage("web.views.nameTaken");
        assertThatThrownBy(() -> as(ZOE, () -> VIEWS.save("/d", " ", "q=9", false)))
                .hasMessage("web.views.nameLength");
    }

    @Test
    void a_list_opens_with_the_view_that_each_user_has_chosen_until_it_is_no_longer_shared() {
        long shared = as(ZOE, () -> VIEWS.save("/f", "Shared", "q=shared", true));
        long own = as(ZOE, () -> VIEWS.save("/f", "Own", "q=own", false));
        does(ZOE, () -> VIEWS.openWith("/f", shared));
        does(ZOE, () -> VIEWS.openWith("/f", own));
        does(MAX, () -> VIEWS.openWith("/f", shared));

        assertThat(as(ZOE, () -> VIEWS.opening("/f"))).contains("q=own");
        assertThat(as(MAX, () -> VIEWS.opening("/f"))).contains("q=shared");
        does(MAX, () -> VIEWS.openWith("/f", own));
        assertThat(as(MAX, () -> VIEWS.opening("/f"))).isEmpty();

        does(MAX, () -> VIEWS.openWith("/f", shared));
        does(ZOE, () -> VIEWS.rename(shared, "Shared", false));
        assertThat(as(MAX, () -> VIEWS.opening("/f"))).isEmpty();
        does(ZOE, () -> VIEWS.openPlain("/f"));
        assertThat(as(ZOE, () -> VIEWS.opening("/f"))).isEmpty();
    }

    @Test
    void a_list_opens_as_it_is_once_its_view_is_removed() {
        long id = as(ZOE, () -> VIEWS.save("/g", "One", "q=1", false));
        does(ZOE, () -> VIEWS.openWith("/g", id));
        does(ZOE, () -> VIEWS.remove(id));
        assertThat(as(ZOE, () -> VIEWS.opening("/g"))).isEmpty();
    }

    private static User user(String email, String name) {
        return LEDGER.inTenant(
                () -> new Users(LEDGER.sql(), LEDGER.clock()).create(email, name, Role.COLLECTOR, false, "en"));
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
