package io.dunlin.ledger;

import static io.dunlin.ledger.LoadedItem.invoice;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.CustomerFactLog.CUSTOMER_FACT_LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.dunlin.ledger.LoadOrder.Mode;
import io.dunlin.ledger.indicator.LedgerCriteria;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactLogTest {
    private static final TestLedger LEDGER = new TestLedger("2026-11-22");
    private LoadingLedger loading = new LoadingLedger(LEDGER);

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @BeforeEach
    void startAfresh() {
        LEDGER.clock().setTo("2026-11-22");
        loading = loading.inNewCompany();
    }

    @Test
    void what_is_derived_of_a_past_day_is_what_the_facts_were_on_it() {
        var september = factsAfter(
                "2026-09-01",
                invoice("A", "F1", "1000.00", "2026-09-01", "2026-09-30"),
                invoice("B", "F2", "50.00", "2026-09-01", "2026-09-15"));
        var october = factsAfter(
                "2026-10-15",
                invoice("A", "F1", "1000.00", "2026-09-01", "2026-09-30").open("400.00"));
        var november = factsAfter(
                "2026-11-10",
                invoice("A", "F1", "1000.00", "2026-09-01", "2026-09-30").paid("2026-11-10"),
                invoice("A", "F3", "70.00", "2026-11-10", "2026-12-10"),
                invoice("B", "F2", "50.00", "2026-09-01", "2026-09-15"));
        LEDGER.clock().setTo("2026-11-22");

        assertThat(derived("2026-11-10")).isEqualTo(november);
        assertThat(derived("2026-10-15")).isEqualTo(october);
        assertThat(derived("2026-09-01")).isEqualTo(september);
    }

    @Test
    void a_day_on_which_nothing_happened_adds_no_row_though_what_is_unpaid_grows_older() {
        loading.load(Mode.DELTA, "2026-11-22", invoice("A", "F1", "100.00", "2026-09-01", "2026-10-01"));
        addOn("2026-11-22");
        var before = rows();
        addOn("2026-11-23");
        addOn("2026-11-24");
        assertThat(rows()).isEqualTo(before);

        LEDGER.clock().setTo("2026-11-25");
        loading.load(
                Mode.DELTA,
                "2026-11-25",
                invoice("A", "F1", "100.00", "2026-09-01", "2026-10-01").open("60.00"));
        addOn("2026-11-25");
        assertThat(rows()).isEqualTo(before + 1);
    }

    @Test
    void the_same_day_again_replaces_what_was_added() {
        loading.load(Mode.DELTA, "2026-11-22", invoice("A", "F1", "100.00", "2026-09-01", "2026-10-01"));
        addOn("2026-11-22");
        var before = rows();
        loading.load(
                Mode.DELTA,
                "2026-11-22",
                invoice("A", "F1", "100.00", "2026-09-01", "2026-10-01").open("60.00"));
        addOn("2026-11-22");
        addOn("2026-11-22");

        assertThat(rows()).isEqualTo(before + 1);
        assertThat(LEDGER.inTenant(() -> LEDGER.sql()
                        .select(CUSTOMER_FACT_LOG.RECEIVABLE)
                        .from(CUSTOMER_FACT_LOG)
                        .where(CUSTOMER_FACT_LOG.TENANT_ID.eq(CurrentTenant.id()))
                        .and(CUSTOMER_FACT_LOG.COMPANY_ID.eq(loading.company().id()))
                        .and(CUSTOMER_FACT_LOG.AS_OF.eq(LocalDate.parse("2026-11-22")))
                        .fetch(CUSTOMER_FACT_LOG.RECEIVABLE)))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("60"));
    }

    @Test
    void the_first_time_also_days_of_the_past_year_are_added() {
        assertThat(FactLog.daysBefore(LocalDate.parse("2026-11-23")))
                .startsWith(LocalDate.parse("2025-12-01"), LocalDate.parse("2026-01-01"))
                .endsWith(LocalDate.parse("2026-11-09"), LocalDate.parse("2026-11-16"))
                .contains(LocalDate.parse("2026-11-01"))
                .hasSize(25)
                .isSorted();
    }

    @Test
    void customers_are_found_by_what_became_of_their_figures() {
        loading.load(
                Mode.DELTA,
                "2026-11-22",
                invoice("RISEN", "F1", "900.00", "2026-10-01", "2026-11-10"),
                invoice("OLD", "F2", "900.00", "2026-01-01", "2026-02-01"),
                invoice("PAID", "F3", "900.00", "2026-08-01", "2026-09-01").paid("2026-11-18"));
        addOn("2026-11-22");

        assertThat(found("customer.overdue.rose(500,30)")).containsExactly("RISEN");
        assertThat(found("customer.overdue.fell(900,30)")).containsExactly("PAID");
        assertThat(found("customer.overdue.roseAbove(0,30)")).containsExactly("RISEN");
        assertThat(found("customer.overdue.changed(30)")).containsExactly("PAID", "RISEN");
        assertThat(found("!customer.overdue.changed(30)")).containsExactly("OLD");
        assertThat(found("customer.oldest.rose(30,30)")).containsExactly("OLD");
    }

    @Test
    void a_profile_that_became_worse_is_found_with_what_is_unpaid_grown_older() {
        loading.load(
                Mode.DELTA,
                "2026-11-22",
                invoice("STOPPED", "F1", "100.00", "2026-07-01", "2026-08-01").paid("2026-08-01"),
                invoice("STOPPED", "F2", "100.00", "2026-07-02", "2026-08-02").paid("2026-08-02"),
                invoice("STOPPED", "F3", "100.00", "2026-07-03", "2026-08-03").paid("2026-08-03"),
                invoice("STOPPED", "F4", "1000.00", "2026-07-03", "2026-08-25"),
                invoice("GOOD", "F5", "100.00", "2026-07-01", "2026-08-01").paid("2026-08-01"),
                invoice("GOOD", "F6", "100.00", "2026-07-02", "2026-08-02").paid("2026-08-02"),
                invoice("GOOD", "F7", "100.00", "2026-07-03", "2026-08-03").paid("2026-08-03"));
        addOn("2026-11-22");

        assertThat(found("customer.paymentProfile.worsened(1,60)")).containsExactly("STOPPED");
        assertThat(found("customer.paymentProfile.changed(60)")).containsExactly("STOPPED");
        assertThat(found("customer.paymentProfile.improved(1,60)")).isEmpty();
    }

    private List<List<Object>> factsAfter(String day, LoadedItem... items) {
        LEDGER.clock().setTo(day);
        loading.load(Mode.DELTA, day, items);
        return LEDGER.inTenant(() -> {
            loading.facts().rebuild(loading.company());
            return figures(CUSTOMER_FACT);
        });
    }

    private List<List<Object>> derived(String day) {
        return LEDGER.inTenant(() -> {
            var on = LocalDate.parse(day);
            var factors = CurrencyFactors.lookedUp(LEDGER.sql(), loading.company(), on);
            new CustomerFacts(LEDGER.sql(), new FactScope(loading.company(), on, null, factors)).keepApart("then");
            return figures(table(name("then")));
        });
    }

    /** Of the customers of the company that owe something or did, by number. */
    private List<List<Object>> figures(Table<?> facts) {
        var columns = Arrays.stream(CUSTOMER_FACT_LOG.fields())
                .<Field<?>>map(column -> field(name(facts.getName(), column.getName()), column.getDataType()))
                .toList();
        return LEDGER.sql()
                .select(columns)
                .from(facts)
                .where(field(name(facts.getName(), "company_id"), CUSTOMER_FACT.COMPANY_ID.getDataType())
                        .eq(loading.company().id()))
                .orderBy(field(name(facts.getName(), "customer_id")))
                .fetch(row -> Arrays.stream(row.intoArray())
                        .map(value -> value instanceof BigDecimal number ? number.stripTrailingZeros() : value)
                        .toList());
    }

    private void addOn(String day) {
        LEDGER.clock().setTo(day);
        LEDGER.inTenant(() -> {
            loading.facts().rebuild(loading.company());
            new FactLog(LEDGER.sql()).add(loading.company(), LocalDate.parse(day));
            return true;
        });
    }

    private int rows() {
        return LEDGER.inTenant(() -> LEDGER.sql()
                .fetchCount(
                        CUSTOMER_FACT_LOG,
                        CUSTOMER_FACT_LOG
                                .TENANT_ID
                                .eq(CurrentTenant.id())
                                .and(CUSTOMER_FACT_LOG.COMPANY_ID.eq(
                                        loading.company().id()))));
    }

    private List<String> found(String criteria) {
        return LEDGER.inTenant(() -> LedgerCriteria.customers(LEDGER.sql(), LEDGER.clock())
                .list(
                        loading.company(),
                        new CustomerFilter("", false, false, null, CustomerChoice.ALL).meeting(criteria),
                        TableRequest.of(null, "code", "asc", null))
                .lines()
                .stream()
                .map(CustomerLine::code)
                .toList());
    }
}
