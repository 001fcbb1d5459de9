package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.Assignments;
import io.dunlin.ledger.CustomFields;
import io.dunlin.ledger.CustomFields.CustomField;
import io.dunlin.ledger.CustomerDetails;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.CustomerFiles;
import io.dunlin.ledger.CustomerOptions;
import io.dunlin.ledger.CustomerPanel;
import io.dunlin.ledger.DebtorAccount;
import io.dunlin.ledger.Group;
import io.dunlin.ledger.Groups;
import io.dunlin.tenancy.Users;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Everything written about the customer, its groups and the other accounts of its debtor. */
@Component
public class DetailsPanel implements CustomerPanel {
    private final CustomFields customFields;
    private final Groups groups;
    private final CustomerFiles files;
    private final Assignments assignments;
    private final CustomerOptions options;
    private final Users users;

    DetailsPanel(
            CustomFields customFields,
            Groups groups,
            CustomerFiles files,
            Assignments assignments,
            CustomerOptions options,
            Users users) {
        this.customFields = customFields;
        this.groups = groups;
        this.files = files;
        this.assignments = assignments;
        this.options = options;
        this.users = users;
    }

    /**
     * @param details what the form shows: the stored values, or what was typed and refused
     * @param problem sentence that says why it was refused; empty: it was not
     */
    public record View(
            CustomerDetails details,
            List<CustomField> customFields,
            List<Choice> groups,
            List<DebtorAccount> accounts,
            List<Person> people,
            CustomerOptions.Options options,
            String problem) {
        public record Choice(Group group, boolean isMember) {}

        /** A user who may look after the customer, and whether they do. */
        public record Person(long id, String name, boolean active, boolean isCollector, boolean isColleague) {}

        /** Empty: nobody yet. */
        public String collector() {
            return people.stream().filter(Person::isCollector).map(Person::name).collect(Collectors.joining());
        }

        public String colleagues() {
            return people.stream().filter(Person::isColleague).map(Person::name).collect(Collectors.joining(", "));
        }
    }

    @Override
    public String code() {
        return "details";
    }

    @Override
    public String label() {
        return "ledger.details.tab";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Right right() {
        return Right.SEE_CUSTOMERS;
    }

    @Override
    public String template() {
        return "ledger/web/detailsPanel";
    }

    @Override
    public Map<String, Object> show(CustomerFile file, Map<String, String> parameters) {
        return Map.of("view", view(file, file.details(), ""));
    }

    View view(CustomerFile file, CustomerDetails details, String problem) {
        return new View(
                details,
                customFields.of(CustomFields.Subject.CUSTOMER).stream()
                        .filter(field -> field.isUsed() || details.custom().get(field.position() - 1) != null)
                        .toList(),
                groups.all().stream()
                        .map(Groups.Counted::group)
                        .map(group -> new View.Choice(group, file.groups().contains(group)))
                        .toList(),
                files.accountsOf(file.debtor()),
                people(assignments.of(file.id())),
                options.of(file.id()),
                problem);
    }

    private List<View.Person> people(Assignments.Assignment assignment) {
        return users.all().stream()
                .map(user -> new View.Person(
                        user.id().value(),
                        user.name(),
                        user.active(),
                        user.id().equals(assignment.collector()),
                        assignment.colleagues().contains(user.id())))
                .toList();
    }
}
