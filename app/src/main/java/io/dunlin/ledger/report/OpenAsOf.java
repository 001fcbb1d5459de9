package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.dunlin.ledger.CurrencyFactors;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.ItemId;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * What was open in the ledger of a company at the end of one day, as a derived table: one row per item. Down-payment requests are a
 * memorandum and in no balance.
 */
record OpenAsOf(Company company, LocalDate date, Condition more) {
    private static final String ALIAS = "open_item";

    OpenAsOf(Company company, LocalDate date) {
        this(company, date, DSL.noCondition());
    }

    Table<?> table() {
        return select(
                        ITEM_PERIOD.CUSTOMER_ID,
                        ITEM_PERIOD.ITEM_ID,
                        ITEM_PERIOD.DUE_DATE,
                        ITEM_PERIOD.KIND,
                        ITEM_PERIOD.CURRENCY,
                        ITEM_PERIOD.OPEN_AMOUNT,
                        CurrencyFactors.inCompanyCurrency(ITEM_PERIOD.OPEN_AMOUNT, company)
                                .as("amount"))
                .from(ITEM_PERIOD)
                .leftJoin(CurrencyFactors.asOf(company, date))
                .on(CurrencyFactors.CURRENCY.eq(ITEM_PERIOD.CURRENCY))
                .where(ITEM_PERIOD.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM_PERIOD.COMPANY_ID.eq(company.id()))
                .and(ITEM_PERIOD.VALID_FROM.le(date))
                .and(ITEM_PERIOD.VALID_TO.gt(date))
                .and(ITEM_PERIOD.KIND.ne(inline(ItemKind.DOWN_PAYMENT_REQUEST.name())))
                .and(more)
                // A fence: the conversion is worked out once for an item, not once for every sum that counts it.
                .offset(inline(0))
                .asTable(ALIAS);
    }

    Field<CustomerId> customerId() {
        return of(ITEM_PERIOD.CUSTOMER_ID);
    }

    Field<ItemId> itemId() {
        return of(ITEM_PERIOD.ITEM_ID);
    }

    Field<LocalDate> dueDate() {
        return of(ITEM_PERIOD.DUE_DATE);
    }

    Field<String> currency() {
        return of(ITEM_PERIOD.CURRENCY);
    }

    /** In the item's own currency. */
    Field<BigDecimal> openAmount() {
        return of(ITEM_PERIOD.OPEN_AMOUNT);
    }

    /** In company currency at the rate of the day; null where there is no rate. */
    Field<BigDecimal> amount() {
        return field(name(ALIAS, "amount"), BigDecimal.class);
    }

    private static <T> Field<T> of(Field<T> column) {
        return field(name(ALIAS, column.getName()), column.getDataType());
    }
}
