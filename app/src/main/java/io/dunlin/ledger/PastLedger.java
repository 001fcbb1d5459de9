package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.DebtorFact.DEBTOR_FACT;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.criteria.PastTables;
import io.dunlin.criteria.Subject;
import io.dunlin.database.Planning;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Items, and the figures of customers and debtors, on a day of the past. Which customers are one debtor is as it is today. */
@Component
class PastLedger implements PastTables {
    private final DSLContext sql;
    private final Companies companies;

    PastLedger(DSLContext sql, Companies companies) {
        this.sql = sql;
        this.companies = companies;
    }

    @Override
    public Map<Table<?>, Table<?>> on(LocalDate day, Company company, Set<Subject> about) {
        var then = new HashMap<Table<?>, Table<?>>();
        var looked = about.contains(Subject.DEBTOR)
                ? sharingDebtorsWith(company)
                : about.contains(Subject.CUSTOMER) ? List.of(company) : List.<Company>of();
        // One by one, as each is worked out at the rates of its own currency.
        looked.forEach(one -> customers(day, one));
        if (about.contains(Subject.CUSTOMER)) {
            then.put(CUSTOMER_FACT, kept(factsOf(company), CUSTOMER_FACT));
        }
        if (about.contains(Subject.DEBTOR)) {
            var accounts = looked.stream()
                    .map(one -> kept(factsOf(one), CUSTOMER_FACT))
                    .<Select<Record>>map(facts -> select(facts.fields()).from(facts))
                    .reduce(Select::unionAll)
                    .orElseThrow();
            new DebtorFacts(sql).keepApart("debtor_fact_then", accounts, day);
            then.put(DEBTOR_FACT, kept("debtor_fact_then", DEBTOR_FACT));
        }
        if (about.contains(Subject.ITEM)) {
            Staging.keepApart(sql, "item_then", items(day, company));
            then.put(ITEM, kept("item_then", ITEM));
        }
        return then;
    }

    private void customers(LocalDate day, Company company) {
        var scope = new FactScope(company, day, null, CurrencyFactors.lookedUp(sql, company, day));
        Planning.withoutNestedLoops(sql, () -> new CustomerFacts(sql, scope).keepApart(factsOf(company)));
    }

    private static String factsOf(Company company) {
        return "customer_fact_then_" + company.id().value();
    }

    /** The company, and those that have a customer of the same legal person as one of its own. */
    private List<Company> sharingDebtorsWith(Company company) {
        var other = CUSTOMER.as("other");
        var sharing = sql.selectDistinct(CUSTOMER.COMPANY_ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(exists(selectOne()
                        .from(other)
                        .where(other.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                        .and(other.DEBTOR_ID.eq(CUSTOMER.DEBTOR_ID))
                        .and(other.COMPANY_ID.eq(company.id()))))
                .fetchSet(CUSTOMER.COMPANY_ID);
        return companies.all().stream()
                .filter(one -> one.id().equals(company.id()) || sharing.contains(one.id()))
                .toList();
    }

    /** With the columns of the table that it stands for. */
    private static Table<?> kept(String kept, Table<?> like) {
        return select(Arrays.stream(like.fields())
                        .map(column -> field(name(kept, column.getName()), column.getDataType()))
                        .toList())
                .from(table(name(kept)))
                .asTable(kept);
    }

    /** Those that were issued by then; what came of them later has not happened. */
    private static Select<?> items(LocalDate day, Company company) {
        var isOpen = ITEM_PERIOD.ITEM_ID.isNotNull();
        var then = Map.<Field<?>, Field<?>>of(
                ITEM.OPEN_AMOUNT, coalesce(ITEM_PERIOD.OPEN_AMOUNT, inline(BigDecimal.ZERO)),
                ITEM.DUE_DATE, coalesce(ITEM_PERIOD.DUE_DATE, ITEM.DUE_DATE),
                ITEM.CLEARED_ON, when(isOpen, inline((LocalDate) null)).otherwise(least(ITEM.CLEARED_ON, val(day))),
                ITEM.OPEN_UNTIL,
                        when(isOpen, cast(inline("infinity"), SQLDataType.LOCALDATE))
                                .otherwise(least(ITEM.OPEN_UNTIL, val(day))));
        return select(Arrays.stream(ITEM.fields())
                        .map(column -> then.getOrDefault(column, column).as(column.getName()))
                        .toList())
                .from(ITEM)
                .leftJoin(ITEM_PERIOD)
                .on(ITEM_PERIOD.TENANT_ID.eq(ITEM.TENANT_ID))
                .and(ITEM_PERIOD.ITEM_ID.eq(ITEM.ID))
                .and(ITEM_PERIOD.VALID_FROM.le(day))
                .and(ITEM_PERIOD.VALID_TO.gt(day))
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.COMPANY_ID.eq(company.id()))
                .and(ITEM.ISSUE_DATE.le(day));
    }
}
