package io.dunlin.ledger.report;

import io.dunlin.ledger.CustomerChoices;
import io.dunlin.reporting.Grouping;
import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.Parameter.Choice;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Page;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What all reports about items can be filtered and grouped by. */
@Component
class Slices {
    private final CustomerChoices choices;

    Slices(CustomerChoices choices) {
        this.choices = choices;
    }

    /** The filters that {@link Slice#of} reads. */
    List<Parameter> filters(Company company, Page page) {
        var filters = new ArrayList<>(choices.parameters(company, page));
        filters.add(text(Slice.CUSTOMER_CODE, page.text("ledger.report.filter.customer")));
        filters.add(text(Slice.SALES_MANAGER, page.text("ledger.report.filter.salesManager")));
        return filters;
    }

    /** By customer, or by all customers that share a value. */
    Parameter ofCustomers(Page page) {
        var known = new ArrayList<Choice>();
        known.add(new Choice(Slice.CUSTOMER_CODE, page.text("ledger.report.customer")));
        known.addAll(choices.groupings(page));
        return Grouping.parameter(page, known);
    }

    /** By customer, or by all items that share a value. */
    Parameter grouping(Page page) {
        var known = new ArrayList<>(ofCustomers(page).choices());
        known.add(new Choice(Slice.SALES_MANAGER, page.text("ledger.report.filter.salesManager")));
        return Grouping.parameter(page, known);
    }

    private static Parameter text(String name, String label) {
        return new Parameter(name, label, Parameter.Kind.TEXT, List.of());
    }
}
