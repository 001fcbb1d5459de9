package io.dunlin.ledger.web;

import io.dunlin.criteria.Subject;
import io.dunlin.ledger.CustomerChoices;
import io.dunlin.ledger.CustomerFilter;
import io.dunlin.ledger.web.CustomersView.Chip;
import io.dunlin.reporting.Chosen;
import io.dunlin.reporting.Reports;
import io.dunlin.tenancy.Company;
import io.dunlin.web.About;
import io.dunlin.web.Page;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a list of customers is narrowed to, in words: as chips on its page and in the files made of it. */
@Component
class CustomerFilterWords {
    private final CustomerChoices choices;
    private final CriteriaChip criteria;
    private final Reports reports;
    private final Clock clock;

    CustomerFilterWords(CustomerChoices choices, CriteriaChip criteria, Reports reports, Clock clock) {
        this.choices = choices;
        this.criteria = criteria;
        this.reports = reports;
        this.clock = clock;
    }

    /** The further filters in force. */
    List<Chip> on(CustomerFilter filter, Page page) {
        var on = new ArrayList<>(switches(filter, true, page));
        if (filter.group() != null) {
            on.add(new Chip(filter.group(), "group"));
        }
        if (!filter.criteria().isEmpty()) {
            on.add(new Chip(
                    criteria.text(Subject.CUSTOMER, filter.criteria())
                            .orElseGet(() -> page.text("ledger.customers.filter.criteria")),
                    CustomersQuery.CRITERIA));
        }
        return on;
    }

    /** The filters that could be switched on. */
    static List<Chip> offers(CustomerFilter filter, Page page) {
        return switches(filter, false, page);
    }

    private static List<Chip> switches(CustomerFilter filter, boolean on, Page page) {
        return Stream.of("overdue", "blocked")
                .filter(name -> (name.equals("overdue") ? filter.overdueOnly() : filter.blockedOnly()) == on)
                .map(name -> new Chip(page.text("ledger.customers.filter." + name), name))
                .toList();
    }

    /** What a file with the customers of the query says of itself. */
    About about(Company company, CustomersQuery query) {
        var page = reports.page();
        var filter = query.filter();
        var about = About.of(page, clock.instant(), page.text("ledger.customers.title"))
                .with(page.text("reporting.company"), company.name())
                .with(page.text("reporting.asOf"), page.date(company.today(clock)));
        var chosen = new Chosen(query.chosen());
        for (var parameter : choices.parameters(company, page)) {
            about = about.narrowedTo(parameter.label(), chosen.words(parameter, page));
        }
        for (var chip : on(filter, page)) {
            about = about.narrowedTo(page.text("ledger.customers.filters"), chip.label());
        }
        return about.narrowedTo(page.text("web.table.search"), filter.text()).ticked(query.ticked());
    }
}
