package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.DebtorFact.DEBTOR_FACT;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;

import io.dunlin.ledger.LoadOrder.Mode;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.ImportedUsers;
import io.dunlin.testing.TestLedger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A company of a test ledger that files are loaded into. */
final class LoadingLedger {
    private static final AtomicLong IMPORTS = new AtomicLong();

    private final TestLedger ledger;
    private final Company company;
    private final boolean confirmed;
    private long readClosely;

    LoadingLedger(TestLedger ledger) {
        this(ledger, ledger.company(), false);
    }

    private LoadingLedger(TestLedger ledger, Company company, boolean confirmed) {
        this.ledger = ledger;
        this.company = company;
        this.confirmed = confirmed;
    }

    LoadingLedger inNewCompany() {
        return new LoadingLedger(
                ledger,
                ledger.inTenant(() -> {
                    var companies = new Companies(ledger.sql(), ledger.clock());
                    return companies.get(companies.create(
                            "C" + IMPORTS.incrementAndGet(),
                            "Company",
                            Currency.getInstance("EUR"),
                            ZoneId.of("Europe/Paris")));
                }),
                false);
    }

    LoadingLedger confirmed() {
        return new LoadingLedger(ledger, company, true);
    }

    Company company() {
        return company;
    }

    Facts facts() {
        return new Facts(ledger.sql(), ledger.clock());
    }

    LoadOutcome load(Mode mode, String asOf, LoadedItem... items) {
        return load(mode, asOf, Arrays.asList(items));
    }

    LoadOutcome load(Mode mode, String asOf, List<LoadedItem> items) {
        return load(mode, asOf, items, Set.of());
    }

    /** As {@link #load}, of a file that names further items in rows that could not be used. */
    LoadOutcome load(Mode mode, String asOf, List<LoadedItem> items, Set<String> refused) {
        var fields = items.stream().anyMatch(item -> item.unique() != null) ? Set.of("unique_id") : Set.<String>of();
        var order = new LoadOrder(IMPORTS.incrementAndGet(), company, mode, LocalDate.parse(asOf), confirmed, fields);
        return ledger.inTenant(() -> {
            try (var load = new ItemLoads(ledger.sql(), facts(), ledger.clock()).begin(order)) {
                for (var number = 0; number < items.size(); number++) {
                    load.add(items.get(number).row(number + 2L));
                }
                refused.forEach(load::spare);
                if (load.needsAnotherPass()) {
                    for (var number = 0; number < items.size(); number++) {
                        load.add(items.get(number).row(number + 2L));
                    }
                }
                readClosely = load.staged();
                return load.apply(step -> {});
            }
        });
    }

    /** A file of sales by month; rows as {@code customer month currency amount}, the month as {@code 2026-01}. */
    LoadOutcome loadSales(String... rows) {
        var order = new LoadOrder(
                IMPORTS.incrementAndGet(),
                company,
                Mode.DELTA,
                company.today(ledger.clock()),
                false,
                Set.of("sales_net"));
        return ledger.inTenant(() -> {
            try (var load = new SalesLoads(ledger.sql(), facts()).begin(order)) {
                for (var number = 0; number < rows.length; number++) {
                    var cells = rows[number].split(" ");
                    load.add(new SalesRow(
                            number + 2L,
                            cells[0],
                            LocalDate.parse(cells[1] + "-01"),
                            cells[2],
                            new BigDecimal(cells[3]),
                            null));
                }
                return load.apply(step -> {});
            }
        });
    }

    void undoLastSales() {
        ledger.inTenant(() -> {
            new LoadUndo(ledger.sql(), facts(), new ImportedUsers(ledger.sql(), ledger.clock()))
                    .undoSales(IMPORTS.get(), company);
            return true;
        });
    }

    /** Rows of the last file that said something the ledger had not read in these words. */
    long readClosely() {
        return readClosely;
    }

