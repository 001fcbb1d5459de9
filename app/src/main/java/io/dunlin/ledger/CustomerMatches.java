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
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Selection;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.kernel.SearchKey;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A filter of customers as a condition over their facts, and what is beside them. */
@Component
public class CustomerMatches {
    private final Selections selections;
    private final SavedSearches searches;
    private final Clock clock;

    public CustomerMatches(Selections selections, SavedSearches searches, Clock clock) {
        this.selections = selections;
        this.searches = searches;
        this.clock = clock;
    }

    /**
     * The customers of a company that fit, by their facts: every customer has its row of them.
     *
     * @param scope joins what else is asked for
     */
    record Matching(Scope scope, Condition condition) {
        /** Complete once all is asked for. */
        Table<?> from() {
            return scope.from();
        }
    }

    /** @throws BadCriteria with the place, where the criteria of the filter mean nothing */
    Matching of(Company company, CustomerFilter filter) {
        // In one pass with all else: to look up customers and facts once more would double the work of the list.
        var selection = filter.criteria().isEmpty()
                ? new Selection(selections.rows(CUSTOMER_FACT, company.today(clock)), noCondition())
                : selections.over(
                        CUSTOMER_FACT,
                        Subject.CUSTOMER,
                        searches.asked(Subject.CUSTOMER, filter.criteria()),
                        company.today(clock));
        var scope = selection.scope();
        var condition = CUSTOMER_FACT.TENANT_ID.eq(CurrentTenant.id()).and(CUSTOMER_FACT.COMPANY_ID.eq(company.id()));
        for (var word : SearchKey.of(filter.text()).split(" ")) {
            if (!word.isEmpty()) {
                condition = condition.and(scope.of(CUSTOMER.SEARCH_KEY).contains(word));
            }
        }
        if (filter.overdueOnly()) {
            condition = condition.and(CUSTOMER_FACT.OVERDUE.gt(ZERO));
        }
        if (filter.blockedOnly()) {
            condition = condition.and(scope.of(CUSTOMER.BLOCKED));
        }
        if (filter.group() != null) {
            condition = condition.and(belongsTo(filter.group()));
        }
        if (!filter.choice().isAll()) {
            scope.need(CUSTOMER);
            condition = condition.and(filter.choice().holds());
        }
        if (filter.only() != null) {
            condition = condition.and(CUSTOMER_FACT.CUSTOMER_ID.in(filter.only()));
        }
        if (!filter.except().isEmpty()) {
            condition = condition.and(CUSTOMER_FACT.CUSTOMER_ID.notIn(filter.except()));
        }
        return new Matching(scope, condition.and(selection.criteria()));
    }

    /** Customers with what is beside them, for columns. */
    Scope customers(Company company) {
        return selections.rows(CUSTOMER, company.today(clock));
    }

    /** The numbers of the customers that fit, as runs of rules know them. */
    @Transactional(readOnly = true)
    public Select<Record1<Long>> numbers(Company company, CustomerFilter filter) {
        var matching = of(company, filter);
        return select(CUSTOMER_FACT.CUSTOMER_ID.coerce(SQLDataType.BIGINT))
                .from(matching.from())
                .where(matching.condition());
    }

    private static Condition belongsTo(String group) {
        return exists(selectOne()
                .from(GROUP_MEMBER)
                .join(CUSTOMER_GROUP)
                .on(CUSTOMER_GROUP.TENANT_ID.eq(GROUP_MEMBER.TENANT_ID))
                .and(CUSTOMER_GROUP.ID.eq(GROUP_MEMBER.GROUP_ID))
                .where(GROUP_MEMBER.TENANT_ID.eq(CUSTOMER_FACT.TENANT_ID))
                .and(GROUP_MEMBER.CUSTOMER_ID.eq(CUSTOMER_FACT.CUSTOMER_ID))
                .and(CUSTOMER_GROUP.NAME.eq(group)));
    }
}
