package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static org.jooq.impl.DSL.select;

import io.dunlin.ledger.CustomerMatches.Matching;
import io.dunlin.tenancy.Company;
import io.dunlin.web.TableRequest;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customers of a company with what they owe. A page of all of them is two statements: its rows, which an index has in their order, and
 * the totals. A page of some is one.
 */
@Component
public class Customers {
    private static final int EXPORT_FETCH = 1_000;

    private final DSLContext sql;
    private final CustomerMatches matches;

    public Customers(DSLContext sql, CustomerMatches matches) {
        this.sql = sql;
        this.matches = matches;
    }

    /** One page; the largest overdue first where the request asks for no order. */
    @Transactional(readOnly = true)
    public CustomerList list(Company company, CustomerFilter filter, TableRequest request) {
        var matching = matches.of(company, filter);
        if (filter.isNarrow()) {
            return new FoundCustomers(matching, request).list(sql);
        }
        var columns = new CustomerLineColumns(request.columns());
        return new CustomerList(lines(matching, request).fetch(columns::read), totals(matching, request));
    }

    /** All lines of the filtered set, one after the other, for a file. */
    @Transactional(readOnly = true)
    public void each(Company company, CustomerFilter filter, TableRequest request, Consumer<CustomerLine> reader) {
        var whole = new TableRequest(
                request.text(), request.sort(), request.descending(), 1, Integer.MAX_VALUE, request.columns());
        try (var rows = lines(matches.of(company, filter), whole)
                .fetchSize(EXPORT_FETCH)
                .fetchLazy()) {
            var columns = new CustomerLineColumns(request.columns());
            rows.forEach(row -> reader.accept(columns.read(row)));
        }
    }

    /** What the rows of the filtered set add up to. */
    @Transactional(readOnly = true)
    public CustomerList.Totals totals(Company company, CustomerFilter filter, TableRequest request) {
        return totals(matches.of(company, filter), request);
    }

    private Select<? extends Record> lines(Matching matching, TableRequest request) {
        var order = new CustomerOrder(request);
        order.needs(matching.scope());
        // The rows of one page, found with as few tables as filter and order need.
        var picked = select(CUSTOMER_FACT.TENANT_ID, CUSTOMER_FACT.CUSTOMER_ID)
                .from(matching.from())
                .where(matching.condition())
                .orderBy(order.sorted(), CUSTOMER_FACT.CUSTOMER_ID.asc())
                .limit(request.size())
                .offset(request.offset())
                .asTable("picked");
        return sql.select(new CustomerLineColumns(request.columns()).fields())
                .from(CustomerLineColumns.of(picked))
                .orderBy(order.sorted(), CUSTOMER.ID.asc());
    }

    private CustomerList.Totals totals(Matching matching, TableRequest request) {
        var totals = CustomerTotals.ofFacts(request.columns());
        return sql.select(totals.fields())
                .from(matching.from())
                .where(matching.condition())
                .fetchSingle(totals::read);
    }
}
