package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.CustomerGroup.CUSTOMER_GROUP;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;
import static java.math.BigDecimal.ZERO;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.dunlin.criteria.BadCriteria;
import io.dunlin.criteria.SavedSearches;
import io.dunlin.criteria.Selection;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.kernel.SearchKey;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** A filter of customers as a condition over customers and their facts. */
@Component
public class CustomerMatches {
    /** What the lists of customers read anyway. */
    private static final Set<Table<?>> HERE = Set.of(CUSTOMER, CUSTOMER_FACT);

    private final Selections selections;
    private final SavedSearches searches;
    private final Clock clock;

    public CustomerMatches(Selections selections, SavedSearches searches, Clock clock) {
        this.selections = selections;
        this.searches = searches;
        this.clock = clock;
    }

    /**
     * A filter over facts.
     *
     * @param readsCustomers whether the customer must be joined too
     */
    record Matching(Condition condition, boolean readsCustomers) {}

    /** @throws BadCriteria with the place, where the criteria of the filter mean nothing */
    Matching of(Company company, CustomerFilter filter) {
        var condition = noCondition();
        var readsCustomers = !filter.text().isBlank()
                || filter.blockedOnly()
                || filter.group() != null
                || !filter.choice().isAll();
        for (var word : SearchKey.of(filter.text()).split(" ")) {
            if (!word.isEmpty()) {
                condition = condition.and(CUSTOMER.SEARCH_KEY.contains(word));
            }
        }
        if (filter.overdueOnly()) {
            condition = condition.and(CUSTOMER_FACT.OVERDUE.gt(ZERO));
        }
        if (filter.blockedOnly()) {
            condition = condition.and(CUSTOMER.BLOCKED);
        }
        if (filter.group() != null) {
            condition = condition.and(belongsTo(filter.group()));
        }
        condition = condition.and(filter.choice().holds());
        if (!filter.criteria().isEmpty()) {
            var selection = selections.of(
                    Subject.CUSTOMER, searches.asked(Subject.CUSTOMER, filter.criteria()), company.today(clock));
            var asked = selection.scope().asked();
            if (HERE.containsAll(asked)) {
                // In the same pass as the list itself: to look up customers and facts once more would double its work.
                condition = condition.and(selection.criteria());
                readsCustomers |= asked.contains(CUSTOMER);
            } else {
                condition = condition.and(CUSTOMER_FACT.CUSTOMER_ID.in(meeting(company, selection)));
            }
        }
        // By the facts: a list in their order reads no customer.
        if (filter.only() != null) {
            condition = condition.and(CUSTOMER_FACT.CUSTOMER_ID.in(filter.only()));
        }
        return new Matching(
                filter.except().isEmpty() ? condition : condition.and(CUSTOMER_FACT.CUSTOMER_ID.notIn(filter.except())),
                readsCustomers);
    }

    /** The numbers of the customers that fit. */
    Select<Record1<CustomerId>> ids(Company company, CustomerFilter filter) {
        return select(CUSTOMER.ID)
                .from(CUSTOMER)
                .join(CUSTOMER_FACT)
                .on(CUSTOMER_FACT.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(CUSTOMER_FACT.CUSTOMER_ID.eq(CUSTOMER.ID))
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.COMPANY_ID.eq(company.id()))
                .and(of(company, filter).condition());
    }

    /** A selection of its own, not tied to the row outside: it is made once for the whole list. */
    private static Select<Record1<CustomerId>> meeting(Company company, Selection selection) {
        return select(selection.scope().of(CUSTOMER.ID))
                .from(selection.from())
                .where(selection.where())
                .and(CUSTOMER.COMPANY_ID.eq(company.id()));
    }

    private static Condition belongsTo(String group) {
        return exists(selectOne()
                .from(GROUP_MEMBER)
                .join(CUSTOMER_GROUP)
                .on(CUSTOMER_GROUP.TENANT_ID.eq(GROUP_MEMBER.TENANT_ID))
                .and(CUSTOMER_GROUP.ID.eq(GROUP_MEMBER.GROUP_ID))
                .where(GROUP_MEMBER.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(GROUP_MEMBER.CUSTOMER_ID.eq(CUSTOMER.ID))
                .and(CUSTOMER_GROUP.NAME.eq(group)));
    }
}
