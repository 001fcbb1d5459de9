package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemHistory.ITEM_HISTORY;
import static java.math.BigDecimal.ZERO;
import static org.jooq.impl.DSL.val;

import io.dunlin.kernel.SearchKey;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.testing.TestLedger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Writes customers, items and facts as a load would have left them. Dates are written as {@code 2026-11-22}. */
public final class SamplePortfolio {
    private static final Field<LocalDate> STILL = val("infinity").cast(SQLDataType.LOCALDATE);

    private final TestLedger ledger;
    private final Company company;
    private final OffsetDateTime now;

    public SamplePortfolio(TestLedger ledger) {
        this(ledger, ledger.company());
    }

    public SamplePortfolio(TestLedger ledger, Company company) {
        this.ledger = ledger;
        this.company = company;
        now = OffsetDateTime.ofInstant(ledger.clock().instant(), ZoneOffset.UTC);
    }

    /** A customer that is its own debtor. */
    public CustomerId customer(String code, String name) {
        var debtor = ledger.inTenant(() -> ledger.sql()
                .insertInto(DEBTOR)
                .set(DEBTOR.TENANT_ID, CurrentTenant.id())
                .set(DEBTOR.NAME, name)
                .returningResult(DEBTOR.ID)
                .fetchSingle()
                .value1());
        return customer(code, name, debtor);
    }

    /** One more account of a debtor. */
    public CustomerId customer(String code, String name, DebtorId debtor) {
        return ledger.inTenant(() -> ledger.sql()
                .insertInto(CUSTOMER)
                .set(CUSTOMER.TENANT_ID, CurrentTenant.id())
                .set(CUSTOMER.COMPANY_ID, company.id())
                .set(CUSTOMER.DEBTOR_ID, debtor)
                .set(CUSTOMER.CODE, code)
                .set(CUSTOMER.CODE_KEY, code.strip().toUpperCase(Locale.ROOT))
                .set(CUSTOMER.NAME, name)
                .set(CUSTOMER.SEARCH_KEY, SearchKey.of(name, code))
                .set(CUSTOMER.CREATED_AT, now)
                .set(CUSTOMER.CHANGED_AT, now)
                .returningResult(CUSTOMER.ID)
                .fetchSingle()
                .value1());
    }

    public DebtorId debtorOf(CustomerId customer) {
        return ledger.inTenant(() -> ledger.sql()
                .select(CUSTOMER.DEBTOR_ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.ID.eq(customer))
                .fetchSingle()
                .value1());
    }

