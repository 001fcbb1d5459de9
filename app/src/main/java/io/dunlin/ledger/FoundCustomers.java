package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import io.dunlin.ledger.CustomerMatches.Matching;
import io.dunlin.web.TableRequest;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;

/** A page of the customers that a filter finds, with the totals of all of them: they are looked for once, in one statement. */
record FoundCustomers(Matching matching, TableRequest request) {
    private static final Name FOUND = name("found");
    private static final Field<CustomerId> ID = field(
            FOUND.append(CUSTOMER_FACT.CUSTOMER_ID.getUnqualifiedName()), CUSTOMER_FACT.CUSTOMER_ID.getDataType());
    private static final Field<Object> PLACE = field(FOUND.append("place"));

    CustomerList list(DSLContext sql) {
        var order = new CustomerOrder(request);
        order.needs(matching.scope());
        var found = FOUND.asMaterialized(
                select(CUSTOMER_FACT.CUSTOMER_ID, order.field().as(PLACE.getUnqualifiedName()))
                        .select(CustomerTotals.parts(request.columns()))
                        .from(matching.from())
                        .where(matching.condition()));
        var totals = CustomerTotals.of(found, request.columns());
        var columns = new CustomerLineColumns(request.columns());
        var sums = select(totals.fields()).from(found).asTable(CustomerTotals.ALIAS);
        var rows = sql.with(found)
                .select(sums.fields())
                .select(columns.fields())
                .from(sums)
                .leftJoin(CustomerLineColumns.of(page(order)))
                .on(trueCondition())
                .orderBy(order.sorted(), CUSTOMER.ID.asc())
                .fetch();
        return new CustomerList(
                rows.stream()
                        .filter(row -> row.get(CUSTOMER.ID) != null)
                        .map(columns::read)
                        .toList(),
                totals.read(rows.getFirst()));
    }

    private Table<?> page(CustomerOrder order) {
        return select(ID)
                .from(FOUND)
                .orderBy(order.sorted(PLACE), ID.asc())
                .limit(request.size())
                .offset(request.offset())
                .asTable("picked");
    }
}
