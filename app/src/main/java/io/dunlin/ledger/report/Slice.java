package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.dunlin.ledger.CustomerChoice;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.ItemId;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * Which customers of a company, and which of their items, a report looks at.
 *
 * @param customer code of the only customer; null for all
 * @param salesManager of the items that count, {@link #NONE} for those without; null for all
 * @param choice of customers
 */
record Slice(
        Company company,
        @Nullable String customer,
        @Nullable String salesManager,
        CustomerChoice choice) {
    static final String CUSTOMER_CODE = "customer";
    static final String SALES_MANAGER = "salesManager";
    static final String NONE = CustomerChoice.NONE;

    static Slice all(Company company) {
        return ofCustomer(company, null);
    }

    /** @param customer code of the only customer; null for all */
    static Slice ofCustomer(Company company, @Nullable String customer) {
        return new Slice(company, customer, null, CustomerChoice.ALL);
    }

    static Slice of(ReportRequest request) {
        return new Slice(
                request.company(),
                request.value(CUSTOMER_CODE),
                request.value(SALES_MANAGER),
                CustomerChoice.of(request.filters()));
    }

    static Slice of(BlockRequest request) {
        return new Slice(request.company(), null, null, CustomerChoice.of(request.filters()));
    }

    /** @param item its number, on whichever table tells of items */
    Condition holds(Field<CustomerId> customerId, Field<ItemId> item) {
        return holds(customerId).and(salesManager == null ? noCondition() : item.in(itemsOf(salesManager)));
    }

    Condition holds(Field<CustomerId> customerId) {
        return customer == null && choice.isAll() ? noCondition() : customerId.in(customers());
    }

    private Select<Record1<CustomerId>> customers() {
        return select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.COMPANY_ID.eq(company.id()))
                .and(
                        customer == null
                                ? noCondition()
                                : CUSTOMER.CODE_KEY.eq(customer.strip().toUpperCase(Locale.ROOT)))
                .and(choice.holds());
    }

    private Select<Record1<ItemId>> itemsOf(String manager) {
        var value = CustomerChoice.value(ITEM.SALES_MANAGER);
        return select(ITEM.ID)
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.COMPANY_ID.eq(company.id()))
                .and(manager.equals(NONE) ? value.isNull() : value.eq(manager));
    }
}