    public <T> void set(CustomerId customer, Field<T> field, T value) {
        ledger.inTenant(() -> ledger.sql()
                .update(CUSTOMER)
                .set(field, value)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.ID.eq(customer))
                .execute());
    }

    /** An invoice that is open since its issue. */
    public ItemId invoice(CustomerId customer, String number, String amount, String issued, String due) {
        return item(customer, ItemKind.INVOICE, number, amount, "EUR", issued, due);
    }

    /** An item that is open since its issue. */
    public ItemId item(
            CustomerId customer,
            ItemKind kind,
            String number,
            String amount,
            String currency,
            String issued,
            String due) {
        return ledger.inTenant(() -> {
            var item = ledger.sql()
                    .insertInto(ITEM)
                    .set(ITEM.TENANT_ID, CurrentTenant.id())
                    .set(ITEM.COMPANY_ID, company.id())
                    .set(ITEM.CUSTOMER_ID, customer)
                    .set(ITEM.IDENTITY, "N:" + issued.substring(0, 4) + ":" + number)
                    .set(ITEM.KIND, kind.name())
                    .set(ITEM.NUMBER, number)
                    .set(ITEM.CURRENCY, currency)
                    .set(ITEM.ORIGINAL_AMOUNT, new BigDecimal(amount))
                    .set(ITEM.OPEN_AMOUNT, new BigDecimal(amount))
                    .set(ITEM.ISSUE_DATE, LocalDate.parse(issued))
                    .set(ITEM.DUE_DATE, LocalDate.parse(due))
                    .set(ITEM.HAS_HISTORY, true)
                    .set(ITEM.CREATED_AT, now)
                    .set(ITEM.CHANGED_AT, now)
                    .returningResult(ITEM.ID)
                    .fetchSingle()
                    .value1();
            ledger.sql()
                    .insertInto(ITEM_HISTORY)
                    .set(ITEM_HISTORY.TENANT_ID, CurrentTenant.id())
                    .set(ITEM_HISTORY.COMPANY_ID, company.id())
                    .set(ITEM_HISTORY.CUSTOMER_ID, customer)
                    .set(ITEM_HISTORY.ITEM_ID, item)
                    .set(ITEM_HISTORY.VALID_FROM, LocalDate.parse(issued))
                    .set(ITEM_HISTORY.VALID_TO, STILL)
                    .set(ITEM_HISTORY.DUE_DATE, LocalDate.parse(due))
                    .set(ITEM_HISTORY.OPEN_AMOUNT, new BigDecimal(amount))
                    .set(ITEM_HISTORY.CURRENCY, currency)
                    .set(ITEM_HISTORY.KIND, kind.name())
                    .execute();
            return item;
        });
    }

    /** From this day on the item has this open amount; {@code 0}: cleared. */
    public void nowOpen(ItemId item, String on, String amount) {
        var open = new BigDecimal(amount);
        ledger.inTenant(() -> {
            var last = ledger.sql()
                    .selectFrom(ITEM_HISTORY)
                    .where(ITEM_HISTORY.TENANT_ID.eq(CurrentTenant.id()))
                    .and(ITEM_HISTORY.ITEM_ID.eq(item))
                    .orderBy(ITEM_HISTORY.VALID_FROM.desc())
                    .limit(1)
                    .fetchSingle();
            ledger.sql()
                    .update(ITEM_HISTORY)
                    .set(ITEM_HISTORY.VALID_TO, LocalDate.parse(on))
                    .where(ITEM_HISTORY.TENANT_ID.eq(CurrentTenant.id()))
                    .and(ITEM_HISTORY.ITEM_ID.eq(item))
                    .and(ITEM_HISTORY.VALID_FROM.eq(last.get(ITEM_HISTORY.VALID_FROM)))
                    .execute();
            if (open.signum() != 0) {
                ledger.sql()
                        .insertInto(ITEM_HISTORY)
                        .set(ITEM_HISTORY.TENANT_ID, CurrentTenant.id())
                        .set(ITEM_HISTORY.COMPANY_ID, company.id())
                        .set(ITEM_HISTORY.CUSTOMER_ID, last.get(ITEM_HISTORY.CUSTOMER_ID))
                        .set(ITEM_HISTORY.ITEM_ID, item)
                        .set(ITEM_HISTORY.DUE_DATE, last.get(ITEM_HISTORY.DUE_DATE))
                        .set(ITEM_HISTORY.CURRENCY, last.get(ITEM_HISTORY.CURRENCY))
                        .set(ITEM_HISTORY.KIND, last.get(ITEM_HISTORY.KIND))
                        .set(ITEM_HISTORY.VALID_FROM, LocalDate.parse(on))
                        .set(ITEM_HISTORY.VALID_TO, STILL)
                        .set(ITEM_HISTORY.OPEN_AMOUNT, open)
                        .execute();
            }
            return ledger.sql()
                    .update(ITEM)
                    .set(ITEM.OPEN_AMOUNT, open)
                    .set(ITEM.CLEARED_ON, open.signum() == 0 ? LocalDate.parse(on) : null)
                    .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                    .and(ITEM.ID.eq(item))
                    .execute();
        });
    }

    /** Paid in full on the day. */
    public void paid(ItemId item, String on) {
        nowOpen(item, on, "0");
    }

    /** The facts of a customer, with the balance split into not due and overdue; the oldest item due on {@code oldest}, empty for none. */
    public void facts(CustomerId customer, String notDue, String overdue, String oldest) {
        var later = new BigDecimal(notDue);
        var late = new BigDecimal(overdue);
        ledger.inTenant(() -> ledger.sql()
                .insertInto(CUSTOMER_FACT)
                .set(CUSTOMER_FACT.TENANT_ID, CurrentTenant.id())
                .set(CUSTOMER_FACT.CUSTOMER_ID, customer)
                .set(CUSTOMER_FACT.COMPANY_ID, company.id())
                .set(CUSTOMER_FACT.AS_OF, company.today(ledger.clock()))
                .set(CUSTOMER_FACT.RECEIVABLE, later.add(late))
                .set(CUSTOMER_FACT.NOT_DUE, later)
                .set(CUSTOMER_FACT.OVERDUE, late)
                .set(CUSTOMER_FACT.OVERDUE_1, late)
                .set(CUSTOMER_FACT.OVERDUE_2, ZERO)
                .set(CUSTOMER_FACT.OVERDUE_3, ZERO)
                .set(CUSTOMER_FACT.OVERDUE_4, ZERO)
                .set(CUSTOMER_FACT.OVERDUE_5, ZERO)
                .set(CUSTOMER_FACT.OVERDUE_6, ZERO)
                .set(CUSTOMER_FACT.OPEN_ITEMS, 2)
                .set(CUSTOMER_FACT.UNCONVERTED_ITEMS, 0)
                .set(CUSTOMER_FACT.OLDEST_DUE_DATE, oldest.isEmpty() ? null : LocalDate.parse(oldest))
                .set(CUSTOMER_FACT.AVERAGE_DELAY, new BigDecimal("12.50"))
                .set(CUSTOMER_FACT.DELAY_ITEMS, 4)
                .set(CUSTOMER_FACT.DELAY_WEIGHTED, new BigDecimal("12500"))
                .set(CUSTOMER_FACT.DELAY_AMOUNT, new BigDecimal("1000"))
                .set(CUSTOMER_FACT.SALES_12_MONTHS, later.add(late))
                .set(CUSTOMER_FACT.SALES_BY_MONTH, salesOf("0"))
                .set(CUSTOMER_FACT.LARGEST_EXPOSURE, later.add(late))
                .execute());
    }

    /** Sales of the present month; the eleven before it have none. */
    public void sales(CustomerId customer, String amount) {
        ledger.inTenant(() -> ledger.sql()
                .update(CUSTOMER_FACT)
                .set(CUSTOMER_FACT.SALES_BY_MONTH, salesOf(amount))
                .where(CUSTOMER_FACT.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_FACT.CUSTOMER_ID.eq(customer))
                .execute());
    }

    private static BigDecimal[] salesOf(String presentMonth) {
        var sales = new BigDecimal[FactScope.MONTHS];
        Arrays.fill(sales, ZERO);
        sales[sales.length - 1] = new BigDecimal(presentMonth);
        return sales;
    }
}
