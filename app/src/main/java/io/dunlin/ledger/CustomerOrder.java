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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list of customers.
 *
 * @param value what it goes by; null: none is asked for, and the largest overdue comes first
 */
record CustomerOrder(@Nullable Function<Scope, Field<?>> value, boolean descending) {
    /** What a list may be sorted by besides its further columns. The search key starts with the name and has an index. */
    private static final Map<String, Function<Scope, Field<?>>> USUAL = Map.of(
            "code", scope -> scope.of(CUSTOMER.CODE_KEY),
            "name", scope -> scope.of(CUSTOMER.SEARCH_KEY),
            "city", scope -> scope.of(CUSTOMER.CITY),
            "receivable", scope -> scope.of(CUSTOMER_FACT.RECEIVABLE),
            "overdue", scope -> scope.of(CUSTOMER_FACT.OVERDUE),
            "overduePercent",
                    scope -> scope.of(CUSTOMER_FACT.OVERDUE).div(nullif(scope.of(CUSTOMER_FACT.RECEIVABLE), ZERO)),
            // In days, like the column: the older the more.
            "oldest", scope -> localDateDiff(inline(LocalDate.EPOCH), scope.of(CUSTOMER_FACT.OLDEST_DUE_DATE)),
            "delay", scope -> scope.of(CUSTOMER_FACT.AVERAGE_DELAY),
            "debtor", scope -> scope.of(DEBTOR.NAME));

    static CustomerOrder of(TableRequest request, CustomerColumns columns) {
        var usual = USUAL.get(request.sort());
        var value = usual != null || request.sort().isEmpty()
                ? usual
                : columns.of(List.of(request.sort())).stream()
                        .findFirst()
                        .map(columns::order)
                        .orElse(null);
        return new CustomerOrder(value, request.descending());
    }

    Field<?> field(Scope scope) {
        return value == null ? scope.of(CUSTOMER_FACT.OVERDUE) : value.apply(scope);
    }

    /** @param column where {@link #field} stands */
    SortField<?> by(Field<?> column) {
        if (value == null) {
            // There always is one, and the index knows them in this order.
            return column.desc();
        }
        return descending ? column.desc().nullsLast() : column.asc().nullsLast();
    }
}
