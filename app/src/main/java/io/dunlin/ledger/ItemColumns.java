package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.StageItem.STAGE_ITEM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Which columns of an item a file speaks about, and what it says of each. */
final class ItemColumns {
    private static final Set<TableField<?, ?>> ALWAYS = Set.of(
            ITEM.KIND,
            ITEM.NUMBER,
            ITEM.CURRENCY,
            ITEM.ORIGINAL_AMOUNT,
            ITEM.OPEN_AMOUNT,
            ITEM.ISSUE_DATE,
            ITEM.DUE_DATE,
            ITEM.DUE_DATE_ASSUMED);

    private final List<Column<?>> columns = new ArrayList<>();

    /** An item column and what the staged row says it should be. */
    record Column<T>(TableField<?, T> item, Field<T> staged) {
        Condition differs() {
            return item.isDistinctFrom(staged);
        }
    }

    ItemColumns(LoadOrder order) {
        ITEM.fieldStream()
                .filter(field -> ALWAYS.contains(field) || order.fields().contains(field.getName()))
                .filter(field -> STAGE_ITEM.field(field.getName()) != null && !field.equals(ITEM.CLEARED_ON))
                .forEach(field -> columns.add(column((TableField<?, ?>) field)));
        columns.add(new Column<>(ITEM.CLEARED_ON, clearedOn(order.asOf())));
    }

    private static <T> Column<T> column(TableField<?, T> item) {
        return new Column<>(item, Objects.requireNonNull(STAGE_ITEM.field(item)));
    }

    /** Nothing open without a payment date: cleared on the day the ledger knows, else on the day of the file. */
    static Field<LocalDate> clearedOn(LocalDate asOf) {
        return DSL.coalesce(
                STAGE_ITEM.CLEARED_ON,
                DSL.when(
                        STAGE_ITEM.OPEN_AMOUNT.isNotNull().and(STAGE_ITEM.OPEN_AMOUNT.eq(java.math.BigDecimal.ZERO)),
                        DSL.coalesce(ITEM.CLEARED_ON, DSL.val(asOf))));
    }

    List<Column<?>> columns() {
        return columns;
    }

    /** Staged values in the order of {@link #items()}. */
    List<Field<?>> staged() {
        return columns.stream().<Field<?>>map(Column::staged).toList();
    }

    List<Field<?>> items() {
        return columns.stream().<Field<?>>map(Column::item).toList();
    }

    /** The file says something else than the ledger. */
    Condition differ(Table<?> customer, Field<CustomerId> customerId) {
        return DSL.or(Stream.concat(
                        Stream.of(ITEM.CUSTOMER_ID.ne(customerId)),
                        columns.stream().map(Column::differs))
                .toList());
    }
}
