package io.dunlin.bench;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria.All;
import io.dunlin.criteria.Criteria.Test;
import io.dunlin.criteria.SearchChanges;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.rules.RuleChanges;
import io.dunlin.criteria.rules.RuleChanges.Wish;
import io.dunlin.criteria.rules.RuleRuns;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationContext;

/** Fifty rules that choose a collector, against one pass with a hand-written {@code case} that writes the same. */
final class RulesWork {
    private static final int RULES = 50;
    private static final int COLLECTORS = 5;
    private static final int TIMES = 3;

    private final ApplicationContext application;
    private final Floors floors;

    RulesWork(ApplicationContext application, Floors floors) {
        this.application = application;
        this.floors = floors;
    }

    Row measure(TenantId tenant, Company company, int customers) throws Exception {
        var measured = new Measured("50 rules", customers, 2);
        var collectors = CurrentTenant.call(tenant, this::collectors);
        CurrentTenant.run(tenant, () -> write(collectors));
        for (var time = 0; time < TIMES; time++) {
            floors.forgetCollectors();
            measured.floor(floors.collectors(conditions(collectors)));
            measured.work(() -> CurrentTenant.run(
                    tenant, () -> application.getBean(RuleRuns.class).run(company, "collector")));
        }
        return measured.row();
    }

    private List<User> collectors() {
        var users = application.getBean(Users.class);
        var collectors = new ArrayList<User>();
        for (var number = 0; number < COLLECTORS; number++) {
            collectors.add(users.create(
                    "collector%d-%d@example.org".formatted(number, System.nanoTime()),
                    "Collector " + number,
                    Role.COLLECTOR,
                    false,
                    "en"));
        }
        return collectors;
    }

    /** Those who owe most first, by how late they pay; nearly all customers are found by one of them. */
    private void write(List<User> collectors) {
        CurrentUser.callThrowing(collectors.getFirst(), () -> {
            for (var rule = 0; rule < RULES; rule++) {
                var criteria = new All(List.of(
                        Test.of("customer.receivable", new Comparison.Between(receivable(rule), null)),
                        Test.of("customer.delay", new Comparison.Between(delay(rule), null))));
                var search = application
                        .getBean(SearchChanges.class)
                        .save(Subject.CUSTOMER, "Search " + rule, criteria, true);
                application
                        .getBean(RuleChanges.class)
                        .add("collector", new Wish(search, collector(collectors, rule), true, false, false));
            }
            return RULES;
        });
    }

    private static String conditions(List<User> collectors) {
        var cases = new StringBuilder("case");
        for (var rule = 0; rule < RULES; rule++) {
            cases.append(String.format(
                    Locale.ROOT,
                    " when f.receivable >= %s and f.average_delay >= %s then %s",
                    receivable(rule),
                    delay(rule),
                    collector(collectors, rule)));
        }
        return cases.append(" end").toString();
    }

    private static BigDecimal receivable(int rule) {
        return BigDecimal.valueOf((RULES - 1L - rule) / 5 * 2000);
    }

    private static BigDecimal delay(int rule) {
        return BigDecimal.valueOf((4 - rule % 5) * 10L - 10);
    }

    private static String collector(List<User> collectors, int rule) {
        return collectors.get(rule % COLLECTORS).id().toString();
    }
}
