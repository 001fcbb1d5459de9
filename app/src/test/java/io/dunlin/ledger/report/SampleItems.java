package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerGroup.CUSTOMER_GROUP;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static io.dunlin.ledger.tables.ExchangeRate.EXCHANGE_RATE;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemHistory.ITEM_HISTORY;
import static io.dunlin.ledger.tables.SalesMonth.SALES_MONTH;
import static org.jooq.impl.DSL.val;

import io.dunlin.kernel.SearchKey;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.ItemId;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.TenantId;
import io.dunlin.testing.TestLedger;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** Writes items and their history straight into the tables, in batches: what reports read, without an import. */
final class SampleItems {
    /** {@code infinity}: Java has no date for it that jOOQ writes. */
    private static final Field<LocalDate> OPEN_NOW = val("infinity").cast(LocalDate.class);

    private static final int BATCH = 500;

    private final Place place;
    private final DSLContext sql;
    private final Map<String, CustomerId> customers = new HashMap<>();
    private final List<Query> rows = new ArrayList<>();
    private long nextId = 1;

    SampleItems(TestLedger ledger) {
        this(new Place(ledger.sql(), ledger.tenant(), ledger.company(), ledger.clock(), ledger::inTenant));
    }

    SampleItems(Place place) {
        this.place = place;
        this.sql = place.sql();
    }

    /** Where the items are written. */
    record Place(DSLContext sql, TenantId tenant, Company company, Clock clock, Transactions transactions) {}

    /** Runs work in a transaction of the tenant. */
    interface Transactions {
        <T> T run(Supplier<T> work);
    }

    /** A period in which an amount of an item is open; {@code to} exclusive, null for open now. */
    record Open(LocalDate from, @Nullable LocalDate to, LocalDate due, String amount) {}

    void invoice(String customer, String number, String amount, String issued, String due, @Nullable String settled) {
        item(ItemKind.INVOICE, customer, number, "EUR", amount, issued, due, settled);
    }

    void item(
            ItemKind kind,
            String customer,
            String number,
            String currency,
            String amount,
            String issued,
            String due,
            @Nullable String settled) {
        var from = LocalDate.parse(issued);
        var to = settled == null ? null : LocalDate.parse(settled);
        var open = to != null && !from.isBefore(to)
                ? List.<Open>of()
                : List.of(new Open(from, to, LocalDate.parse(due), amount));
        item(kind, customer, number, currency, amount, from, open);
    }

    void item(
            ItemKind kind,
            String customer,
            String number,
            String currency,
            String amount,
            LocalDate issued,
            List<Open> periods) {
        var id = new ItemId(nextId++);
        var open = periods.stream()
                .filter(period -> period.to() == null)
                .findFirst()
                .orElse(null);
        var due = periods.isEmpty() ? issued : periods.getLast().due();
        var clearedOn = open != null
                ? null
                : periods.isEmpty() ? issued : periods.getLast().to();
        var now = OffsetDateTime.ofInstant(place.clock().instant(), ZoneOffset.UTC);
        var whose = customer(customer);
        add(sql.insertInto(ITEM)
                .set(ITEM.TENANT_ID, place.tenant())
                .set(ITEM.ID, id)
                .set(ITEM.COMPANY_ID, place.company().id())
                .set(ITEM.CUSTOMER_ID, whose)
                .set(ITEM.IDENTITY, "U:" + id)
                .set(ITEM.KIND, kind.name())
                .set(ITEM.NUMBER, number)
                .set(ITEM.CURRENCY, currency)
                .set(ITEM.ORIGINAL_AMOUNT, new BigDecimal(amount))
                .set(ITEM.OPEN_AMOUNT, open == null ? BigDecimal.ZERO : new BigDecimal(open.amount()))
                .set(ITEM.ISSUE_DATE, issued)
                .set(ITEM.DUE_DATE, due)
                .set(ITEM.CLEARED_ON, clearedOn)
                .set(ITEM.HAS_HISTORY, true)
                .set(ITEM.CREATED_AT, now)
                .set(ITEM.CHANGED_AT, now));
        for (var period : periods) {
            add(sql.insertInto(ITEM_HISTORY)
                    .set(ITEM_HISTORY.TENANT_ID, place.tenant())
                    .set(ITEM_HISTORY.COMPANY_ID, place.company().id())
                    .set(ITEM_HISTORY.CUSTOMER_ID, whose)
                    .set(ITEM_HISTORY.ITEM_ID, id)
                    .set(ITEM_HISTORY.VALID_FROM, period.from())
                    .set(ITEM_HISTORY.VALID_TO, period.to() == null ? OPEN_NOW : val(period.to()))
                    .set(ITEM_HISTORY.DUE_DATE, period.due())
                    .set(ITEM_HISTORY.OPEN_AMOUNT, new BigDecimal(period.amount()))
                    .set(ITEM_HISTORY.CURRENCY, currency)
                    .set(ITEM_HISTORY.KIND, kind.name()));
        }
    }

