package io.dunlin.ledger;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Subject;
import io.dunlin.web.Column.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list of items: something known of the item, of its customer or of its debtor.
 *
 * @param key in addresses: the code of the indicator, that of an item without its {@code item.}
 * @param isUsual whether it stands in the list unless somebody takes it out
 * @param indicator null: the open amount in the company's currency
 */
public record ItemListColumn(
        String key, Kind kind, boolean isUsual, @Nullable Indicator indicator) {
    static final String OF_ITEMS = "item.";

    /** What is open, converted at today's rate. */
    public static final ItemListColumn CONVERTED = new ItemListColumn("amount", Kind.AMOUNT, true, null);

    /** Whether its amounts are in the company's currency; those of items are in their own. */
    public boolean isInCompanyCurrency() {
        return kind == Kind.AMOUNT && (indicator == null || indicator.subject() != Subject.ITEM);
    }
}
