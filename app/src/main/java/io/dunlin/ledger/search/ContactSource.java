package io.dunlin.ledger.search;

import static io.dunlin.ledger.tables.Contact.CONTACT;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.tenancy.tables.Company.COMPANY;
import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerAddress;
import io.dunlin.ledger.search.Hits.Candidate;
import io.dunlin.ledger.search.Subjects.Kind;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.web.SearchHit;
import io.dunlin.web.SearchQuery;
import io.dunlin.web.SearchSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people at customers by name and e-mail address; who receives the reminders comes first. */
@Component
class ContactSource implements SearchSource {
    private final DSLContext sql;
    private final Hits hits;

    ContactSource(DSLContext sql, Hits hits) {
        this.sql = sql;
        this.hits = hits;
    }

    @Override
    public String textKey() {
        return "ledger.search.contacts";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Right right() {
        return Right.SEE_CUSTOMERS;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SearchHit> find(SearchQuery query, int most) {
        return hits.best(Kind.CONTACT, query, most, numbers -> candidates(query, numbers));
    }

    private List<Candidate> candidates(SearchQuery query, Select<Record1<Long>> numbers) {
        var found = numbers.asTable("numbers");
        return sql.select(
                        CONTACT.ID,
                        CONTACT.FIRST_NAME,
                        CONTACT.NAME,
                        CONTACT.EMAIL,
                        CONTACT.FOR_COLLECTION,
                        CUSTOMER.CODE,
                        CUSTOMER.NAME,
                        COMPANY.CODE)
                .from(found)
                .join(CONTACT)
                .on(CONTACT.TENANT_ID.eq(CurrentTenant.id()))
                .and(CONTACT.ID.eq(found.field(0, Long.class)))
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(CONTACT.TENANT_ID))
                .and(CUSTOMER.ID.eq(CONTACT.CUSTOMER_ID))
                .join(COMPANY)
                .on(COMPANY.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(COMPANY.ID.eq(CUSTOMER.COMPANY_ID))
                .fetch(row -> new Candidate(
                        hit(query, row), row.get(CONTACT.ID), row.get(CONTACT.FOR_COLLECTION) ? ONE : ZERO));
    }

    private static SearchHit hit(SearchQuery query, Record row) {
        var name = joined(" ", row.get(CONTACT.FIRST_NAME), row.get(CONTACT.NAME));
        return new SearchHit(
                name,
                joined(" · ", row.get(CUSTOMER.NAME), row.get(CONTACT.EMAIL)),
                CustomerAddress.of(row.get(COMPANY.CODE), row.get(CUSTOMER.CODE)) + "/contacts",
                "user",
                query.rank(name, row.get(CONTACT.NAME), row.get(CONTACT.EMAIL)));
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
    }
}
