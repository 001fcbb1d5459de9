package io.dunlin.ledger.report;

import io.dunlin.ledger.CustomFields;
import io.dunlin.ledger.CustomFields.CustomField;
import io.dunlin.ledger.Groups;
import io.dunlin.reporting.Grouping;
import io.dunlin.reporting.Parameter;
import io.dunlin.web.Page;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What all reports about items can be filtered and grouped by. */
@Component
class Slices {
    private final CustomFields fields;
    private final Groups groups;

    Slices(CustomFields fields, Groups groups) {
        this.fields = fields;
        this.groups = groups;
    }

    /** The filters that {@link Slice#of} reads. */
    List<Parameter> filters(Page page) {
        var filters = new ArrayList<Parameter>();
        var choices = groups.all().stream()
                .map(counted -> new Parameter.Choice(
                        Long.toString(counted.group().id()), counted.group().name()))
                .toList();
        if (!choices.isEmpty()) {
            filters.add(new Parameter(
                    Slice.GROUP, page.text("ledger.report.filter.group"), Parameter.Kind.SEVERAL, choices));
        }
        filters.add(text(Slice.CUSTOMER_CODE, page.text("ledger.report.filter.customer")));
        filters.add(text(Slice.SALES_MANAGER, page.text("ledger.report.filter.salesManager")));
        analytical().forEach(field -> filters.add(text(Slice.FIELD + field.position(), field.label())));
        return filters;
    }

    /** By customer, or by all that share a value. */
    Parameter grouping(Page page) {
        var choices = new ArrayList<Parameter.Choice>();
        choices.add(new Parameter.Choice(Slice.CUSTOMER_CODE, page.text("ledger.report.customer")));
        choices.add(new Parameter.Choice(Slice.GROUP, page.text("ledger.report.filter.group")));
        choices.add(new Parameter.Choice(Slice.SALES_MANAGER, page.text("ledger.report.filter.salesManager")));
        analytical().forEach(field -> choices.add(new Parameter.Choice(Slice.FIELD + field.position(), field.label())));
        return Grouping.parameter(page, choices);
    }

    private List<CustomField> analytical() {
        return fields.of(CustomFields.Subject.CUSTOMER).stream()
                .filter(field -> field.isUsed() && field.analytical())
                .toList();
    }

    private static Parameter text(String name, String label) {
        return new Parameter(name, label, Parameter.Kind.TEXT, List.of());
    }
}
