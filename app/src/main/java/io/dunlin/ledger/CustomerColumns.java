package io.dunlin.ledger;

import static java.util.stream.Collectors.toSet;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.web.Column.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The columns that a list of customers can have besides its usual ones: those made for it, and every indicator of customers and debtors. */
@Component
public class CustomerColumns {
    /** What every list shows; the debtor by its name. */
    private static final Set<String> USUAL =
            Set.of("code", "name", "city", "receivable", "overdue", "overduePercent", "oldest", "delay", "debtor");

    private static final String OF_CUSTOMERS = "customer.";

    private final Catalogue catalogue;
    private final Selections selections;
    private final CodeOrder codes;

    public CustomerColumns(Catalogue catalogue, Selections selections, CodeOrder codes) {
        this.catalogue = catalogue;
        this.selections = selections;
        this.codes = codes;
    }

    /** In the order in which they are offered; custom fields used or not. */
    @Transactional(readOnly = true)
    public List<CustomerColumn> all() {
        var own = CustomerColumn.own().stream().map(CustomerColumn::key).collect(toSet());
        var indicators = catalogue.now().all().stream()
                .filter(indicator -> indicator.subject() != Subject.ITEM)
                .map(this::column)
                .filter(column -> !USUAL.contains(column.key()) && !own.contains(column.key()));
        return Stream.concat(CustomerColumn.own().stream(), indicators).toList();
    }

    /** Those of the keys that there are, once each. */
    List<CustomerColumn> of(List<String> keys) {
        if (USUAL.containsAll(keys)) {
            return List.of();
        }
        var all = all();
        return keys.stream()
                .distinct()
                .flatMap(key -> all.stream().filter(column -> column.key().equals(key)))
                .toList();
    }

    /** What a list is sorted by where it is sorted by the column. */
    Function<Scope, Field<?>> order(CustomerColumn column) {
        var indicator = column.indicator();
        return indicator == null
                ? column.value()
                : scope -> codes.of(indicator, column.value().apply(scope));
    }

    private CustomerColumn column(Indicator indicator) {
        var code = indicator.code();
        return new CustomerColumn(
                code.startsWith(OF_CUSTOMERS) ? code.substring(OF_CUSTOMERS.length()) : code,
                kind(indicator.kind()),
                scope -> selections.column(indicator, scope),
                indicator);
    }

    /** How the values of an indicator stand in a table. */
    static Kind kind(Indicator.Kind kind) {
        return switch (kind) {
            case TEXT, FLAG, GRADE, CHOICE, SEVERAL -> Kind.TEXT;
            case AMOUNT -> Kind.AMOUNT;
            case COUNT -> Kind.COUNT;
            case DAYS -> Kind.DAYS;
            case PERCENT -> Kind.PERCENT;
            case SCORE, RISK -> Kind.NUMBER;
            case DATE -> Kind.DATE;
        };
    }
}
