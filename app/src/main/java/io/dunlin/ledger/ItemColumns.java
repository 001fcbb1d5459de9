package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.StageItem.STAGE_ITEM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Which columns of an item a file speaks about, and what it says of each. */
final class ItemColumns {
    private static final Set<TableField<?, ?>> ALWAYS = Set.of(
            ITEM.FINGERPRINT,
            ITEM.KIND,
            ITEM.NUMBER,
            ITEM.CURRENCY,
            ITEM.ORIGINAL_AMOUNT,
            ITEM.OPEN_AMOUNT,
            ITEM.ISSUE_DATE,
            ITEM.DUE_DATE,
            ITEM.DUE_DATE_ASSUMED);

    private final List<Column<?>> columns = new ArrayList<>();
    private final Field<LocalDate> cleared;
    private final Field<LocalDate> clearedOnOfNew;

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
        cleared = clearedOn(DSL.coalesce(ITEM.CLEARED_ON, DSL.val(order.asOf())));
        clearedOnOfNew = clearedOn(DSL.val(order.asOf()));
        columns.add(new Column<>(ITEM.CLEARED_ON, cleared));
    }

    private static <T> Column<T> column(TableField<?, T> item) {
        return new Column<>(item, Objects.requireNonNull(STAGE_ITEM.field(item)));
    }

    /** Nothing open without a payment date: cleared on the day the ledger knows, else on the day of the file. */
    private static Field<LocalDate> clearedOn(Field<LocalDate> otherwise) {
        return DSL.coalesce(STAGE_ITEM.CLEARED_ON, DSL.when(STAGE_ITEM.OPEN_AMOUNT.eq(BigDecimal.ZERO), otherwise));
    }

    /** A new item of which only a part is open: its history has more than one period, or another amount than the original. */
    static Condition isPartlyPaid() {
        return STAGE_ITEM
                .CLEARED_ON
                .isNull()
                .and(STAGE_ITEM.OPEN_AMOUNT.ne(BigDecimal.ZERO))
                .and(STAGE_ITEM.OPEN_AMOUNT.ne(STAGE_ITEM.ORIGINAL_AMOUNT));
    }

    /**
     * The one period from issue to clearing that an item without history stands for no longer tells its story: amount or due
     * date are others from now on, a part is paid, or it is open again.
     */
    Condition beginsHistory() {
        var staysSimple = ITEM.DUE_DATE
                .eq(STAGE_ITEM.DUE_DATE)
                .and(ITEM.ORIGINAL_AMOUNT.eq(STAGE_ITEM.ORIGINAL_AMOUNT))
                .and(cleared.isNotNull()
                        .or(ITEM.CLEARED_ON.isNull().and(STAGE_ITEM.OPEN_AMOUNT.eq(STAGE_ITEM.ORIGINAL_AMOUNT))));
        return DSL.not(staysSimple);
    }

    List<Column<?>> columns() {
        return columns;
    }

    /** Staged values in the order of {@link #items()}. */
    List<Field<?>> staged() {
        return columns.stream().<Field<?>>map(Column::staged).toList();
    }

    /** As {@link #staged()}, for rows that the ledger has no item of. */
    List<Field<?>> stagedOfNew() {
        return columns.stream()
                .<Field<?>>map(column -> column.item().equals(ITEM.CLEARED_ON) ? clearedOnOfNew : column.staged())
                .toList();
    }

    List<Field<?>> items() {
        return columns.stream().<Field<?>>map(Column::item).toList();
    }

    /** The file says something else than the ledger. */
    Condition differ(Field<CustomerId> customerId) {
        return DSL.or(Stream.concat(
                        Stream.of(ITEM.CUSTOMER_ID.ne(customerId)),
                        columns.stream()
                                .filter(column -> !column.item().equals(ITEM.FINGERPRINT))
                                .map(Column::differs))
                .toList());
    }
}
