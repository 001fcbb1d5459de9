package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static java.math.BigDecimal.ZERO;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.sum;

import io.dunlin.ledger.CustomerMatches.Matching;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The customers of a company with what they owe. A page is two statements: its rows, and the totals of the filtered set. */
@Component
public class Customers {
    private static final int EXPORT_FETCH = 1_000;
    private static final Field<BigDecimal> RECEIVABLE = coalesce(CUSTOMER_FACT.RECEIVABLE, ZERO);
    private static final Field<BigDecimal> OVERDUE = coalesce(CUSTOMER_FACT.OVERDUE, ZERO);
    private static final Field<Integer> ACCOUNTS = accountsOfDebtor();
    /** What a list may be sorted by. The search key starts with the name and has an index. */
    private static final Map<String, Field<?>> SORTABLE = Map.of(
            "code", CUSTOMER.CODE_KEY,
            "name", CUSTOMER.SEARCH_KEY,
            "city", CUSTOMER.CITY,
            "receivable", CUSTOMER_FACT.RECEIVABLE,
            "overdue", CUSTOMER_FACT.OVERDUE,
            "overduePercent", CUSTOMER_FACT.OVERDUE.div(nullif(CUSTOMER_FACT.RECEIVABLE, ZERO)),
            // In days, like the column: the older the more.
            "oldest", localDateDiff(inline(LocalDate.EPOCH), CUSTOMER_FACT.OLDEST_DUE_DATE),
            "delay", CUSTOMER_FACT.AVERAGE_DELAY,
            "debtor", DEBTOR.NAME);

    private static final Set<String> OF_FACTS =
            Set.of("", "receivable", "overdue", "overduePercent", "oldest", "delay");

    private final DSLContext sql;
    private final CustomerMatches matches;

    public Customers(DSLContext sql, CustomerMatches matches) {
        this.sql = sql;
        this.matches = matches;
    }

    /** One page; the largest overdue first where the request asks for no order. */
    @Transactional(readOnly = true)
    public CustomerList list(Company company, CustomerFilter filter, TableRequest request) {
        var further = further(request);
        var matching = matches.of(company, filter);
        var lines = lines(company, matching, request).fetch(row -> line(row, further));
        return new CustomerList(lines, totals(company, matching, further));
    }

    /** All lines of the filtered set, one after the other, for a file. */
    @Transactional(readOnly = true)
    public void each(Company company, CustomerFilter filter, TableRequest request, Consumer<CustomerLine> reader) {
        var whole = new TableRequest(
                request.text(), request.sort(), request.descending(), 1, Integer.MAX_VALUE, request.columns());
        try (var rows = lines(company, matches.of(company, filter), whole)
                .fetchSize(EXPORT_FETCH)
                .fetchLazy()) {
            var further = further(request);
            rows.forEach(row -> reader.accept(line(row, further)));
        }
    }

    /** What the rows of the filtered set add up to. */
    @Transactional(readOnly = true)
    public CustomerList.Totals totals(Company company, CustomerFilter filter, TableRequest request) {
        return totals(company, matches.of(company, filter), further(request));
    }

