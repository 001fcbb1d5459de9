package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Colleague.COLLEAGUE;
import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Indicator.Value;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Subject;
import java.util.List;
import org.jooq.TableField;
import org.springframework.stereotype.Component;

/** Whose customer it is, and which groups it belongs to. */
@Component
class CustomerPeople implements IndicatorSource {
    private static final String SECTION = "assignment";

    @Override
    public List<Indicator> indicators() {
        return List.of(
                several("groups", GROUP_MEMBER.GROUP_ID),
                Indicator.of(
                        "customer.collector",
                        Subject.CUSTOMER,
                        Kind.CHOICE,
                        SECTION,
                        "ledger.indicator.collector",
                        scope -> scope.of(CUSTOMER_ASSIGNMENT.COLLECTOR_ID)),
                several("colleagues", COLLEAGUE.USER_ID));
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
