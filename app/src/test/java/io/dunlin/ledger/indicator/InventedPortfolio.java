package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.CustomerFactLog.CUSTOMER_FACT_LOG;
import static io.dunlin.ledger.tables.CustomerGroup.CUSTOMER_GROUP;
import static io.dunlin.ledger.tables.CustomerOption.CUSTOMER_OPTION;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;
import static io.dunlin.ledger.tables.Item.ITEM;

import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.outside.OutsideIndicator;
import io.dunlin.criteria.outside.OutsideValues;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.DebtorId;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Debtors, customers and items with many unknown values, in Java and the same in the database. */
final class InventedPortfolio {
    static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final Random random = new Random(4);
    private final DSLContext sql;
    private final Company company;
    private final List<OutsideIndicator> outside;
    private final List<InventedCustomer> customers = new ArrayList<>();

    /**
     * A customer with its facts by the code of the indicator; those of its debtor among them. Absent: unknown.
     *
     * @param past by the code of the indicator the value from each day on, as it was written down; empty: unknown
     */
    record InventedCustomer(
            String code,
            Map<String, Object> facts,
            List<Map<String, Object>> items,
            Map<String, NavigableMap<LocalDate, Optional<Object>>> past) {}

    private InventedPortfolio(DSLContext sql, Company company, List<OutsideIndicator> outside) {
        this.sql = sql;
        this.company = company;
        this.outside = outside;
    }

    /** Made and stored in the transaction of the caller. */
    static List<InventedCustomer> in(DSLContext sql, Company company) {
        return in(sql, company, List.of());
    }

    /** @param outside indicators of which sources tell something too: scores, risks, and grades A to C */
    static List<InventedCustomer> in(DSLContext sql, Company company, List<OutsideIndicator> outside) {
        var portfolio = new InventedPortfolio(sql, company, outside);
        var groups = List.of(portfolio.group("North"), portfolio.group("South"), portfolio.group("Key"));
        for (var number = 0; number < 40; number++) {
            portfolio.customer(number, groups);
        }
        return portfolio.customers;
    }

    private void customer(int number, List<Long> groups) {
        var facts = new HashMap<String, Object>();
        var past = new HashMap<String, NavigableMap<LocalDate, Optional<Object>>>();
        var debtor = debtor(number, facts);
        put(facts, "customer.code", "C" + number);
        put(facts, "customer.city", any("Lyon", "LYON", "Évry", "Saint-Étienne", "100 % Ville_", null, null));
        put(facts, "customer.country", any("FR", "DE", null));
        put(facts, "customer.blocked", random.nextInt(4) == 0);
        put(facts, "test.grade", any("A", "B", "C", "D", null));
        var id = sql.insertInto(CUSTOMER)
                .set(CUSTOMER.TENANT_ID, CurrentTenant.id())
                .set(CUSTOMER.COMPANY_ID, company.id())
                .set(CUSTOMER.DEBTOR_ID, debtor)
                .set(CUSTOMER.CODE, "C" + number)
                .set(CUSTOMER.CODE_KEY, "C" + number)
                .set(CUSTOMER.NAME, "Customer " + number)
                .set(CUSTOMER.SEARCH_KEY, "customer %d c%d".formatted(number, number))
                .set(CUSTOMER.CITY, (String) facts.get("customer.city"))
                .set(CUSTOMER.COUNTRY, (String) facts.get("customer.country"))
                .set(CUSTOMER.BLOCKED, (Boolean) facts.get("customer.blocked"))
                .set(CUSTOMER.CUSTOM_12, (String) facts.get("test.grade"))
                .set(CUSTOMER.CREATED_AT, OffsetDateTime.parse("2026-11-22T08:00:00Z"))
                .set(CUSTOMER.CHANGED_AT, OffsetDateTime.parse("2026-11-22T08:00:00Z"))
                .returningResult(CUSTOMER.ID)
                .fetchSingle()
                .value1();
        figures(id, facts);
        factLog(id, past);
        outside(id, facts, past);
        options(id, facts);
        put(facts, "customer.groups", memberships(id, groups));
        var items = new ArrayList<Map<String, Object>>();
        for (var item = random.nextInt(4); item > 0; item--) {
            items.add(item(id, "I" + number + "-" + item));
        }
        customers.add(new InventedCustomer("C" + number, facts, items, past));
    }