    private Select<? extends Record> lines(Company company, Matching matching, TableRequest request) {
        var picked = picked(company, matching, request);
        return sql.select(
                        CUSTOMER.ID,
                        CUSTOMER.CODE,
                        CUSTOMER.NAME,
                        CUSTOMER.CITY,
                        CUSTOMER.COUNTRY,
                        CUSTOMER.BLOCKED,
                        RECEIVABLE,
                        OVERDUE,
                        CUSTOMER_FACT.OLDEST_DUE_DATE,
                        CUSTOMER_FACT.AVERAGE_DELAY,
                        DEBTOR.NAME,
                        ACCOUNTS)
                .select(further(request).stream().map(CustomerColumn::field).toList())
                .from(picked)
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(picked.field(CUSTOMER.TENANT_ID)))
                .and(CUSTOMER.ID.eq(picked.field(CUSTOMER.ID)))
                .join(DEBTOR)
                .on(DEBTOR.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(DEBTOR.ID.eq(CUSTOMER.DEBTOR_ID))
                .leftJoin(CUSTOMER_FACT)
                .on(CUSTOMER_FACT.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(CUSTOMER_FACT.CUSTOMER_ID.eq(CUSTOMER.ID))
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .orderBy(order(request), CUSTOMER.ID.asc());
    }

    /** The rows of one page, found with as few tables as filter and order need: every customer has its row of facts. */
    private Table<?> picked(Company company, Matching matching, TableRequest request) {
        var select = OF_FACTS.contains(orderKey(request)) && !matching.readsCustomers()
                ? sql.select(CUSTOMER_FACT.TENANT_ID.as(CUSTOMER.TENANT_ID), CUSTOMER_FACT.CUSTOMER_ID.as(CUSTOMER.ID))
                        .from(CUSTOMER_FACT)
                        .where(ofFacts(company))
                        .and(matching.condition())
                        .orderBy(order(request), CUSTOMER_FACT.CUSTOMER_ID.asc())
                : sql.select(CUSTOMER.TENANT_ID, CUSTOMER.ID)
                        .from(CUSTOMER)
                        .join(DEBTOR)
                        .on(DEBTOR.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                        .and(DEBTOR.ID.eq(CUSTOMER.DEBTOR_ID))
                        .leftJoin(CUSTOMER_FACT)
                        .on(CUSTOMER_FACT.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                        .and(CUSTOMER_FACT.CUSTOMER_ID.eq(CUSTOMER.ID))
                        .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                        .and(CUSTOMER.COMPANY_ID.eq(company.id()))
                        .and(matching.condition())
                        .orderBy(order(request), CUSTOMER.ID.asc());
        return select.limit(request.size()).offset(request.offset()).asTable("picked");
    }

    private CustomerList.Totals totals(Company company, Matching matching, List<CustomerColumn> further) {
        var customers = count();
        var receivable = coalesce(sum(CUSTOMER_FACT.RECEIVABLE), ZERO);
        var overdue = coalesce(sum(CUSTOMER_FACT.OVERDUE), ZERO);
        var oldest = min(CUSTOMER_FACT.OLDEST_DUE_DATE);
        var delay = round(sum(CUSTOMER_FACT.DELAY_WEIGHTED).div(nullif(sum(CUSTOMER_FACT.DELAY_AMOUNT), ZERO)), 2);
        // Amounts and counts are of the facts.
        var sums = new HashMap<String, Field<?>>();
        further.stream()
                .filter(CustomerColumn::addsUp)
                .forEach(column -> sums.put(
                        column.key(),
                        sum(column.field().coerce(BigDecimal.class)).as(column.key())));
        var select = sql.select(customers, receivable, overdue, oldest, delay)
                .select(sums.values())
                .from(CUSTOMER_FACT);
        var narrowed = matching.readsCustomers()
                ? select.join(CUSTOMER)
                        .on(CUSTOMER.TENANT_ID.eq(CUSTOMER_FACT.TENANT_ID))
                        .and(CUSTOMER.ID.eq(CUSTOMER_FACT.CUSTOMER_ID))
                        .where(ofFacts(company))
                : select.where(ofFacts(company));
        return narrowed.and(matching.condition())
                .fetchSingle(row -> new CustomerList.Totals(
                        row.get(customers),
                        row.get(receivable),
                        row.get(overdue),
                        row.get(oldest),
                        row.get(delay),
                        valuesOf(row, sums)));
    }

    private static Condition ofFacts(Company company) {
        return CUSTOMER_FACT.TENANT_ID.eq(CurrentTenant.id()).and(CUSTOMER_FACT.COMPANY_ID.eq(company.id()));
    }

    private static String orderKey(TableRequest request) {
        return sortField(request.sort()) == null ? "" : request.sort();
    }

    private static @Nullable Field<?> sortField(String key) {
        var usual = SORTABLE.get(key);
        return usual != null
                ? usual
                : CustomerColumn.find(key).<Field<?>>map(CustomerColumn::field).orElse(null);
    }

    private static SortField<?> order(TableRequest request) {
        var field = sortField(request.sort());
        if (field == null) {
            return CUSTOMER_FACT.OVERDUE.desc();
        }
        return request.descending() ? field.desc().nullsLast() : field.asc().nullsLast();
    }

    private static Field<Integer> accountsOfDebtor() {
        var other = CUSTOMER.as("account");
        return selectCount()
                .from(other)
                .where(other.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(other.DEBTOR_ID.eq(CUSTOMER.DEBTOR_ID))
                .asField("accounts");
    }

    private static List<CustomerColumn> further(TableRequest request) {
        return request.columns().stream()
                .distinct()
                .flatMap(key -> CustomerColumn.find(key).stream())
                .toList();
    }

    private static Map<String, Object> valuesOf(Record row, Map<String, Field<?>> fields) {
        var values = new HashMap<String, Object>();
        fields.forEach((key, field) -> {
            var value = row.get(field);
            if (value != null) {
                values.put(key, value);
            }
        });
        return values;
    }

    private static CustomerLine line(Record row, List<CustomerColumn> further) {
        var fields = new HashMap<String, Field<?>>();
        further.forEach(column -> fields.put(column.key(), column.field()));
        return new CustomerLine(
                row.get(CUSTOMER.ID),
                row.get(CUSTOMER.CODE),
                row.get(CUSTOMER.NAME),
                row.get(CUSTOMER.CITY),
                row.get(CUSTOMER.COUNTRY),
                row.get(CUSTOMER.BLOCKED),
                row.get(RECEIVABLE),
                row.get(OVERDUE),
                row.get(CUSTOMER_FACT.OLDEST_DUE_DATE),
                row.get(CUSTOMER_FACT.AVERAGE_DELAY),
                row.get(DEBTOR.NAME),
                row.get(ACCOUNTS),
                valuesOf(row, fields));
    }
}
