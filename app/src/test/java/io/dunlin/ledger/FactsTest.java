package io.dunlin.ledger;

import static io.dunlin.ledger.LoadedItem.invoice;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.LoadOrder.Mode;
import io.dunlin.ledger.report.OverdueEverywhere;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.testing.TestLedger;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static final Path IBM = Path.of("../../shared/data/ibm-late-payments.csv");
    private static final DateTimeFormatter MONTH_FIRST = DateTimeFormatter.ofPattern("M/d/yyyy");
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
    void an_item_due_today_is_not_overdue_and_the_brackets_start_the_day_after() {
        loading.load(
                Mode.DELTA,
                "2026-11-22",
                invoice("A", "F1", "1.00", "2026-10-01", "2026-11-22"),
                invoice("A", "F2", "2.00", "2026-10-01", "2026-11-21"),
                invoice("A", "F3", "4.00", "2026-09-01", "2026-10-23"),
                invoice("A", "F4", "8.00", "2026-09-01", "2026-10-22"),
                invoice("A", "F5", "16.00", "2026-01-01", "2026-02-01"));

        var fact = factOf("A");
        assertThat(fact.get(CUSTOMER_FACT.NOT_DUE)).isEqualByComparingTo("1");
        assertThat(fact.get(CUSTOMER_FACT.OVERDUE)).isEqualByComparingTo("30");
        assertThat(fact.get(CUSTOMER_FACT.OVERDUE_1)).isEqualByComparingTo("6");
        assertThat(fact.get(CUSTOMER_FACT.OVERDUE_2)).isEqualByComparingTo("8");
        assertThat(fact.get(CUSTOMER_FACT.OVERDUE_5)).isEqualByComparingTo("16");
        assertThat(fact.get(CUSTOMER_FACT.OLDEST_DUE_DATE)).isEqualTo(LocalDate.parse("2026-02-01"));
    }

    @Test
    void the_oldest_overdue_is_what_the_customer_owes_and_not_a_credit_or_what_is_not_due() {
        loading.load(
                Mode.DELTA,
                "2026-11-22",
                invoice("A", "F1", "-9.00", "2026-01-01", "2026-01-31").kind(ItemKind.CREDIT_NOTE),
                invoice("A", "F2", "100.00", "2026-09-01", "2026-10-01"),
                invoice("B", "F3", "100.00", "2026-11-01", "2026-12-01"),
                invoice("C", "F4", "100.00", "2026-09-01", "2026-10-02").in("ZAR"));

        assertThat(factOf("A").get(CUSTOMER_FACT.OLDEST_DUE_DATE)).isEqualTo(LocalDate.parse("2026-10-01"));
        assertThat(factOf("B").get(CUSTOMER_FACT.OLDEST_DUE_DATE)).isNull();
        assertThat(factOf("C").get(CUSTOMER_FACT.OLDEST_DUE_DATE)).isEqualTo(LocalDate.parse("2026-10-02"));
    }

    @Test
    void the_largest_exposure_is_the_peak_of_the_balance_over_time() {
        loading.load(
                Mode.DELTA,
                "2026-11-22",
                invoice("A", "F1", "100.00", "2026-01-01", "2026-02-01").paid("2026-03-01"),
                invoice("A", "F2", "50.00", "2026-02-15", "2026-03-15").paid("2026-02-20"),
                invoice("A", "F3", "60.00", "2026-03-01", "2026-04-01").paid("2026-05-01"));

        assertThat(factOf("A").get(CUSTOMER_FACT.LARGEST_EXPOSURE)).isEqualByComparingTo("150");
    }

    @Test
    void a_payment_of_long_ago_is_still_the_last_one() {
        loading.load(
                Mode.DELTA,
                "2026-11-22",
                invoice("A", "F1", "100.00", "2024-01-01", "2024-02-01").paid("2024-03-01"),
                invoice("B", "F2", "100.00", "2024-01-01", "2024-02-01").paid("2024-03-01"),
                invoice("B", "F3", "100.00", "2026-10-01", "2026-11-01").paid("2026-11-05"));

        assertThat(factOf("A").get(CUSTOMER_FACT.LAST_PAYMENT_DATE)).isEqualTo(LocalDate.parse("2024-03-01"));
        assertThat(factOf("B").get(CUSTOMER_FACT.LAST_PAYMENT_DATE)).isEqualTo(LocalDate.parse("2026-11-05"));
    }

    @Test
    void items_without_a_rate_are_counted_and_in_no_sum() {
        loading.load(
                Mode.DELTA,
                "2026-11-22",
                invoice("A", "F1", "100.00", "2026-11-01", "2026-12-01"),
                invoice("A", "F2", "100.00", "2026-11-01", "2026-12-01").in("ZAR"));

        var fact = factOf("A");
        assertThat(fact.get(CUSTOMER_FACT.RECEIVABLE)).isEqualByComparingTo("100");
        assertThat(fact.get(CUSTOMER_FACT.OPEN_ITEMS)).isEqualTo(2);
        assertThat(fact.get(CUSTOMER_FACT.UNCONVERTED_ITEMS)).isEqualTo(1);
    }

    @Test
    void after_every_import_the_facts_are_those_of_a_full_rebuild() {
        var random = new Random(20261122);
        var day = LocalDate.parse("2026-09-01");
        for (var round = 0; round < 12; round++) {
            day = day.plusDays(round % 3 == 0 ? 5 : 0);
            LEDGER.clock().setTo(day.toString());
            var rows = new ArrayList<LoadedItem>();
            for (var number = 0; number < 300; number++) {
                // From the second file on few items are there, so that few customers are touched.
                if (round == 0 || random.nextInt(60) == 0) {
                    rows.add(anyItem(random, number, day));
                }
            }
            loading.load(Mode.DELTA, day.toString(), rows);
            if (round % 2 == 1) {
                loading.loadSales(anySales(random, day));
            }
            if (round == 7) {
                loading.undoLastSales();
            }
            var incremental = loading.everything();

            LEDGER.inTenant(() -> {
                loading.facts().rebuild(loading.company());
                return true;
            });

            assertThat(loading.everything()).isEqualTo(incremental);
        }
    }

    private static String[] anySales(Random random, LocalDate day) {
        return IntStream.range(0, 3)
                .mapToObj(any -> "K%d %s %s %d"
                        .formatted(
                                random.nextInt(31),
                                YearMonth.from(day).minusMonths(random.nextInt(15)),
                                random.nextInt(4) == 0 ? "USD" : "EUR",
                                random.nextInt(2000) - 200))
                .distinct()
                .toArray(String[]::new);
    }

    private static LoadedItem anyItem(Random random, int number, LocalDate day) {
        // Every seventh long ago, so that some customers have paid nothing for more than a year.
        var issued =
                LocalDate.parse(number % 7 == 0 ? "2024-08-01" : "2026-08-01").plusDays(number % 30);
        var amount = new BigDecimal(random.nextInt(100_000) + 1).movePointLeft(2);
        var item = invoice(
                        "K" + number % 31,
                        "N" + number,
                        amount.toPlainString(),
                        issued.toString(),
                        issued.plusDays(30).toString())
                .in(number % 5 == 0 ? "USD" : "EUR");
        return switch (random.nextInt(3)) {
            case 0 -> item.open(amount.divide(BigDecimal.TWO).toPlainString());
            case 1 -> item.paid((number % 7 == 0 ? issued.plusDays(40) : day.minusDays(1)).toString());
            default -> item;
        };
    }

    @Test
    void average_delays_of_the_ibm_file_are_those_of_the_specification() throws Exception {
        Assumptions.assumeTrue(Files.exists(IBM), "The file of real invoices is not beside the project; skipped");
        LEDGER.clock().setTo("2013-06-30");
        var rows = new ArrayList<LoadedItem>();
        for (var line : Files.readAllLines(IBM).stream().skip(1).toList()) {
            var cells = line.split(",");
            rows.add(invoice(cells[1], cells[3], cells[6], iso(cells[4]), iso(cells[5]))
                    .paid(iso(cells[8])));
        }

        var outcome = loading.load(Mode.DELTA, "2013-12-31", rows);

        assertThat(outcome.added()).isEqualTo(2466);
        assertThat(factOf("0379-NEVHP").get(CUSTOMER_FACT.AVERAGE_DELAY)).isEqualByComparingTo("-12.50");
        assertThat(factOf("0379-NEVHP").get(CUSTOMER_FACT.DELAY_ITEMS)).isEqualTo(10);
        assertThat(factOf("8976-AMJEO").get(CUSTOMER_FACT.AVERAGE_DELAY)).isEqualByComparingTo("-3.33");
        assertThat(factOf("8976-AMJEO").get(CUSTOMER_FACT.DELAY_ITEMS)).isEqualTo(10);
        var totals = LEDGER.inTenant(() -> LEDGER.sql()
                .select(
                        org.jooq.impl.DSL.sum(CUSTOMER_FACT.RECEIVABLE),
                        org.jooq.impl.DSL.sum(CUSTOMER_FACT.NOT_DUE),
                        org.jooq.impl.DSL.sum(CUSTOMER_FACT.OVERDUE_1))
                .from(CUSTOMER_FACT)
                .where(CUSTOMER_FACT.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_FACT.COMPANY_ID.eq(loading.company().id()))
                .fetchSingle());
        assertThat(totals.value1()).isEqualByComparingTo("5119.85");
        assertThat(totals.value2()).isEqualByComparingTo("4284.29");
        assertThat(totals.value3()).isEqualByComparingTo("835.56");
        var everywhere = new OverdueEverywhere(LEDGER.sql(), loading.company(), LocalDate.parse("2013-06-30"));
        assertThat(LEDGER.inTenant(() -> everywhere.of(Map.of())).values()).containsOnly(new BigDecimal("835.56"));
    }

    private static String iso(String monthFirst) {
        return LocalDate.parse(monthFirst, MONTH_FIRST).toString();
    }

    private Record factOf(String code) {
        return LEDGER.inTenant(() -> LEDGER.sql()
                .select(CUSTOMER_FACT.fields())
                .from(CUSTOMER_FACT)
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(CUSTOMER_FACT.TENANT_ID), CUSTOMER.ID.eq(CUSTOMER_FACT.CUSTOMER_ID))
                .where(CUSTOMER_FACT.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.COMPANY_ID.eq(loading.company().id()))
                .and(CUSTOMER.CODE.eq(code))
                .fetchSingle());
    }
}
