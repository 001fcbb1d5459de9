package io.dunlin.ledger.web;

import io.dunlin.criteria.Subject;
import io.dunlin.ledger.CustomerChoices;
import io.dunlin.reporting.Chosen;
import io.dunlin.reporting.Reports;
import io.dunlin.tenancy.Company;
import io.dunlin.web.About;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a list of items is narrowed to, in words, for the files made of it. */
@Component
class ItemFilterWords {
    private final CustomerChoices choices;
    private final CriteriaChip criteria;
    private final Reports reports;
    private final Clock clock;

    ItemFilterWords(CustomerChoices choices, CriteriaChip criteria, Reports reports, Clock clock) {
        this.choices = choices;
        this.criteria = criteria;
        this.reports = reports;
        this.clock = clock;
    }

    /** @param chosen of the address: which customers */
    About about(Company company, ItemsQuery query, Map<String, List<String>> chosen) {
        var page = reports.page();
        var filter = query.filter();
        var about = About.of(page, clock.instant(), page.text("ledger.items.title"))
                .with(page.text("reporting.company"), company.name())
                .with(page.text("reporting.asOf"), page.date(company.today(clock)))
                .narrowedTo(
                        page.text("ledger.items.status"),
                        page.text("ledger.items.status." + ItemsQuery.word(filter.status())));
        for (var parameter : choices.parameters(company, page)) {
            about = about.narrowedTo(parameter.label(), new Chosen(chosen).words(parameter, page));
        }
        if (!filter.criteria().isEmpty()) {
            about = about.narrowedTo(
                    page.text("ledger.customers.filters"),
                    criteria.text(Subject.ITEM, filter.criteria())
                            .orElseGet(() -> page.text("ledger.customers.filter.criteria")));
        }
        return about.narrowedTo(page.text("web.table.search"), filter.text());
    }
}
