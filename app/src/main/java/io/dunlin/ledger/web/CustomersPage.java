package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.Customers;
import io.dunlin.ledger.Groups;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Requires;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The customers of the company: search, sort, filter, page. */
@Controller
@Requires(Right.SEE_CUSTOMERS)
class CustomersPage {
    private static final String PATH = "/customers";

    private final Customers customers;
    private final Groups groups;
    private final CurrentCompany company;
    private final CustomersTable table;
    private final Labels labels;

    CustomersPage(Customers customers, Groups groups, CurrentCompany company, CustomersTable table, Labels labels) {
        this.customers = customers;
        this.groups = groups;
        this.company = company;
        this.table = table;
        this.labels = labels;
    }

    @GetMapping(PATH)
    String show(@RequestParam Map<String, String> parameters, Model model) {
        var query = CustomersQuery.of(parameters);
        var chosen = company.get();
        var list = customers.list(chosen, query.filter(), query.request());
        var on = new ArrayList<CustomersView.Chip>();
        var offers = new ArrayList<CustomersView.Chip>();
        var filter = query.filter();
        (filter.overdueOnly() ? on : offers)
                .add(chip("ledger.customers.filter.overdue", query.with(query.overdue(!filter.overdueOnly()))));
        (filter.blockedOnly() ? on : offers)
                .add(chip("ledger.customers.filter.blocked", query.with(query.blocked(!filter.blockedOnly()))));
        for (var counted : groups.all()) {
            var name = counted.group().name();
            if (!name.equals(filter.group())) {
                offers.add(new CustomersView.Chip(name, PATH + query.with(query.group(name))));
            }
        }
        if (filter.group() != null) {
            on.add(new CustomersView.Chip(filter.group(), PATH + query.with(query.group(null))));
        }
        model.addAttribute(
                "view",
                new CustomersView(
                        table.of(chosen, list, query.request()).withExport(PATH + "/export"),
                        list.totals(),
                        chosen.currency().getCurrencyCode(),
                        on,
                        offers,
                        list.totals().customers() == 0 && !filter.isNarrow()));
        return "ledger/web/customers";
    }

    private CustomersView.Chip chip(String label, String query) {
        return new CustomersView.Chip(labels.text(label), PATH + query);
    }
}
