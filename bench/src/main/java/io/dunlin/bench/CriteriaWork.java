package io.dunlin.bench;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.Criteria.All;
import io.dunlin.criteria.Criteria.Any;
import io.dunlin.criteria.Criteria.Has;
import io.dunlin.criteria.Criteria.Not;
import io.dunlin.criteria.Criteria.Test;
import io.dunlin.criteria.CriteriaText;
import io.dunlin.criteria.Subject;
import io.dunlin.ledger.CustomerFilter;
import io.dunlin.ledger.Customers;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * The first page of an advanced search, with the sums of all that it finds, for searches of every kind. The limit is one of time: what
 * is allowed is 150 ms at the 95th percentile.
 */
final class CriteriaWork {
    private static final double LIMIT = 0.150;
    private static final int ROUNDS = 20;
    private static final TableRequest FIRST_PAGE = TableRequest.of(null, null, null, null);

    private final Customers customers;
    private final Floors floors;

    CriteriaWork(ApplicationContext application, Floors floors) {
        this.customers = application.getBean(Customers.class);
        this.floors = floors;
    }

    /** The floor is one customer read by its code, by hand. */
    Row measure(TenantId tenant, Company company, int items) throws Exception {
        var times = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var search : searches()) {
                var filter = CustomerFilter.NONE.meeting(CriteriaText.write(search));
                var begin = System.nanoTime();
                var found = CurrentTenant.call(tenant, () -> customers.list(company, filter, FIRST_PAGE));
                var seconds = (System.nanoTime() - begin) / 1e9;
                // The first rounds are for the compiler and the caches.
                if (round >= ROUNDS / 4) {
                    times.add(seconds);
                }
                if (round == ROUNDS - 1) {
                    System.out.printf(
                            Locale.ROOT,
                            "    %-90s %,8d found %6.1f ms%n",
                            CriteriaText.write(search),
                            found.totals().customers(),
                            seconds * 1000);
                }
            }
        }
        times.sort(null);
        var slow = times.get(Math.min(times.size() - 1, times.size() * 95 / 100));
        System.out.printf(
                Locale.ROOT,
                "Advanced search: median %.1f ms, 95th percentile %.1f ms, slowest %.1f ms%n",
                times.get(times.size() / 2) * 1000,
                slow * 1000,
                times.getLast() * 1000);
        var least = floors.customer(Firms.code(1));
        return new Row("advanced search, 95th perc.", items, slow, least, LIMIT / least, 0);
    }

    private static List<Criteria> searches() {
        var large = between("customer.overdue", "20000", null);
        var late = between("customer.delay", "15", null);
        var old = new Has(
                Subject.ITEM,
                false,
                new All(List.of(
                        Test.of("item.daysOverdue", number("60", null)),
                        Test.of("item.openAmount", number("5000", null)))));
        return List.of(
                large,
                new All(List.of(large, late)),
                new Any(List.of(large, between("customer.delay", "40", null))),
                Test.of("customer.name", new Comparison.Part(Comparison.Part.Place.ANYWHERE, "an")),
                Test.of(
                        "customer.code",
                        new Comparison.Part(
                                Comparison.Part.Place.START, Firms.code(1).substring(0, 4))),
                new All(List.of(between("customer.receivable", "1000", "9000"), new Not(late))),
                Test.of("customer.collector", new Comparison.Empty()),
                new All(List.of(large, old)),
                new All(List.of(late, new Has(Subject.ITEM, true, Test.of("item.daysOverdue", number("30", null))))));
    }

    private static Test between(String indicator, @Nullable String from, @Nullable String to) {
        return Test.of(indicator, number(from, to));
    }

    private static Comparison number(@Nullable String from, @Nullable String to) {
        return new Comparison.Between(
                from == null ? null : new BigDecimal(from), to == null ? null : new BigDecimal(to));
    }
}
