package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Colleague.COLLEAGUE;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.CustomerOption.CUSTOMER_OPTION;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static io.dunlin.ledger.tables.DebtorFact.DEBTOR_FACT;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.tenancy.tables.Company.COMPANY;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;

import io.dunlin.criteria.Link;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.SubjectTables;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Where customers, debtors and items stand, and how one leads to the other. */
@Component
class LedgerTables implements SubjectTables {
    @Override
    public Map<Subject, Table<?>> tables() {
        return Map.of(Subject.CUSTOMER, CUSTOMER, Subject.DEBTOR, DEBTOR, Subject.ITEM, ITEM);
    }

    @Override
    public List<Link> links() {
        return List.of(
                new Link(ITEM.CUSTOMER_ID, CUSTOMER.ID),
                new Link(ITEM.COMPANY_ID, COMPANY.ID),
                new Link(CUSTOMER.COMPANY_ID, COMPANY.ID),
                new Link(CUSTOMER.DEBTOR_ID, DEBTOR.ID),
                new Link(CUSTOMER.ID, CUSTOMER_FACT.CUSTOMER_ID),
                new Link(CUSTOMER_FACT.CUSTOMER_ID, CUSTOMER.ID),
                new Link(CUSTOMER.ID, CUSTOMER_ASSIGNMENT.CUSTOMER_ID),
                new Link(CUSTOMER.ID, CUSTOMER_OPTION.CUSTOMER_ID),
                new Link(DEBTOR.ID, DEBTOR_FACT.DEBTOR_ID),
                new Link(GROUP_MEMBER.CUSTOMER_ID, CUSTOMER.ID),
                new Link(COLLEAGUE.CUSTOMER_ID, CUSTOMER.ID));
    }

    @Override
    public Field<String> folded(Field<String> text) {
        return function(name("ledger", "search_key"), String.class, text);
    }
}
