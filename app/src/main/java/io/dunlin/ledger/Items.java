package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;

import io.dunlin.kernel.NotFound;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Single items with their history, read only: loads write them. */
@Component
public class Items {
    private static final int FAR_YEAR = 9999;
    private static final List<Field<String>> CUSTOM = List.of(
            ITEM.CUSTOM_1,
            ITEM.CUSTOM_2,
            ITEM.CUSTOM_3,
            ITEM.CUSTOM_4,
            ITEM.CUSTOM_5,
            ITEM.CUSTOM_6,
            ITEM.CUSTOM_7,
            ITEM.CUSTOM_8,
            ITEM.CUSTOM_9,
            ITEM.CUSTOM_10,
            ITEM.CUSTOM_11,
            ITEM.CUSTOM_12);

    private final DSLContext sql;

    public Items(DSLContext sql) {
        this.sql = sql;
    }

    /** Throws {@link NotFound}. */
    @Transactional(readOnly = true)
    public ItemFile get(ItemId id) {
        return sql.select(ITEM.fields())
                .select(CUSTOMER.CODE, CUSTOMER.NAME)
                .from(ITEM)
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(ITEM.TENANT_ID))
                .and(CUSTOMER.ID.eq(ITEM.CUSTOMER_ID))
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.ID.eq(id))
                .fetchOptional(row -> file(row, history(id)))
                .orElseThrow(() -> new NotFound("Item", id));
    }

    /** Numbers of the imports that brought or last changed items of the customer, the latest first; at most 50. */
    @Transactional(readOnly = true)
    public List<Long> importsOf(CustomerId customer) {
        return sql
                .select(CUSTOMER.CREATED_IMPORT)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.ID.eq(customer))
                .union(imports(CUSTOMER, CUSTOMER.CHANGED_IMPORT, CUSTOMER.TENANT_ID, CUSTOMER.ID.eq(customer)))
                .union(imports(ITEM, ITEM.CREATED_IMPORT, ITEM.TENANT_ID, ITEM.CUSTOMER_ID.eq(customer)))
                .union(imports(ITEM, ITEM.CHANGED_IMPORT, ITEM.TENANT_ID, ITEM.CUSTOMER_ID.eq(customer)))
                .fetch(CUSTOMER.CREATED_IMPORT)
                .stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.reverseOrder())
                .limit(50)
                .toList();
    }

    private static Select<Record1<Long>> imports(
            Table<?> table, Field<Long> number, Field<TenantId> tenant, Condition condition) {
        return DSL.select(number)
                .from(table)
                .where(tenant.eq(CurrentTenant.id()))
                .and(condition);
    }

    private List<ItemFile.Span> history(ItemId id) {
        return sql.select(ITEM_PERIOD.VALID_FROM, ITEM_PERIOD.VALID_TO, ITEM_PERIOD.DUE_DATE, ITEM_PERIOD.OPEN_AMOUNT)
                .from(ITEM_PERIOD)
                .where(ITEM_PERIOD.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM_PERIOD.ITEM_ID.eq(id))
                .orderBy(ITEM_PERIOD.VALID_FROM)
                .fetch(row -> new ItemFile.Span(row.value1(), finite(row.value2()), row.value3(), row.value4()));
    }

    /** The database's {@code infinity} reads as a day beyond all years. */
    private static @Nullable LocalDate finite(LocalDate day) {
        return day.getYear() > FAR_YEAR ? null : day;
    }

    private static ItemFile file(Record row, List<ItemFile.Span> history) {
        return new ItemFile(
                row.get(ITEM.ID),
                row.get(ITEM.COMPANY_ID),
                row.get(CUSTOMER.CODE),
                row.get(CUSTOMER.NAME),
                ItemKind.valueOf(row.get(ITEM.KIND)),
                row.get(ITEM.NUMBER),
                row.get(ITEM.UNIQUE_ID),
                row.get(ITEM.CURRENCY),
                row.get(ITEM.ORIGINAL_AMOUNT),
                row.get(ITEM.ORIGINAL_AMOUNT_NET),
                row.get(ITEM.OPEN_AMOUNT),
                row.get(ITEM.ISSUE_DATE),
                row.get(ITEM.DUE_DATE),
                row.get(ITEM.DUE_DATE_ASSUMED),
                row.get(ITEM.ORDER_DATE),
                row.get(ITEM.CLEARED_ON),
                row.get(ITEM.PURCHASE_ORDER),
                row.get(ITEM.FILE_NUMBER),
                row.get(ITEM.BUSINESS_CASE),
                row.get(ITEM.SOURCE_TYPE),
                row.get(ITEM.SALES_MANAGER),
                row.get(ITEM.SALES_ADMINISTRATION),
                CustomerFields.texts(row, CUSTOM),
                row.get(ITEM.CREATED_IMPORT),
                row.get(ITEM.CHANGED_IMPORT),
                history);
    }
}
