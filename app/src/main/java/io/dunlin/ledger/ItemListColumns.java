package io.dunlin.ledger;

import static java.util.stream.Collectors.toSet;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The columns that a list of items can have: every indicator of items, customers and debtors. */
@Component
public class ItemListColumns {
    /** What the list shows unless something else is asked for, in this order. */
    private static final List<String> USUAL = List.of(
            "number",
            "kind",
            "customer.code",
            "customer.name",
            "issueDate",
            "dueDate",
            "daysOverdue",
            "originalAmount",
            "openAmount",
            "currency",
            ItemListColumn.CONVERTED.key(),
            "clearedOn",
            "purchaseOrder");

    private static final Set<String> USUAL_KEYS = Set.copyOf(USUAL);

    private final Catalogue catalogue;
    private final Selections selections;

    public ItemListColumns(Catalogue catalogue, Selections selections) {
        this.catalogue = catalogue;
        this.selections = selections;
    }

    /** In the order in which they are offered: the usual ones, then others of items, of customers, of debtors. */
    @Transactional(readOnly = true)
    public List<ItemListColumn> all() {
        var indicators = catalogue.now().all();
        var known = Stream.concat(
                        Stream.of(ItemListColumn.CONVERTED),
                        Stream.of(Subject.ITEM, Subject.CUSTOMER, Subject.DEBTOR)
                                .flatMap(subject -> indicators.stream()
                                        .filter(indicator -> indicator.subject() == subject)
                                        .map(ItemListColumns::column)))
                .toList();
        var usual = USUAL.stream()
                .flatMap(key -> known.stream().filter(column -> column.key().equals(key)));
        return Stream.concat(usual, known.stream().filter(column -> !column.isUsual()))
                .toList();
    }

    /** The indicators among those that the keys name, once each. */
    List<ItemListColumn> known(Collection<String> keys) {
        return all().stream()
                .filter(column -> column.indicator() != null && keys.contains(column.key()))
                .toList();
    }

    /** As {@link #known}, besides the usual ones. */
    List<ItemListColumn> further(Collection<String> keys) {
        var asked = keys.stream().filter(key -> !USUAL_KEYS.contains(key)).collect(toSet());
        return asked.isEmpty() ? List.of() : known(asked);
    }

    /** The value of a column that is an indicator, beside items. */
    Field<?> value(ItemListColumn column, Scope scope) {
        return selections.column(Objects.requireNonNull(column.indicator()), scope);
    }

    private static ItemListColumn column(Indicator indicator) {
        var code = indicator.code();
        var key = code.startsWith(ItemListColumn.OF_ITEMS) ? code.substring(ItemListColumn.OF_ITEMS.length()) : code;
        return new ItemListColumn(key, CustomerColumns.kind(indicator.kind()), USUAL_KEYS.contains(key), indicator);
    }
}
