package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Contact.CONTACT;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static io.dunlin.tenancy.tables.Company.COMPANY;
import static java.math.BigDecimal.ZERO;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.selectCount;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.SearchKey;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of single customers: everything about one account, and its changes by people. */
@Component
public class CustomerFiles {
    private static final io.dunlin.ledger.tables.Customer OTHER = CUSTOMER.as("account");
    private static final Field<Integer> ACCOUNTS = selectCount()
            .from(OTHER)
            .where(OTHER.TENANT_ID.eq(CUSTOMER.TENANT_ID))
            .and(OTHER.DEBTOR_ID.eq(CUSTOMER.DEBTOR_ID))
            .asField("accounts");
    private static final Field<Integer> CONTACTS = selectCount()
            .from(CONTACT)
            .where(CONTACT.TENANT_ID.eq(CUSTOMER.TENANT_ID))
            .and(CONTACT.CUSTOMER_ID.eq(CUSTOMER.ID))
            .asField("contacts");

    private final DSLContext sql;
    private final Groups groups;
    private final SearchWords words;
    private final Clock clock;

    public CustomerFiles(DSLContext sql, Groups groups, Clock clock) {
        this.sql = sql;
        this.groups = groups;
        this.words = new SearchWords(sql);
        this.clock = clock;
    }

    /** By code, in any case; leading zeros count. Throws {@link NotFound}. */
    @Transactional(readOnly = true)
    public CustomerFile get(Company company, String code) {
        return find(company, code).orElseThrow(() -> new NotFound("Customer", company.code() + "/" + code));
    }

    @Transactional(readOnly = true)
    public Optional<CustomerFile> find(Company company, String code) {
        return sql.select(CUSTOMER.fields())
                .select(CUSTOMER_FACT.fields())
                .select(DEBTOR.NAME, ACCOUNTS, CONTACTS)
                .from(CUSTOMER)
                .join(DEBTOR)
                .on(DEBTOR.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(DEBTOR.ID.eq(CUSTOMER.DEBTOR_ID))
                .leftJoin(CUSTOMER_FACT)
                .on(CUSTOMER_FACT.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(CUSTOMER_FACT.CUSTOMER_ID.eq(CUSTOMER.ID))
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.COMPANY_ID.eq(company.id()))
                .and(CUSTOMER.CODE_KEY.eq(code.strip().toUpperCase(Locale.ROOT)))
                .fetchOptional(row -> new CustomerFile(
                        row.get(CUSTOMER.ID),
                        company,
                        CustomerFields.details(row),
                        row.get(CUSTOMER.DEBTOR_ID),
                        row.get(DEBTOR.NAME),
                        row.get(ACCOUNTS),
                        groups.of(row.get(CUSTOMER.ID)),
                        row.get(CONTACTS),
                        CustomerFields.facts(row),
                        row.get(CUSTOMER.CREATED_IMPORT),
                        row.get(CUSTOMER.CHANGED_IMPORT),
                        row.get(CUSTOMER.VERSION)));
    }

    /** All accounts of a debtor in all companies, the largest first. */
    @Transactional(readOnly = true)
    public List<DebtorAccount> accountsOf(DebtorId debtor) {
        var receivable = coalesce(CUSTOMER_FACT.RECEIVABLE, ZERO);
        var overdue = coalesce(CUSTOMER_FACT.OVERDUE, ZERO);
        return sql.select(
                        COMPANY.CODE, COMPANY.NAME, COMPANY.CURRENCY, CUSTOMER.CODE, CUSTOMER.NAME, receivable, overdue)
                .from(CUSTOMER)
                .join(COMPANY)
                .on(COMPANY.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(COMPANY.ID.eq(CUSTOMER.COMPANY_ID))
                .leftJoin(CUSTOMER_FACT)
                .on(CUSTOMER_FACT.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(CUSTOMER_FACT.CUSTOMER_ID.eq(CUSTOMER.ID))
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.DEBTOR_ID.eq(debtor))
                .orderBy(receivable.desc(), CUSTOMER.CODE)
                .fetch(row -> new DebtorAccount(
                        row.get(COMPANY.CODE),
                        row.get(COMPANY.NAME),
                        Currency.getInstance(row.get(COMPANY.CURRENCY)),
                        row.get(CUSTOMER.CODE),
                        row.get(CUSTOMER.NAME),
                        row.get(receivable),
                        row.get(overdue)));
    }

    /**
     * Changes what people may change: all but code, Legal ID and country, which decide whose debt it is and come with
     * files. Refused where somebody else has changed the file since {@code version}.
     */
    @Transactional
    public void change(CustomerId id, int version, CustomerDetails details, Set<Long> memberOf) {
        change(id, version, details, memberOf, null);
    }

    /** @param assignment who looks after the customer from now on; null: as before */
    @Transactional
    public void change(
            CustomerId id,
            int version,
            CustomerDetails details,
            Set<Long> memberOf,
            Assignments.@Nullable Assignment assignment) {
        var changed = sql.update(CUSTOMER)
                .set(CustomerFields.editable(details))
                .set(CUSTOMER.SEARCH_KEY, SearchKey.of(details.name(), details.code()))
                .set(CUSTOMER.CHANGED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.ID.eq(id))
                .and(CUSTOMER.VERSION.eq(version))
                .execute();
        if (changed == 0) {
            throw new Rejected("ledger.details.changedMeanwhile");
        }
        groups.assign(id, memberOf);
        if (assignment != null) {
            new Assignments(sql).change(id, assignment);
        }
        words.renew(id);
    }
}