    /** Every third customer has no row of options: they are off, and it is not scored. */
    private void options(CustomerId id, Map<String, Object> facts) {
        var isKnown = random.nextInt(3) > 0;
        put(facts, "customer.recoveryCost", isKnown && random.nextBoolean());
        put(
                facts,
                "customer.internalScore",
                isKnown && random.nextBoolean() ? new BigDecimal(random.nextInt(11)) : null);
        if (isKnown) {
            var score = (BigDecimal) facts.get("customer.internalScore");
            sql.insertInto(CUSTOMER_OPTION)
                    .set(CUSTOMER_OPTION.TENANT_ID, CurrentTenant.id())
                    .set(CUSTOMER_OPTION.CUSTOMER_ID, id)
                    .set(CUSTOMER_OPTION.RECOVERY_COST, (Boolean) facts.get("customer.recoveryCost"))
                    .set(CUSTOMER_OPTION.INTERNAL_SCORE, score == null ? null : score.shortValueExact())
                    .execute();
        }
    }

    /** Every fourth customer has no row of facts at all. */
    private void figures(CustomerId id, Map<String, Object> facts) {
        if (random.nextInt(4) == 0) {
            return;
        }
        put(facts, "customer.receivable", amount());
        put(facts, "customer.overdue", amount());
        put(facts, "customer.delay", random.nextInt(3) == 0 ? null : new BigDecimal(random.nextInt(80) - 20));
        put(facts, "customer.lastPayment", random.nextInt(3) == 0 ? null : day());
        var zero = BigDecimal.ZERO;
        sql.insertInto(CUSTOMER_FACT)
                .set(CUSTOMER_FACT.TENANT_ID, CurrentTenant.id())
                .set(CUSTOMER_FACT.CUSTOMER_ID, id)
                .set(CUSTOMER_FACT.COMPANY_ID, company.id())
                .set(CUSTOMER_FACT.AS_OF, TODAY)
                .set(CUSTOMER_FACT.RECEIVABLE, (BigDecimal) facts.get("customer.receivable"))
                .set(CUSTOMER_FACT.OVERDUE, (BigDecimal) facts.get("customer.overdue"))
                .set(CUSTOMER_FACT.NOT_DUE, zero)
                .set(CUSTOMER_FACT.OVERDUE_1, zero)
                .set(CUSTOMER_FACT.OVERDUE_2, zero)
                .set(CUSTOMER_FACT.OVERDUE_3, zero)
                .set(CUSTOMER_FACT.OVERDUE_4, zero)
                .set(CUSTOMER_FACT.OVERDUE_5, zero)
                .set(CUSTOMER_FACT.OVERDUE_6, zero)
                .set(CUSTOMER_FACT.OPEN_ITEMS, 0)
                .set(CUSTOMER_FACT.UNCONVERTED_ITEMS, 0)
                .set(CUSTOMER_FACT.AVERAGE_DELAY, (BigDecimal) facts.get("customer.delay"))
                .set(CUSTOMER_FACT.LAST_PAYMENT_DATE, (LocalDate) facts.get("customer.lastPayment"))
                .set(CUSTOMER_FACT.DELAY_ITEMS, 0)
                .set(CUSTOMER_FACT.DELAY_WEIGHTED, zero)
                .set(CUSTOMER_FACT.DELAY_AMOUNT, zero)
                .set(CUSTOMER_FACT.SALES_12_MONTHS, zero)
                .set(CUSTOMER_FACT.SALES_BY_MONTH, new BigDecimal[0])
                .set(CUSTOMER_FACT.LARGEST_EXPOSURE, zero)
                .execute();
    }