    /** Sales of a month as a file of their own states them; {@code net} null: not known. */
    void month(String customer, String month, String currency, String amount, @Nullable String net) {
        add(sql.insertInto(SALES_MONTH)
                .set(SALES_MONTH.TENANT_ID, place.tenant())
                .set(SALES_MONTH.COMPANY_ID, place.company().id())
                .set(SALES_MONTH.CUSTOMER_ID, customer(customer))
                .set(SALES_MONTH.MONTH, LocalDate.parse(month + "-01"))
                .set(SALES_MONTH.CURRENCY, currency)
                .set(SALES_MONTH.AMOUNT, new BigDecimal(amount))
                .set(SALES_MONTH.AMOUNT_NET, net == null ? null : new BigDecimal(net)));
    }

    void rate(String currency, String date, String perEuro) {
        add(sql.insertInto(EXCHANGE_RATE)
                .set(EXCHANGE_RATE.TENANT_ID, place.tenant())
                .set(EXCHANGE_RATE.CURRENCY, currency)
                .set(EXCHANGE_RATE.RATE_DATE, LocalDate.parse(date))
                .set(EXCHANGE_RATE.PER_EURO, new BigDecimal(perEuro)));
    }

    /** A group of customers that are saved already. */
    void group(String name, String... members) {
        place.transactions().run(() -> {
            var group = sql.insertInto(CUSTOMER_GROUP)
                    .set(CUSTOMER_GROUP.TENANT_ID, place.tenant())
                    .set(CUSTOMER_GROUP.NAME, name)
                    .returningResult(CUSTOMER_GROUP.ID)
                    .fetchSingle()
                    .value1();
            return sql.batch(Arrays.stream(members)
                            .map(code -> sql.insertInto(GROUP_MEMBER)
                                    .set(GROUP_MEMBER.TENANT_ID, place.tenant())
                                    .set(GROUP_MEMBER.GROUP_ID, group)
                                    .set(GROUP_MEMBER.CUSTOMER_ID, customer(code)))
                            .toList())
                    .execute();
        });
    }

    /** Of the saved items with this number. */
    void salesManager(String number, String name) {
        change(number, ITEM.SALES_MANAGER, name);
    }

    /** The amount without tax of the saved items with this number. */
    void withoutTax(String number, String amount) {
        change(number, ITEM.ORIGINAL_AMOUNT_NET, new BigDecimal(amount));
    }

    private <T> void change(String number, Field<T> field, T value) {
        place.transactions()
                .run(() -> sql.update(ITEM)
                        .set(field, value)
                        .where(ITEM.TENANT_ID.eq(place.tenant()))
                        .and(ITEM.NUMBER.eq(number))
                        .execute());
    }

    /** Writes what was not written yet. */
    void save() {
        place.transactions().run(() -> sql.batch(rows).execute());
        rows.clear();
    }

    private void add(Query row) {
        rows.add(row);
        if (rows.size() >= BATCH) {
            save();
        }
    }

    private CustomerId customer(String code) {
        return customers.computeIfAbsent(code, this::create);
    }

    private CustomerId create(String code) {
        var name = "Customer " + code;
        var now = OffsetDateTime.ofInstant(place.clock().instant(), ZoneOffset.UTC);
        return place.transactions().run(() -> {
            var known = sql.select(CUSTOMER.ID)
                    .from(CUSTOMER)
                    .where(CUSTOMER.TENANT_ID.eq(place.tenant()))
                    .and(CUSTOMER.CODE_KEY.eq(code))
                    .fetchOptional();
            if (known.isPresent()) {
                return known.get().value1();
            }
            var debtor = sql.insertInto(DEBTOR)
                    .set(DEBTOR.TENANT_ID, place.tenant())
                    .set(DEBTOR.NAME, name)
                    .returningResult(DEBTOR.ID)
                    .fetchSingle()
                    .value1();
            return sql.insertInto(CUSTOMER)
                    .set(CUSTOMER.TENANT_ID, place.tenant())
                    .set(CUSTOMER.COMPANY_ID, place.company().id())
                    .set(CUSTOMER.DEBTOR_ID, debtor)
                    .set(CUSTOMER.CODE, code)
                    .set(CUSTOMER.CODE_KEY, code)
                    .set(CUSTOMER.NAME, name)
                    .set(CUSTOMER.SEARCH_KEY, SearchKey.of(name, code))
                    .set(CUSTOMER.CREATED_AT, now)
                    .set(CUSTOMER.CHANGED_AT, now)
                    .returningResult(CUSTOMER.ID)
                    .fetchSingle()
                    .value1();
        });
    }
}
