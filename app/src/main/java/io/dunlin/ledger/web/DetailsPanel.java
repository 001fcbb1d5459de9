package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomFields;
import io.dunlin.ledger.CustomFields.CustomField;
import io.dunlin.ledger.CustomerDetails;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.CustomerFiles;
import io.dunlin.ledger.CustomerPanel;
import io.dunlin.ledger.DebtorAccount;
import io.dunlin.ledger.Group;
import io.dunlin.ledger.Groups;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Everything written about the customer, its groups and the other accounts of its debtor. */
@Component
public class DetailsPanel implements CustomerPanel {
    private final CustomFields customFields;
    private final Groups groups;
    private final CustomerFiles files;

    DetailsPanel(CustomFields customFields, Groups groups, CustomerFiles files) {
        this.customFields = customFields;
        this.groups = groups;
        this.files = files;
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
            String problem) {
        public record Choice(Group group, boolean isMember) {}
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
                problem);
    }
}