    /** Up to three rows, of which the last need not be what the facts are now. */
    private void factLog(CustomerId id, Map<String, NavigableMap<LocalDate, Optional<Object>>> past) {
        for (var code : List.of("customer.receivable", "customer.overdue", "customer.delay", "customer.lastPayment")) {
            past.put(code, new TreeMap<>());
        }
        var zero = BigDecimal.ZERO;
        for (var day : days(random.nextInt(4))) {
            var delay = random.nextInt(3) == 0 ? null : new BigDecimal(random.nextInt(80) - 20);
            var payment = random.nextInt(3) == 0 ? null : day();
            var row = sql.newRecord(CUSTOMER_FACT_LOG);
            row.set(CUSTOMER_FACT_LOG.TENANT_ID, CurrentTenant.id());
            row.set(CUSTOMER_FACT_LOG.CUSTOMER_ID, id);
            row.set(CUSTOMER_FACT_LOG.COMPANY_ID, company.id());
            row.set(CUSTOMER_FACT_LOG.AS_OF, day);
            for (var amount : List.of(
                    CUSTOMER_FACT_LOG.NOT_DUE,
                    CUSTOMER_FACT_LOG.DELAY_WEIGHTED,
                    CUSTOMER_FACT_LOG.DELAY_AMOUNT,
                    CUSTOMER_FACT_LOG.UNPAID_WEIGHTED,
                    CUSTOMER_FACT_LOG.UNPAID_AMOUNT,
                    CUSTOMER_FACT_LOG.SALES_12_MONTHS,
                    CUSTOMER_FACT_LOG.LARGEST_EXPOSURE)) {
                row.set(amount, zero);
            }
            row.set(CUSTOMER_FACT_LOG.OPEN_ITEMS, 0);
            row.set(CUSTOMER_FACT_LOG.DELAY_ITEMS, 0);
            row.set(CUSTOMER_FACT_LOG.UNPAID_ITEMS, 0);
            row.set(CUSTOMER_FACT_LOG.RECEIVABLE, amount());
            row.set(CUSTOMER_FACT_LOG.OVERDUE, amount());
            row.set(CUSTOMER_FACT_LOG.AVERAGE_DELAY, delay);
            row.set(CUSTOMER_FACT_LOG.LAST_PAYMENT_DATE, payment);
            sql.insertInto(CUSTOMER_FACT_LOG).set(row).execute();
            log(past, "customer.receivable", day, row.get(CUSTOMER_FACT_LOG.RECEIVABLE));
            log(past, "customer.overdue", day, row.get(CUSTOMER_FACT_LOG.OVERDUE));
            log(past, "customer.delay", day, delay);
            log(past, "customer.lastPayment", day, payment);
        }
    }

    /** Told by sources one after the other: the last one is what is known now. */
    private void outside(
            CustomerId id, Map<String, Object> facts, Map<String, NavigableMap<LocalDate, Optional<Object>>> past) {
        var values = new OutsideValues(sql, Clock.systemUTC());
        for (var indicator : outside) {
            past.put(indicator.code(), new TreeMap<>());
            for (var day : days(random.nextInt(4))) {
                var told = indicator.kind() == Kind.GRADE
                        ? any("A", "B", "C", null)
                        : any("0", "25", "50.5", "75", "100", null);
                values.tell(
                        indicator,
                        "Bureau",
                        List.of(new OutsideValues.Told(id.value(), company.id(), told, day)),
                        null);
                Object value = told == null || indicator.kind() == Kind.GRADE ? told : new BigDecimal(told);
                log(past, indicator.code(), day, value);
                facts.remove(indicator.code());
                put(facts, indicator.code(), value);
            }
        }
    }

    /** In their order. */
    private List<LocalDate> days(int count) {
        return random.ints(0, 90)
                .distinct()
                .limit(count)
                .boxed()
                .map(TODAY::minusDays)
                .sorted()
                .toList();
    }

    private static void log(
            Map<String, NavigableMap<LocalDate, Optional<Object>>> past,
            String code,
            LocalDate day,
            @Nullable Object value) {
        Objects.requireNonNull(past.get(code)).put(day, Optional.ofNullable(value));
    }

