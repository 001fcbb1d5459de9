package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemHistory.ITEM_HISTORY;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectJoinStep;
import org.jooq.Table;

/**
 * History of items seen for the first time: the original amount from the day of issue to the day of clearing. When a file
 * shows an item partly paid, the day of that payment is not known: the rest stands from the day of the file, the original
 * amount before it.
 */
final class HistoryOfNew {
    private static final List<Field<?>> COLUMNS = List.of(
            ITEM_HISTORY.TENANT_ID,
            ITEM_HISTORY.COMPANY_ID,
            ITEM_HISTORY.CUSTOMER_ID,
            ITEM_HISTORY.ITEM_ID,
            ITEM_HISTORY.VALID_FROM,
            ITEM_HISTORY.VALID_TO,
            ITEM_HISTORY.DUE_DATE,
            ITEM_HISTORY.OPEN_AMOUNT,
            ITEM_HISTORY.CURRENCY,
            ITEM_HISTORY.KIND);

    /** What must be known of an item to write its history. */
    static final List<Field<?>> NEEDED = List.of(
            ITEM.TENANT_ID,
            ITEM.COMPANY_ID,
            ITEM.CUSTOMER_ID,
            ITEM.ID,
            ITEM.ISSUE_DATE,
            ITEM.DUE_DATE,
            ITEM.CLEARED_ON,
            ITEM.ORIGINAL_AMOUNT,
            ITEM.OPEN_AMOUNT,
            ITEM.CURRENCY,
            ITEM.KIND);

    private HistoryOfNew() {}

    static ResultQuery<?> insert(CommonTableExpression<?> added, LoadOrder order) {
        var issued = of(added, ITEM.ISSUE_DATE);
        var cleared = of(added, ITEM.CLEARED_ON);
        var original = of(added, ITEM.ORIGINAL_AMOUNT);
        var open = of(added, ITEM.OPEN_AMOUNT);
        var asOf = val(order.asOf());

        var partlyPaid = cleared.isNull().and(open.ne(original));
        var ending = when(cleared.isNotNull(), cleared)
                .when(partlyPaid.and(issued.lt(asOf)), asOf)
                .otherwise(History.FOREVER);
        var amount = when(partlyPaid.and(issued.ge(asOf)), open).otherwise(original);
        return insertInto(ITEM_HISTORY, COLUMNS)
                .select(period(added, issued, ending, amount)
                        .where(issued.lt(ending))
                        .and(amount.ne(BigDecimal.ZERO))
                        .unionAll(period(added, asOf, History.FOREVER, open)
                                .where(partlyPaid)
                                .and(issued.lt(asOf))
                                .and(open.ne(BigDecimal.ZERO))))
                .returning(ITEM_HISTORY.ITEM_ID);
    }

    private static SelectJoinStep<Record> period(
            Table<?> added, Field<LocalDate> from, Field<LocalDate> to, Field<BigDecimal> amount) {
        return select(List.<Field<?>>of(
                        of(added, ITEM.TENANT_ID),
                        of(added, ITEM.COMPANY_ID),
                        of(added, ITEM.CUSTOMER_ID),
                        of(added, ITEM.ID),
                        from,
                        to,
                        of(added, ITEM.DUE_DATE),
                        amount,
                        of(added, ITEM.CURRENCY),
                        of(added, ITEM.KIND)))
                .from(added);
    }

    private static <T> Field<T> of(Table<?> added, Field<T> column) {
        return Objects.requireNonNull(added.field(column));
    }
}
