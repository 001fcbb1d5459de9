package io.dunlin.ledger.web;

import io.dunlin.criteria.BadCriteria;
import io.dunlin.criteria.Subject;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerChoices;
import io.dunlin.ledger.FoundItems;
import io.dunlin.ledger.ItemList;
import io.dunlin.reporting.Chosen;
import io.dunlin.reporting.Reports;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Page;
import io.dunlin.web.Requires;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The single items of the company: search, sort, filter, page. */
@Controller
@Requires(Right.SEE_CUSTOMERS)
class ItemsPage {
    static final String PATH = "/items";
    /** In an address: the criteria are being built. */
    private static final String BUILDING = "build";

    private final FoundItems items;
    private final CustomerChoices choices;
    private final CurrentCompany company;
    private final ItemsTable table;
    private final CriteriaChip criteria;
    private final Reports reports;
    private final Clock clock;

    ItemsPage(
            FoundItems items,
            CustomerChoices choices,
            CurrentCompany company,
            ItemsTable table,
            CriteriaChip criteria,
            Reports reports,
            Clock clock) {
        this.items = items;
        this.choices = choices;
        this.company = company;
        this.table = table;
        this.criteria = criteria;
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        var query = ItemsQuery.of(parameters);
        var page = reports.page();
        var chosen = company.get();
        var found = found(chosen, query, page);
        var totals = found.list().totals();
        var asked = query.filter().criteria();
        model.addAttribute(
                "view",
                new ItemsView(
                        table.of(chosen, found.list(), query.request()).withExport(PATH + "/export"),
                        totals,
                        chosen.currency().getCurrencyCode(),
                        query.filter().status(),
                        choices.parameters(chosen, page),
                        new Chosen(CustomersQuery.chosen(parameters)),
                        asked.isEmpty()
                                ? null
                                : criteria.text(Subject.ITEM, asked)
                                        .orElseGet(() -> page.text("ledger.customers.filter.criteria")),
                        found.refusal(),
                        notices(totals, chosen, page),
                        parameters.containsKey(BUILDING),
                        totals.items() == 0 && !items.hasAny(chosen)));
        return "ledger/web/items";
    }

    /** @param refusal why the criteria of the address mean nothing; then nothing is found */
    private record Found(ItemList list, @Nullable String refusal) {}

    private Found found(Company chosen, ItemsQuery query, Page page) {
        try {
            return new Found(list(chosen, query), null);
        } catch (BadCriteria bad) {
            return new Found(
                    new ItemList(List.of(), ItemList.Totals.none()),
                    page.text(bad.key(), bad.arguments().toArray()));
        }
    }

    private ItemList list(Company chosen, ItemsQuery query) {
        return query.isWhole()
                ? items.whole(chosen, query.filter(), query.request())
                : items.list(chosen, query.filter(), query.request());
    }

    private List<String> notices(ItemList.Totals totals, Company chosen, Page page) {
        return totals.unconverted().stream()
                .map(missing -> page.text(
                        "ledger.report.unconverted",
                        missing.currency(),
                        page.money(missing.open()),
                        missing.items(),
                        page.date(chosen.today(clock))))
                .toList();
    }
}
