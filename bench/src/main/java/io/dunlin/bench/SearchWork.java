package io.dunlin.bench;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.Users;
import io.dunlin.web.QuickSearch;
import io.dunlin.web.SearchQuery;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.springframework.context.ApplicationContext;

/**
 * The quick search as its dialog asks: all kinds of things, six of each, for all that people type: names, beginnings of names,
 * names with an error, codes, numbers, addresses, and words that half of all customers have. The limit is one of time: what is
 * allowed is 50 ms.
 */
final class SearchWork {
    private static final double LIMIT = 0.050;
    private static final int ROUNDS = 40;
    private static final int MOST = 6;

    private final QuickSearch search;
    private final Users users;
    private final Floors floors;
    private final Firms firms;
    private final Random random = new Random(42);

    SearchWork(ApplicationContext application, Floors floors, Firms firms) {
        this.search = application.getBean(QuickSearch.class);
        this.users = application.getBean(Users.class);
        this.floors = floors;
        this.firms = firms;
    }

    /** The slowest of twenty; the floor is one customer read by its code, by hand. */
    Row measure(TenantId tenant, int items) throws SQLException, IOException {
        var times = new ArrayList<Double>();
        var least = new ArrayList<Double>();
        var user = CurrentTenant.call(
                tenant, () -> users.create("bench@example.org", "Bench", Role.ADMINISTRATOR, false, "en"));
        for (var round = 0; round < ROUNDS; round++) {
            var customer = random.nextInt(firms.count());
            for (var typed : queries(customer, items)) {
                var begin = System.nanoTime();
                var hits = CurrentTenant.call(
                        tenant,
                        () -> CurrentUser.callThrowing(
                                user,
                                () -> search.find(SearchQuery.of(typed), MOST).count()));
                var seconds = (System.nanoTime() - begin) / 1e9;
                // The first rounds are for the compiler and the caches.
                if (round >= ROUNDS / 4) {
                    times.add(seconds);
                }
                if (round == ROUNDS - 1) {
                    System.out.printf(Locale.ROOT, "    %-40s %3d hits %6.1f ms%n", typed, hits, seconds * 1000);
                }
            }
            least.add(floors.customer(Firms.code(customer)));
        }
        times.sort(null);
        least.sort(null);
        var slow = at(times, 95);
        System.out.printf(
                Locale.ROOT,
                "Quick search: median %.1f ms, 95th percentile %.1f ms, slowest %.1f ms%n",
                at(times, 50) * 1000,
                slow * 1000,
                times.getLast() * 1000);
        return new Row("quick search, 95th percent.", items, slow, at(least, 50), LIMIT / at(least, 50), 0);
    }

    private List<String> queries(int customer, int items) {
        var firm = firms.get(customer);
        var word = firm.word();
        return List.of(
                word,
                word.substring(0, 3),
                swapped(word),
                firm.trade() + " " + word,
                swapped(firm.trade()) + " " + swapped(word),
                firm.trade() + " " + firm.form(),
                firm.form(),
                firm.trade().substring(0, 2),
                "sarl gmbh",
                Firms.code(customer),
                Firms.code(customer).substring(0, 5),
                "F%08d".formatted(1 + random.nextInt(items)),
                "F0000",
                firm.email(),
                firm.first() + " " + firm.last(),
                "xyzzyquuxes");
    }

    private static String swapped(String word) {
        return word.substring(0, 2) + word.charAt(3) + word.charAt(2) + word.substring(4);
    }

    private static double at(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