    private Map<String, Object> item(CustomerId customer, String number) {
        var facts = new HashMap<String, Object>();
        var cleared = random.nextInt(3) == 0 ? day() : null;
        put(facts, "item.kind", any("INVOICE", "CREDIT_NOTE"));
        put(facts, "item.openAmount", cleared == null ? amount() : BigDecimal.ZERO);
        put(facts, "item.originalAmount", amount());
        var due = day();
        put(facts, "item.dueDate", due);
        put(facts, "item.daysOverdue", cleared == null ? new BigDecimal(ChronoUnit.DAYS.between(due, TODAY)) : null);
        put(facts, "item.clearedOn", cleared);
        put(facts, "item.cleared", cleared != null);
        put(facts, "item.purchaseOrder", any("PO-1", "po 2", null));
        sql.insertInto(ITEM)
                .set(ITEM.TENANT_ID, CurrentTenant.id())
                .set(ITEM.COMPANY_ID, company.id())
                .set(ITEM.CUSTOMER_ID, customer)
                .set(ITEM.KIND, (String) facts.get("item.kind"))
                .set(ITEM.CURRENCY, "EUR")
                .set(ITEM.NUMBER, number)
                .set(ITEM.IDENTITY, number)
                .set(ITEM.ORIGINAL_AMOUNT, (BigDecimal) facts.get("item.originalAmount"))
                .set(ITEM.OPEN_AMOUNT, (BigDecimal) facts.get("item.openAmount"))
                .set(ITEM.ISSUE_DATE, LocalDate.parse("2026-01-01"))
                .set(ITEM.DUE_DATE, due)
                .set(ITEM.CLEARED_ON, cleared)
                .set(ITEM.PURCHASE_ORDER, (String) facts.get("item.purchaseOrder"))
                .set(ITEM.CREATED_AT, OffsetDateTime.parse("2026-11-22T08:00:00Z"))
                .set(ITEM.CHANGED_AT, OffsetDateTime.parse("2026-11-22T08:00:00Z"))
                .execute();
        return facts;
    }

    private DebtorId debtor(int number, Map<String, Object> facts) {
        put(facts, "debtor.country", any("FR", "IT", null));
        return sql.insertInto(DEBTOR)
                .set(DEBTOR.TENANT_ID, CurrentTenant.id())
                .set(DEBTOR.NAME, "Debtor " + number)
                .set(DEBTOR.COUNTRY, (String) facts.get("debtor.country"))
                .returningResult(DEBTOR.ID)
                .fetchSingle()
                .value1();
    }

    private long group(String name) {
        return sql.insertInto(CUSTOMER_GROUP)
                .set(CUSTOMER_GROUP.TENANT_ID, CurrentTenant.id())
                .set(CUSTOMER_GROUP.NAME, name)
                .returningResult(CUSTOMER_GROUP.ID)
                .fetchSingle()
                .value1();
    }

    private Set<String> memberships(CustomerId customer, List<Long> groups) {
        var joined = new TreeSet<String>();
        for (var group : groups) {
            if (random.nextBoolean()) {
                joined.add(Long.toString(group));
                sql.insertInto(GROUP_MEMBER)
                        .set(GROUP_MEMBER.TENANT_ID, CurrentTenant.id())
                        .set(GROUP_MEMBER.GROUP_ID, group)
                        .set(GROUP_MEMBER.CUSTOMER_ID, customer)
                        .execute();
            }
        }
        return joined;
    }

    private BigDecimal amount() {
        return new BigDecimal(random.nextInt(9) - 2).multiply(new BigDecimal("100.25"));
    }

    private LocalDate day() {
        return TODAY.plusDays(random.nextInt(120) - 80L);
    }

    private @Nullable String any(@Nullable String... values) {
        return values[random.nextInt(values.length)];
    }

    private static void put(Map<String, Object> facts, String code, @Nullable Object value) {
        if (value != null) {
            facts.put(code, value);
        }
    }
}
