package io.dunlin.ledger;

import io.dunlin.ledger.CustomFields.CustomField;
import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.Parameter.Choice;
import io.dunlin.reporting.Parameter.Kind;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.Users;
import io.dunlin.web.Page;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What customers can be narrowed to and grouped by, in the viewer's language: the parameters that {@link CustomerChoice} reads. */
@Component
public class CustomerChoices {
    private final Groups groups;
    private final Users users;
    private final CustomFields fields;

    public CustomerChoices(Groups groups, Users users, CustomFields fields) {
        this.groups = groups;
        this.users = users;
        this.fields = fields;
    }

    public List<Parameter> parameters(Company company, Page page) {
        var none = new Choice(CustomerChoice.NONE, page.text("ledger.choice.none"));
        var nobody = new Choice(CustomerChoice.NONE, page.text("ledger.choice.nobody"));
        var people = users.all().stream()
                .map(user -> new Choice(user.id().toString(), user.name()))
                .toList();
        var parameters = new ArrayList<Parameter>();
        var known = groups.names();
        if (!known.isEmpty()) {
            var choices = new ArrayList<>(known.stream()
                    .map(group -> new Choice(Long.toString(group.id()), group.name()))
                    .toList());
            choices.add(none);
            parameters.add(several(CustomerChoice.GROUP, page.text("ledger.choice.group"), choices));
        }
        parameters.add(several(
                CustomerChoice.COLLECTOR,
                page.text("ledger.choice.collector"),
                withMe("ledger.choice.mine", nobody, people, page)));
        parameters.add(several(
                CustomerChoice.ASSOCIATED,
                page.text("ledger.choice.colleague"),
                withMe("ledger.choice.me", nobody, people, page)));
        parameters.add(values(CustomerChoice.COUNTRY, page.text("ledger.choice.country"), company));
        analytical()
                .forEach(field ->
                        parameters.add(values(CustomerChoice.FIELD + field.position(), field.label(), company)));
        return parameters;
    }

    /** By what a line of a report can stand for several customers. */
    public List<Choice> groupings(Page page) {
        var choices = new ArrayList<>(List.of(
                new Choice(CustomerChoice.COLLECTOR, page.text("ledger.choice.collector")),
                new Choice(CustomerChoice.GROUP, page.text("ledger.choice.group")),
                new Choice(CustomerChoice.COUNTRY, page.text("ledger.choice.country"))));
        analytical().forEach(field -> choices.add(new Choice(CustomerChoice.FIELD + field.position(), field.label())));
        return choices;
    }

    List<CustomField> analytical() {
        return fields.of(CustomFields.Subject.CUSTOMER).stream()
                .filter(field -> field.isUsed() && field.analytical())
                .toList();
    }

    private static List<Choice> withMe(String meKey, Choice nobody, List<Choice> people, Page page) {
        var choices = new ArrayList<>(List.of(new Choice(CustomerChoice.ME, page.text(meKey)), nobody));
        choices.addAll(people);
        return choices;
    }

    private static Parameter several(String name, String label, List<Choice> choices) {
        return new Parameter(name, label, Kind.SEVERAL, choices);
    }

    private static Parameter values(String name, String label, Company company) {
        var source = UriComponentsBuilder.fromPath("/customer-values/" + name)
                .queryParam("company", company.code())
                .encode()
                .toUriString();
        return Parameter.ofValues(name, label, source);
    }
}
