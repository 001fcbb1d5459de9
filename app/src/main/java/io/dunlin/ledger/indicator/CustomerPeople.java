package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Colleague.COLLEAGUE;
import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Indicator.Value;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Subject;
import io.dunlin.ledger.Groups;
import io.dunlin.tenancy.Users;
import java.util.List;
import org.jooq.TableField;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whose customer it is, and which groups it belongs to. */
@Component
@Order(3)
class CustomerPeople implements IndicatorSource {
    private static final String SECTION = "assignment";

    private final Groups groups;
    private final Users users;

    CustomerPeople(Groups groups, Users users) {
        this.groups = groups;
        this.users = users;
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                several("groups", GROUP_MEMBER.GROUP_ID).withChoices(this::groups),
                Indicator.of(
                                "customer.collector",
                                Subject.CUSTOMER,
                                Kind.CHOICE,
                                SECTION,
                                "ledger.indicator.collector",
                                scope -> scope.of(CUSTOMER_ASSIGNMENT.COLLECTOR_ID))
                        .withChoices(this::people),
                several("colleagues", COLLEAGUE.USER_ID).withChoices(this::people));
    }

    private List<Choice> groups() {
        return groups.names().stream()
                .map(group -> new Choice(Long.toString(group.id()), group.name()))
                .toList();
    }

    private List<Choice> people() {
        return users.all().stream()
                .map(user -> new Choice(user.id().toString(), user.name()))
                .toList();
    }

    private static Indicator several(String name, TableField<?, ?> column) {
        return new Indicator(
                "customer." + name,
                Subject.CUSTOMER,
                Kind.SEVERAL,
                SECTION,
                "ledger.indicator." + name,
                new Value.Many(column),
                List.of());
    }
}
