package io.dunlin.ledger.web;

import io.dunlin.criteria.BadCriteria;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerChoices;
import io.dunlin.ledger.CustomerFilter;
import io.dunlin.ledger.CustomerList;
import io.dunlin.ledger.Customers;
import io.dunlin.reporting.Chosen;
import io.dunlin.reporting.Reports;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Page;
import io.dunlin.web.Requires;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The customers of the company: search, sort, filter, page. */
@Controller
@Requires(Right.SEE_CUSTOMERS)
class CustomersPage {
    private static final String PATH = "/customers";
    /** In an address: the criteria are being built. */
    private static final String BUILDING = "build";

    private final Customers customers;
    private final CustomerChoices choices;
    private final CurrentCompany company;
    private final CustomersTable table;
    private final CustomerFilterWords words;
    private final Reports reports;

    CustomersPage(
            Customers customers,
            CustomerChoices choices,
            CurrentCompany company,
            CustomersTable table,
            CustomerFilterWords words,
            Reports reports) {
        this.customers = customers;
        this.choices = choices;
        this.company = company;
        this.table = table;
        this.words = words;
        this.reports = reports;
    }

    @GetMapping(PATH)
    String show(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        var query = CustomersQuery.of(parameters);
        var page = reports.page();
        var chosen = company.get();
        var found = found(chosen, query, page);
        var list = found.list();
        var filter = query.filter();
        model.addAttribute(
                "view",
                new CustomersView(
                        table.of(chosen, list, query.request()).withExport(PATH + "/export"),
                        list.totals(),
                        chosen.currency().getCurrencyCode(),
                        choices.parameters(chosen, page),
                        new Chosen(query.chosen()),
                        words.on(filter, page),
                        CustomerFilterWords.offers(filter, page),
                        found.refusal(),
                        parameters.containsKey(BUILDING),
                        list.totals().customers() == 0 && !filter.isNarrow()));
        return "ledger/web/customers";
    }

    /** @param refusal why the criteria of the address mean nothing; then nobody is found, lest somebody changes all customers */
    private record Found(CustomerList list, @Nullable String refusal) {}

    private Found found(Company company, CustomersQuery query, Page page) {
        try {
            return new Found(customers.list(company, query.filter(), query.request()), null);
        } catch (BadCriteria bad) {
            return new Found(
                    customers.list(company, CustomerFilter.only(Set.of()), query.request()),
                    page.text(bad.key(), bad.arguments().toArray()));
        }
    }
}
