package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import io.dunlin.ledger.CustomerMatches.Matching;
import io.dunlin.web.TableRequest;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;

/**
 * A page of the customers that a filter finds, with the totals of all of them: they are looked for once, in one statement.
 *
 * @param lines over customers, with the columns
 */
record FoundCustomers(
        Matching matching,
        CustomerOrder order,
        TableRequest request,
        List<CustomerColumn> columns,
        CustomerLines lines) {
    private static final Name FOUND = name("found");
    private static final Field<CustomerId> ID = field(
            FOUND.append(CUSTOMER_FACT.CUSTOMER_ID.getUnqualifiedName()), CUSTOMER_FACT.CUSTOMER_ID.getDataType());
    private static final Field<Object> PLACE = field(FOUND.append("place"));
    private static final Field<Object> PICKED_PLACE = field(name("picked", "place"));

    CustomerList list(DSLContext sql) {
        var found = FOUND.asMaterialized(
                select(CUSTOMER_FACT.CUSTOMER_ID, order.field(matching.scope()).as(PLACE.getUnqualifiedName()))
                        .select(CustomerTotals.parts(matching.scope(), columns))
                        .from(matching.from())
                        .where(matching.condition()));
        var totals = CustomerTotals.of(found, columns);
        var sums = select(totals.fields()).from(found).asTable(CustomerTotals.ALIAS);
        var rows = sql.with(found)
                .select(sums.fields())
                .select(lines.fields())
                .from(sums)
                .leftJoin(lines.of(page()))
                .on(trueCondition())
                .orderBy(order.by(PICKED_PLACE), CUSTOMER.ID.asc())
                .fetch();
        return new CustomerList(
                rows.stream()
                        .filter(row -> row.get(CUSTOMER.ID) != null)
                        .map(lines::read)
                        .toList(),
                totals.read(rows.getFirst()));
    }

    private Table<?> page() {
        return select(ID, PLACE)
                .from(FOUND)
                .orderBy(order.by(PLACE), ID.asc())
                .limit(request.size())
                .offset(request.offset())
                .asTable("picked");
    }
}
