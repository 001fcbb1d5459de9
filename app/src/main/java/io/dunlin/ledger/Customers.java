package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.dunlin.ledger.CustomerMatches.Matching;
import io.dunlin.tenancy.Company;
import io.dunlin.web.TableRequest;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customers of a company with what they owe. A page of all of them is two statements: its rows, which an index has in their order, and
 * the totals. A page of some is one.
 */
@Component
public class Customers {
    private static final int EXPORT_FETCH = 1_000;

    private static final Name PICKED = name("picked");
    private static final Field<Object> PLACE = field(PICKED.append("place"));

    private final DSLContext sql;
    private final CustomerMatches matches;
    private final CustomerColumns columns;

    public Customers(DSLContext sql, CustomerMatches matches, CustomerColumns columns) {
        this.sql = sql;
        this.matches = matches;
        this.columns = columns;
    }

    /** One page; the largest overdue first where the request asks for no order. */
    @Transactional(readOnly = true)
    public CustomerList list(Company company, CustomerFilter filter, TableRequest request) {
        var further = columns.of(request.columns());
        var matching = matches.of(company, filter);
        var lines = new CustomerLines(matches.customers(company), further);
        if (filter.isNarrow()) {
            return new FoundCustomers(matching, CustomerOrder.of(request, columns), request, further, lines).list(sql);
        }
        var page = select(matching, lines, request).fetch(lines::read);
        return new CustomerList(page, totals(matching, further));
    }

    /** All lines of the filtered set, one after the other, for a file. */
    @Transactional(readOnly = true)
    public void each(Company company, CustomerFilter filter, TableRequest request, Consumer<CustomerLine> reader) {
        var whole = new TableRequest(
                request.text(), request.sort(), request.descending(), 1, Integer.MAX_VALUE, request.columns());
        var lines = new CustomerLines(matches.customers(company), columns.of(request.columns()));
        try (var rows = select(matches.of(company, filter), lines, whole)
                .fetchSize(EXPORT_FETCH)
                .fetchLazy()) {
            rows.forEach(row -> reader.accept(lines.read(row)));
        }
    }

    /** What the rows of the filtered set add up to. */
    @Transactional(readOnly = true)
    public CustomerList.Totals totals(Company company, CustomerFilter filter, TableRequest request) {
        return totals(matches.of(company, filter), columns.of(request.columns()));
    }

    private Select<? extends Record> select(Matching matching, CustomerLines lines, TableRequest request) {
        var order = CustomerOrder.of(request, columns);
        var place = order.field(matching.scope());
        // The rows of one page, found with as few tables as filter and order need.
        var picked = DSL.select(CUSTOMER_FACT.CUSTOMER_ID, place.as(PLACE.getUnqualifiedName()))
                .from(matching.from())
                .where(matching.condition())
                .orderBy(order.by(place), CUSTOMER_FACT.CUSTOMER_ID.asc())
                .limit(request.size())
                .offset(request.offset())
                .asTable(PICKED);
        return sql.select(lines.fields()).from(lines.of(picked)).orderBy(order.by(PLACE), CUSTOMER.ID.asc());
    }

    private CustomerList.Totals totals(Matching matching, List<CustomerColumn> further) {
        var totals = CustomerTotals.ofFacts(matching.scope(), further);
        return sql.select(totals.fields())
                .from(matching.from())
                .where(matching.condition())
                .fetchSingle(totals::read);
    }
}
