package io.dunlin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Invents the customers of one company and two years of their items; the same for the same day, always. */
final class Portfolio {
    private static final int DAYS = 730;
    private static final int ITEMS_EACH = 20;
    /** How much is sold in each month, beside the others. */
    private static final int[] SEASON = {80, 75, 95, 100, 105, 110, 70, 55, 110, 120, 130, 150};

    private static final int BUSIEST = 150;

    private final DemoCompany company;
    private final LocalDate today;
    private final RandomGenerator chance;
    private final Names names;
    private final List<String> salesManagers = new ArrayList<>();
    private final List<DemoCustomer> customers = new ArrayList<>();
    private final List<DemoItem> items = new ArrayList<>();

    Portfolio(DemoCompany company, int customers, LocalDate today) {
        this.company = company;
        this.today = today;
        chance = new SplittableRandom(4711L + company.ordinal());
        names = new Names(chance);
        for (var at = 0; at < 6; at++) {
            salesManagers.add(names.givenName() + " " + names.word());
        }
        var insolvent = Math.max(2, customers / 120);
        for (var at = 0; at < customers; at++) {
            this.customers.add(customer(at, at >= customers - insolvent, Math.max(1, customers / 100)));
        }
        addItems(customers * ITEMS_EACH);
    }

    List<DemoCustomer> customers() {
        return customers;
    }

    List<DemoItem> items() {
        return items;
    }

    /** One contact for most customers, two for some. */
    List<List<String>> contacts() {
        var rows = new ArrayList<List<String>>();
        for (var customer : customers) {
            for (var left = chance.nextInt(10) == 0 ? 0 : chance.nextInt(4) == 0 ? 2 : 1; left > 0; left--) {
                var first = names.givenName();
                var last = names.word();
                var host =
                        Names.plain(customer.name().substring(0, customer.name().indexOf(' ')));
                rows.add(List.of(
                        customer.code(),
                        last,
                        first,
                        left == 1 ? "Accounts payable" : "Purchasing",
                        Names.plain(first) + "." + Names.plain(last) + "@" + host + ".example.com",
                        "+00 555 " + customer.code().substring(1),
                        left == 1 ? "yes" : "no"));
            }
        }
        return rows;
    }

    private DemoCustomer customer(int at, boolean insolvent, int large) {
        var group = insolvent ? "Brumaire Holding" : "";
        var behaviour = insolvent ? Behaviour.INSOLVENT : Behaviour.draw(chance);
        var isLarge = at < large;
        return new DemoCustomer(
                "C%05d".formatted(at * 7 + 101),
                insolvent ? "Brumaire " + names.word() + " " + company.country : names.company(company.country),
                names.town(),
                "%05d".formatted(chance.nextInt(1000, 98000)),
                chance.nextInt(12) == 0 ? names.pick(List.of("BE", "NL", "IT", "ES")) : company.country,
                insolvent ? "BRUMAIRE" : "",
                insolvent ? group : isLarge ? "Key accounts (demo)" : "",
                names.pick(List.of(14, 30, 30, 30, 45, 60)),
                behaviour,
                isLarge ? 20 : insolvent ? 4 : chance.nextInt(1, 7),
                isLarge ? chance.nextLong(1_500_000, 6_000_000) : chance.nextLong(15_000, 350_000),
                names.pick(salesManagers),
                behaviour == Behaviour.LATE && chance.nextInt(12) == 0);
    }

    private void addItems(int count) {
        var tickets = new ArrayList<DemoCustomer>();
        for (var customer : customers) {
            for (var ticket = customer.weight(); ticket > 0; ticket--) {
                tickets.add(customer);
            }
        }
        while (items.size() < count) {
            var age = chance.nextInt(DAYS);
            var issued = today.minusDays(age);
            if (chance.nextInt(BUSIEST) < SEASON[issued.getMonthValue() - 1]) {
                items.add(item(names.pick(tickets), issued, age));
            }
        }
    }

    private DemoItem item(DemoCustomer customer, LocalDate issued, int age) {
        var number = "%06d".formatted(items.size() + 1);
        var amount = Math.max(1_000, customer.size() * chance.nextInt(20, 181) / 100);
        var draw = chance.nextInt(100);
        if (draw < 3) {
            var used = issued.plusDays(chance.nextInt(10, 70));
            return new DemoItem(
                    customer, "Credit note", "CN" + number, issued, issued, -amount / 4, 0, null, happened(used));
        }
        if (draw < 5) {
            var allocated = issued.plusDays(chance.nextInt(5, 60));
            return new DemoItem(
                    customer, "Payment", "PM" + number, issued, issued, -amount / 2, 0, null, happened(allocated));
        }
        var due = issued.plusDays(customer.terms());
        var behaviour = customer.behaviour();
        var paid = due.plusDays(behaviour.delay(age, chance));
        if (!paid.isAfter(issued)) {
            paid = issued.plusDays(1);
        }
        var stops = behaviour == Behaviour.INSOLVENT && paid.isAfter(today.minusDays(Behaviour.STOPPED));
        var never = behaviour.neverPays(chance) || stops;
        var partOn = chance.nextInt(14) == 0 ? paid.minusDays(chance.nextInt(1, 20)) : null;
        var inParts = partOn != null && partOn.isAfter(issued) && !stops;
        return new DemoItem(
                customer,
                "Invoice",
                "IN" + number,
                issued,
                due,
                amount,
                inParts ? amount / 3 : 0,
                inParts ? partOn : null,
                never ? null : happened(paid));
    }

    private @Nullable LocalDate happened(LocalDate day) {
        return day.isAfter(today) ? null : day;
    }
}
