package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.criteria.Scope;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What is read for the lines of a list of items: their usual columns, and those that were asked for besides. */
final class ItemLines {
    private final Company company;
    private final Scope scope;
    private final Field<Integer> daysOverdue;
    private final Field<BigDecimal> amount;
    private final Map<String, Field<?>> further = new LinkedHashMap<>();

    /** @param scope over items, of which this makes a query of its own */
    ItemLines(Company company, Scope scope, List<ItemListColumn> asked, ItemListColumns columns) {
        this.company = company;
        this.scope = scope;
        scope.need(CUSTOMER);
        daysOverdue = when(ITEM.CLEARED_ON.isNull(), localDateDiff(val(scope.today()), ITEM.DUE_DATE))
                .as("days_overdue");
        amount = CurrencyFactors.inCompanyCurrency(ITEM.OPEN_AMOUNT, company).as("amount");
        asked.forEach(
                column -> further.put(column.key(), columns.value(column, scope).as("further_" + column.key())));
    }

    List<Field<?>> fields() {
        var fields = new ArrayList<Field<?>>(List.of(
                ITEM.ID,
                ITEM.NUMBER,
                ITEM.KIND,
                CUSTOMER.CODE,
                CUSTOMER.NAME,
                ITEM.ISSUE_DATE,
                ITEM.DUE_DATE,
                daysOverdue,
                ITEM.CURRENCY,
                ITEM.ORIGINAL_AMOUNT,
                ITEM.OPEN_AMOUNT,
                amount,
                ITEM.CLEARED_ON,
                ITEM.PURCHASE_ORDER));
        fields.addAll(further.values());
        return fields;
    }

    /** @param picked numbers of the items, as in {@code item} */
    Table<?> of(Table<?> picked) {
        return picked.join(scope.from())
                .on(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.ID.eq(picked.field(ITEM.ID)))
                .leftJoin(CurrencyFactors.asOf(company, scope.today()))
                .on(CurrencyFactors.CURRENCY.eq(ITEM.CURRENCY));
    }

    ItemLine read(Record row) {
        var values = new HashMap<String, Object>();
        further.forEach((key, field) -> {
            var value = row.get(field);
            if (value != null) {
                values.put(key, value);
            }
        });
        return new ItemLine(
                row.get(ITEM.ID),
                row.get(ITEM.NUMBER),
                ItemKind.valueOf(row.get(ITEM.KIND)),
                row.get(CUSTOMER.CODE),
                row.get(CUSTOMER.NAME),
                row.get(ITEM.ISSUE_DATE),
                row.get(ITEM.DUE_DATE),
                row.get(daysOverdue),
                row.get(ITEM.CURRENCY),
                row.get(ITEM.ORIGINAL_AMOUNT),
                row.get(ITEM.OPEN_AMOUNT),
                row.get(amount),
                row.get(ITEM.CLEARED_ON),
                row.get(ITEM.PURCHASE_ORDER),
                values);
    }
}