    void undoLast() {
        ledger.inTenant(() -> {
            new LoadUndo(ledger.sql(), facts(), new ImportedUsers(ledger.sql(), ledger.clock()))
                    .undoItems(IMPORTS.get(), company);
            return true;
        });
    }

    /** Customer, number and open amount of what was open at the end of the day, by customer and number. */
    String openOn(String day) {
        var date = LocalDate.parse(day);
        return ledger.inTenant(() -> ledger
                .sql()
                .select(CUSTOMER.CODE, ITEM.NUMBER, ITEM_PERIOD.OPEN_AMOUNT)
                .from(ITEM_PERIOD)
                .join(ITEM)
                .on(ITEM.TENANT_ID.eq(ITEM_PERIOD.TENANT_ID), ITEM.ID.eq(ITEM_PERIOD.ITEM_ID))
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(ITEM_PERIOD.TENANT_ID), CUSTOMER.ID.eq(ITEM_PERIOD.CUSTOMER_ID))
                .where(ITEM_PERIOD.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM_PERIOD.COMPANY_ID.eq(company.id()))
                .and(ITEM_PERIOD.VALID_FROM.le(date))
                .and(ITEM_PERIOD.VALID_TO.gt(date))
                .orderBy(CUSTOMER.CODE, ITEM.NUMBER, ITEM.ISSUE_DATE)
                .fetch(row -> row.value1() + " " + row.value2() + " "
                        + row.value3().setScale(2, RoundingMode.UNNECESSARY).toPlainString())
                .stream()
                .collect(Collectors.joining(", ")));
    }

    /** All that the ledger says of the company, facts included. */
    String everything() {
        return ledger.inTenant(() -> String.join(
                "\n",
                ledger.sql()
                        .selectFrom(ITEM)
                        .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                        .and(ITEM.COMPANY_ID.eq(company.id()))
                        .orderBy(ITEM.ID)
                        .fetch()
                        .formatCSV(),
                ledger.sql()
                        .select(
                                ITEM_PERIOD.ITEM_ID,
                                ITEM_PERIOD.CUSTOMER_ID,
                                ITEM_PERIOD.VALID_FROM,
                                ITEM_PERIOD.VALID_TO.cast(String.class),
                                ITEM_PERIOD.DUE_DATE,
                                ITEM_PERIOD.OPEN_AMOUNT)
                        .from(ITEM_PERIOD)
                        .where(ITEM_PERIOD.TENANT_ID.eq(CurrentTenant.id()))
                        .and(ITEM_PERIOD.COMPANY_ID.eq(company.id()))
                        .orderBy(ITEM_PERIOD.ITEM_ID, ITEM_PERIOD.VALID_FROM)
                        .fetch()
                        .formatCSV(),
                facts(CurrentTenant.id())));
    }

    private String facts(io.dunlin.tenancy.TenantId tenant) {
        return ledger.sql()
                        .selectFrom(CUSTOMER_FACT)
                        .where(CUSTOMER_FACT.TENANT_ID.eq(tenant))
                        .and(CUSTOMER_FACT.COMPANY_ID.eq(company.id()))
                        .orderBy(CUSTOMER_FACT.CUSTOMER_ID)
                        .fetch()
                        .formatCSV()
                + ledger.sql()
                        .select(DEBTOR_FACT.fields())
                        .from(DEBTOR_FACT)
                        .join(CUSTOMER)
                        .on(CUSTOMER.TENANT_ID.eq(DEBTOR_FACT.TENANT_ID), CUSTOMER.DEBTOR_ID.eq(DEBTOR_FACT.DEBTOR_ID))
                        .where(DEBTOR_FACT.TENANT_ID.eq(tenant))
                        .and(CUSTOMER.COMPANY_ID.eq(company.id()))
                        .orderBy(DEBTOR_FACT.DEBTOR_ID)
                        .fetch()
                        .formatCSV();
    }
}
