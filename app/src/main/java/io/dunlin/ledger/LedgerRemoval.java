package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerBefore.CUSTOMER_BEFORE;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.CustomerFactLog.CUSTOMER_FACT_LOG;
import static io.dunlin.ledger.tables.CustomerGroup.CUSTOMER_GROUP;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static io.dunlin.ledger.tables.DebtorFact.DEBTOR_FACT;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemBefore.ITEM_BEFORE;
import static io.dunlin.ledger.tables.ItemHistory.ITEM_HISTORY;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CompanyRemoval;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Removes the ledgers of companies: items, customers, contacts, and debtors and groups that nobody else has. */
@Component
class LedgerRemoval implements CompanyRemoval {
    private final DSLContext sql;
    private final Facts facts;
    private final SearchWords words;
    private final Companies companies;

    LedgerRemoval(DSLContext sql, Facts facts, SearchWords words, Companies companies) {
        this.sql = sql;
        this.facts = facts;
        this.words = words;
        this.companies = companies;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(List<CompanyId> gone) {
        var shared = sharesDebtors(gone);
        var groups = groups(gone);
        delete(ITEM_HISTORY, ITEM_HISTORY.TENANT_ID.eq(CurrentTenant.id()).and(ITEM_HISTORY.COMPANY_ID.in(gone)));
        delete(ITEM_BEFORE, ITEM_BEFORE.TENANT_ID.eq(CurrentTenant.id()).and(ITEM_BEFORE.COMPANY_ID.in(gone)));
        delete(ITEM, ITEM.TENANT_ID.eq(CurrentTenant.id()).and(ITEM.COMPANY_ID.in(gone)));
        delete(
                CUSTOMER_BEFORE,
                CUSTOMER_BEFORE
                        .TENANT_ID
                        .eq(CurrentTenant.id())
                        .and(CUSTOMER_BEFORE.CUSTOMER_ID.in(select(CUSTOMER.ID)
                                .from(CUSTOMER)
                                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                                .and(CUSTOMER.COMPANY_ID.in(gone)))));
        delete(CUSTOMER_FACT, CUSTOMER_FACT.TENANT_ID.eq(CurrentTenant.id()).and(CUSTOMER_FACT.COMPANY_ID.in(gone)));
        delete(
                CUSTOMER_FACT_LOG,
                CUSTOMER_FACT_LOG.TENANT_ID.eq(CurrentTenant.id()).and(CUSTOMER_FACT_LOG.COMPANY_ID.in(gone)));
        // Contacts and memberships go with their customers.
        delete(CUSTOMER, CUSTOMER.TENANT_ID.eq(CurrentTenant.id()).and(CUSTOMER.COMPANY_ID.in(gone)));
        delete(DEBTOR_FACT, DEBTOR_FACT.TENANT_ID.eq(CurrentTenant.id()).and(hasNoCustomer(DEBTOR_FACT.DEBTOR_ID)));
        delete(DEBTOR, DEBTOR.TENANT_ID.eq(CurrentTenant.id()).and(hasNoCustomer(DEBTOR.ID)));
        delete(
                CUSTOMER_GROUP,
                CUSTOMER_GROUP
                        .TENANT_ID
                        .eq(CurrentTenant.id())
                        .and(CUSTOMER_GROUP.ID.in(groups))
                        .and(notExists(selectOne()
                                .from(GROUP_MEMBER)
                                .where(GROUP_MEMBER.TENANT_ID.eq(CurrentTenant.id()))
                                .and(GROUP_MEMBER.GROUP_ID.eq(CUSTOMER_GROUP.ID)))));
        words.renew();
        if (shared) {
            companies.all().stream()
                    .filter(company -> !gone.contains(company.id()))
                    .forEach(facts::rebuild);
        }
    }

    @Override
    public int order() {
        return 20;
    }

    /** Whether a debtor of theirs is also one of a company that stays: then its facts change. */
    private boolean sharesDebtors(List<CompanyId> gone) {
        var other = CUSTOMER.as("other");
        return sql.fetchExists(selectOne()
                .from(CUSTOMER)
                .join(other)
                .on(other.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(other.DEBTOR_ID.eq(CUSTOMER.DEBTOR_ID))
                .and(other.COMPANY_ID.notIn(gone))
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.COMPANY_ID.in(gone)));
    }

    private List<Long> groups(List<CompanyId> gone) {
        return sql.selectDistinct(GROUP_MEMBER.GROUP_ID)
                .from(GROUP_MEMBER)
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(GROUP_MEMBER.TENANT_ID))
                .and(CUSTOMER.ID.eq(GROUP_MEMBER.CUSTOMER_ID))
                .where(GROUP_MEMBER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.COMPANY_ID.in(gone))
                .fetch(GROUP_MEMBER.GROUP_ID);
    }

    private static Condition hasNoCustomer(Field<DebtorId> debtor) {
        return notExists(selectOne()
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.DEBTOR_ID.eq(debtor)));
    }

    private void delete(Table<?> table, Condition condition) {
        sql.deleteFrom(table).where(condition).execute();
    }
}
