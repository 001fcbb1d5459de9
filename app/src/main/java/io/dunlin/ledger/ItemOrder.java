package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;

import io.dunlin.criteria.Scope;
import io.dunlin.ledger.ItemFilter.Status;
import io.dunlin.tenancy.Company;
import io.dunlin.web.TableRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.SortField;

/**
 * The order of a list of items.
 *
 * @param isConverted whether the value needs the {@link CurrencyFactors} beside the items
 */
record ItemOrder(Function<Scope, Field<?>> value, boolean descending, boolean isConverted) {
    /** What is not sorted by the very value that its column shows: names and codes without accents and case. */
    private static final Map<String, Function<Scope, Field<?>>> FOLDED = Map.of(
            "customer.code", scope -> scope.of(CUSTOMER.CODE_KEY),
            "customer.name", scope -> scope.of(CUSTOMER.SEARCH_KEY));

    static ItemOrder of(TableRequest request, Status status, Company company, ItemListColumns columns) {
        var key = request.sort();
        if (key.equals(ItemListColumn.CONVERTED.key())) {
            return new ItemOrder(
                    scope -> CurrencyFactors.inCompanyCurrency(ITEM.OPEN_AMOUNT, company), request.descending(), true);
        }
        var folded = FOLDED.get(key);
        if (folded != null) {
            return new ItemOrder(folded, request.descending(), false);
        }
        return (key.isEmpty() ? List.<ItemListColumn>of() : columns.known(List.of(key)))
                .stream()
                        .findFirst()
                        .map(column ->
                                new ItemOrder(scope -> columns.value(column, scope), request.descending(), false))
                        .orElseGet(() -> usual(status));
    }

    /** The oldest debt first; of what is over the latest. */
    private static ItemOrder usual(Status status) {
        return switch (status) {
            case OPEN, OVERDUE -> new ItemOrder(scope -> ITEM.DUE_DATE, false, false);
            case CLEARED -> new ItemOrder(scope -> ITEM.CLEARED_ON, true, false);
            case ALL -> new ItemOrder(scope -> ITEM.ISSUE_DATE, true, false);
        };
    }

    /** @param column where the value stands */
    SortField<?> by(Field<?> column) {
        return descending ? column.desc().nullsLast() : column.asc().nullsLast();
    }
}
