package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trim;

import io.dunlin.ledger.CustomFields;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.ItemId;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * Which customers of a company, and which of their items, a report looks at.
 *
 * @param customer code of the only customer; null for all
 * @param groups numbers of groups whose members count; empty for all customers
 * @param salesManager of the items that count, {@link #NONE} for those without; null for all
 * @param fields values of the customers' own fields by position, {@link #NONE} for those without
 */
record Slice(
        Company company,
        @Nullable String customer,
        List<Long> groups,
        @Nullable String salesManager,
        Map<Integer, String> fields) {
    static final String CUSTOMER_CODE = "customer";
    static final String GROUP = "customerGroup";
    static final String SALES_MANAGER = "salesManager";
    static final String FIELD = "field";

    /** What stands in an address for those that have no value. */
    static final String NONE = "-";

    Slice {
        groups = List.copyOf(groups);
        fields = Map.copyOf(fields);
    }

    /** @param customer code of the only customer; null for all */
    static Slice ofCustomer(Company company, @Nullable String customer) {
        return new Slice(company, customer, List.of(), null, Map.of());
    }

    static Slice of(ReportRequest request) {
        var fields = new HashMap<Integer, String>();
        for (var position = 1; position <= CustomFields.EACH; position++) {
            var value = request.value(FIELD + position);
            if (value != null) {
                fields.put(position, value);
            }
        }
        return new Slice(
                request.company(),
                request.value(CUSTOMER_CODE),
                request.values(GROUP).stream().map(Long::valueOf).toList(),
                request.value(SALES_MANAGER),
                fields);
    }

    /** @param item its number, on whichever table tells of items */
    Condition holds(Field<CustomerId> customerId, Field<ItemId> item) {
        return holds(customerId).and(salesManager == null ? noCondition() : item.in(itemsOf(salesManager)));
    }

    private Condition holds(Field<CustomerId> customerId) {
        var isAll = customer == null && groups.isEmpty() && fields.isEmpty();
        return isAll ? noCondition() : customerId.in(customers());
    }

    private Select<Record1<CustomerId>> customers() {
        var chosen = noCondition();
        if (customer != null) {
            chosen = chosen.and(CUSTOMER.CODE_KEY.eq(customer.strip().toUpperCase(Locale.ROOT)));
        }
        if (!groups.isEmpty()) {
            chosen = chosen.and(CUSTOMER.ID.in(select(GROUP_MEMBER.CUSTOMER_ID)
                    .from(GROUP_MEMBER)
                    .where(GROUP_MEMBER.TENANT_ID.eq(CurrentTenant.id()))
                    .and(GROUP_MEMBER.GROUP_ID.in(groups))));
        }
        for (var entry : fields.entrySet()) {
            chosen = chosen.and(is(ownField(entry.getKey()), entry.getValue()));
        }
        return select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.COMPANY_ID.eq(company.id()))
                .and(chosen);
    }

    private Select<Record1<ItemId>> itemsOf(String manager) {
        return select(ITEM.ID)
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.COMPANY_ID.eq(company.id()))
                .and(is(value(ITEM.SALES_MANAGER), manager));
    }

    private static Condition is(Field<String> field, String value) {
        return value.equals(NONE) ? field.isNull() : field.eq(value);
    }

    /** One of the customers' own fields; null where it is blank. */
    static Field<String> ownField(int position) {
        return value(field(name("customer", "custom_" + position), CUSTOMER.CUSTOM_1.getDataType()));
    }

    /** A text as one groups by it; null where it is blank. */
    static Field<String> value(Field<String> text) {
        // Written out: two parameters with the same value would be two expressions to group by.
        return nullif(trim(text), inline(""));
    }
}
