package io.dunlin.ledger.search;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.tenancy.tables.Company.COMPANY;
import static java.math.BigDecimal.ZERO;
import static org.jooq.impl.DSL.coalesce;

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

/** Customers of all companies by code, name, trading name and Legal ID; who owes more comes first. */
@Component
class CustomerSource implements SearchSource {
    private final DSLContext sql;
    private final Hits hits;

    CustomerSource(DSLContext sql, Hits hits) {
        this.sql = sql;
        this.hits = hits;
    }

    @Override
    public String textKey() {
        return "ledger.search.customers";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Right right() {
        return Right.SEE_CUSTOMERS;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SearchHit> find(SearchQuery query, int most) {
        return hits.best(Kind.CUSTOMER, query, most, numbers -> candidates(query, numbers));
    }

    private List<Candidate> candidates(SearchQuery query, Select<Record1<Long>> numbers) {
        var found = numbers.asTable("numbers");
        var receivable = coalesce(CUSTOMER_FACT.RECEIVABLE, ZERO);
        return sql.select(
                        CUSTOMER.ID,
                        CUSTOMER.CODE,
                        CUSTOMER.NAME,
                        CUSTOMER.TRADING_NAME,
                        CUSTOMER.LEGAL_ID,
                        CUSTOMER.CITY,
                        COMPANY.CODE,
                        COMPANY.NAME,
                        receivable)
                .from(found)
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.ID.coerce(Long.class).eq(found.field(0, Long.class)))
                .join(COMPANY)
                .on(COMPANY.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(COMPANY.ID.eq(CUSTOMER.COMPANY_ID))
                .leftJoin(CUSTOMER_FACT)
                .on(CUSTOMER_FACT.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(CUSTOMER_FACT.CUSTOMER_ID.eq(CUSTOMER.ID))
                .fetch(row ->
                        new Candidate(hit(query, row), row.get(CUSTOMER.ID).value(), row.get(receivable)));
    }

    private static SearchHit hit(SearchQuery query, Record row) {
        var name = row.get(CUSTOMER.NAME);
        var code = row.get(CUSTOMER.CODE);
        var trading = row.get(CUSTOMER.TRADING_NAME);
        var detail = Stream.of(code, trading, row.get(CUSTOMER.CITY), row.get(COMPANY.NAME))
                .filter(Objects::nonNull)
                .filter(part -> !part.equalsIgnoreCase(name))
                .collect(Collectors.joining(" · "));
        return new SearchHit(
                name,
                detail,
                CustomerAddress.of(row.get(COMPANY.CODE), code),
                "building",
                query.rank(name, code, trading, row.get(CUSTOMER.LEGAL_ID)));
    }
}
