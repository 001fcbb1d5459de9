package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Item.ITEM;

import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The columns of an item that a file may leave out, and their text for COPY. */
enum OptionalItemColumn {
    UNIQUE_ID(ITEM.UNIQUE_ID, ItemRow::uniqueId),
    ORIGINAL_AMOUNT_NET(ITEM.ORIGINAL_AMOUNT_NET, row -> text(row.originalAmountNet())),
    ORDER_DATE(ITEM.ORDER_DATE, row -> text(row.orderDate())),
    PURCHASE_ORDER(ITEM.PURCHASE_ORDER, ItemRow::purchaseOrder),
    FILE_NUMBER(ITEM.FILE_NUMBER, ItemRow::fileNumber),
    BUSINESS_CASE(ITEM.BUSINESS_CASE, ItemRow::businessCase),
    SOURCE_TYPE(ITEM.SOURCE_TYPE, ItemRow::sourceType),
    SALES_MANAGER(ITEM.SALES_MANAGER, ItemRow::salesManager),
    SALES_ADMINISTRATION(ITEM.SALES_ADMINISTRATION, ItemRow::salesAdministration),
    CUSTOM_1(ITEM.CUSTOM_1, row -> row.custom().get(0)),
    CUSTOM_2(ITEM.CUSTOM_2, row -> row.custom().get(1)),
    CUSTOM_3(ITEM.CUSTOM_3, row -> row.custom().get(2)),
    CUSTOM_4(ITEM.CUSTOM_4, row -> row.custom().get(3)),
    CUSTOM_5(ITEM.CUSTOM_5, row -> row.custom().get(4)),
    CUSTOM_6(ITEM.CUSTOM_6, row -> row.custom().get(5)),
    CUSTOM_7(ITEM.CUSTOM_7, row -> row.custom().get(6)),
    CUSTOM_8(ITEM.CUSTOM_8, row -> row.custom().get(7)),
    CUSTOM_9(ITEM.CUSTOM_9, row -> row.custom().get(8)),
    CUSTOM_10(ITEM.CUSTOM_10, row -> row.custom().get(9)),
    CUSTOM_11(ITEM.CUSTOM_11, row -> row.custom().get(10)),
    CUSTOM_12(ITEM.CUSTOM_12, row -> row.custom().get(11));

    private final Field<?> field;
    private final Function<ItemRow, @Nullable String> text;

    OptionalItemColumn(Field<?> field, Function<ItemRow, @Nullable String> text) {
        this.field = field;
        this.text = text;
    }

    String column() {
        return field.getName();
    }

    @Nullable
    String textOf(ItemRow row) {
        return text.apply(row);
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case java.math.BigDecimal amount -> amount.toPlainString();
            default -> value.toString();
        };
    }
}
