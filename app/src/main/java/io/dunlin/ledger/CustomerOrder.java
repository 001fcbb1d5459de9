package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static java.math.BigDecimal.ZERO;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.nullif;

import io.dunlin.criteria.Scope;
import io.dunlin.web.TableRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;

/** The order of a list of customers: the largest overdue first where none is asked for. */
record CustomerOrder(TableRequest request) {
    /** What a list may be sorted by besides its further columns. The search key starts with the name and has an index. */
    private static final Map<String, Field<?>> SORTABLE = Map.of(
            "code", CUSTOMER.CODE_KEY,
            "name", CUSTOMER.SEARCH_KEY,
            "city", CUSTOMER.CITY,
            "receivable", CUSTOMER_FACT.RECEIVABLE,
            "overdue", CUSTOMER_FACT.OVERDUE,
            "overduePercent", CUSTOMER_FACT.OVERDUE.div(nullif(CUSTOMER_FACT.RECEIVABLE, ZERO)),
            // In days, like the column: the older the more.
            "oldest", localDateDiff(inline(LocalDate.EPOCH), CUSTOMER_FACT.OLDEST_DUE_DATE),
            "delay", CUSTOMER_FACT.AVERAGE_DELAY,
            "debtor", DEBTOR.NAME);

    private static final Set<String> OF_FACTS = Set.of("receivable", "overdue", "overduePercent", "oldest", "delay");

    /** Joins what the order goes by. */
    void needs(Scope scope) {
        if (known() != null && !OF_FACTS.contains(request.sort())) {
            scope.need(CUSTOMER);
            scope.need(DEBTOR);
        }
    }

    Field<?> field() {
        var known = known();
        return known == null ? CUSTOMER_FACT.OVERDUE : known;
    }

    SortField<?> sorted() {
        return sorted(field());
    }

    /** @param column where {@link #field} stands under another name */
    SortField<?> sorted(Field<?> column) {
        return known() == null
                // There always is one, and the index knows them in this order.
                ? column.desc()
                : request.descending()
                        ? column.desc().nullsLast()
                        : column.asc().nullsLast();
    }

    private @Nullable Field<?> known() {
        var usual = SORTABLE.get(request.sort());
        return usual != null
                ? usual
                : CustomerColumn.find(request.sort())
                        .<Field<?>>map(CustomerColumn::field)
                        .orElse(null);
    }
}
