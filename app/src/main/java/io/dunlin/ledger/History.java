package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemHistory.ITEM_HISTORY;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.inline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectSelectStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What the classes that write item history share. */
final class History {
    /** End of the period that is still running. */
    static final Field<LocalDate> FOREVER = cast(inline("infinity"), SQLDataType.LOCALDATE);

    static final List<Field<?>> COLUMNS = List.of(
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

    private History() {}

    /** A period of an item, in the order of {@link #COLUMNS}. */
    static SelectSelectStep<Record> period(Field<LocalDate> from, Field<LocalDate> to, Field<BigDecimal> amount) {
        return DSL.select(List.<Field<?>>of(
                ITEM.TENANT_ID,
                ITEM.COMPANY_ID,
                ITEM.CUSTOMER_ID,
                ITEM.ID,
                from,
                to,
                ITEM.DUE_DATE,
                amount,
                ITEM.CURRENCY,
                ITEM.KIND));
    }
}
