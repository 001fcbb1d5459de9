package io.dunlin.ledger.search;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.tenancy.tables.Company.COMPANY;
import static java.math.BigDecimal.ZERO;
import static org.jooq.impl.DSL.coalesce;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerAddress;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.ProfileFlags;
import io.dunlin.ledger.search.Hits.Candidate;
import io.dunlin.ledger.search.Subjects.Kind;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.web.SearchHit;
import io.dunlin.web.SearchQuery;
import io.dunlin.web.SearchSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final ProfileFlags flags;

    CustomerSource(DSLContext sql, Hits hits, ProfileFlags flags) {
        this.sql = sql;
        this.hits = hits;
        this.flags = flags;
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
        var customers = new HashMap<String, CustomerId>();
        var best = hits.best(Kind.CUSTOMER, query, most, numbers -> candidates(query, numbers, customers));
        var marks = flags.byId(best.stream()
                .map(hit -> Objects.requireNonNull(customers.get(hit.address())))
                .toList());
        return best.stream()
                .map(hit -> hit.withFlag(marks.get(customers.get(hit.address()))))
                .toList();
    }

    /** @param customers takes up who is found at which address */
    private List<Candidate> candidates(
            SearchQuery query, Select<Record1<Long>> numbers, Map<String, CustomerId> customers) {
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
                .fetch(row -> {
                    var hit = hit(query, row);
                    customers.put(hit.address(), row.get(CUSTOMER.ID));
                    return new Candidate(hit, row.get(CUSTOMER.ID).value(), row.get(receivable));
                });
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
