package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemHistory.ITEM_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.ItemKind;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** The totals of an ageing equal the rows of the ledger to the cent, on every date, in every currency. */
class AgeingAddsUpTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final LocalDate DOLLAR_FALLS = LocalDate.parse("2026-04-01");
    private static final TableRequest ALL = new TableRequest("", "", false, 1, 1000);

    private static @Nullable TestLedger opened;

    @BeforeContainer
    static void open() {
        var ledger = new TestLedger("2026-11-22");
        var rates = new SampleItems(ledger);
        rates.rate("USD", "2025-12-31", "1.25");
        rates.rate("USD", DOLLAR_FALLS.toString(), "1.60");
        rates.rate("JPY", "2025-12-31", "160");
        rates.save();
        opened = ledger;
    }

    @AfterContainer
    static void close() {
        ledger().close();
    }

    /**
     * An item and its life.
     *
     * @param parts open amounts one after the other: part payments, corrections
     * @param lengths days that each of them is open; the last part is open still where {@code isOpen}
     */
    record Life(
            int customer,
            ItemKind kind,
            String currency,
            int recorded,
            int due,
            List<BigDecimal> parts,
            List<Integer> lengths,
            boolean isOpen) {
        List<SampleItems.Open> periods() {
            var from = START.plusDays(recorded);
            var periods = new ArrayList<SampleItems.Open>();
            for (var number = 0; number < parts.size(); number++) {
                var to = from.plusDays(lengths.get(number));
                var isLast = number == parts.size() - 1;
                // A corrected due date with every other part.
                periods.add(new SampleItems.Open(
                        from,
                        isLast && isOpen ? null : to,
                        START.plusDays(due + 7L * (number % 2)),
                        parts.get(number).toPlainString()));
                from = to;
            }
            return periods;
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void totals_equal_the_rows_of_the_ledger_on_every_date(@ForAll("ledgers") List<Life> lives) {
        write(lives);
        for (var day = -1; day <= 400; day += 29) {
            var asOf = START.plusDays(day);
            for (var credits : Credits.values()) {
                var question = new AgeingQuestion(
                        ledger().company(), asOf, credits, Set.of(), Slice.ofCustomer(ledger().company(), null));
                var answer = ledger().inTenant(() -> new Ageings(ledger().sql()).answer(question, ALL));
                var open = lives.stream()
                        .filter(life -> life.kind() != ItemKind.DOWN_PAYMENT_REQUEST)
                        .flatMap(life -> life.periods().stream()
                                .filter(period -> isOpen(period, asOf))
                                .map(period -> inEuro(period.amount(), life.currency(), asOf)))
                        .toList();
                assertThat(answer.totals().items()).isEqualTo(open.size());
                assertThat(answer.totals().total()).isEqualByComparingTo(sum(open));
                assertThat(sum(answer.totals().amounts()))
                        .isEqualByComparingTo(answer.totals().total());
                for (var line : answer.lines()) {
                    assertThat(sum(line.amounts())).isEqualByComparingTo(line.total());
                }
                assertThat(sum(answer.lines().stream().map(AgeingLine::total).toList()))
                        .isEqualByComparingTo(answer.totals().total());
            }
        }
    }

    @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
    void overdue_of_each_period_equals_the_ageing_of_its_last_day(@ForAll("ledgers") List<Life> lives) {
        write(lives);
        var company = ledger().company();
        var slice = Slice.ofCustomer(company, null);
        var by = new GroupBy(Slice.CUSTOMER_CODE, List.of());
        for (var step : Periods.Step.values()) {
            var periods = Periods.upTo(START.plusDays(200), step, 9);
            for (var credits : Credits.values()) {
                var last = new AgeingQuestion(company, periods.last().to(), credits, Set.of(), slice);
                var trend = ledger().inTenant(() ->
                        new GroupedLines(ledger().sql()).answer(new OverdueEntries(last, periods, 0, by), by, ALL));
                var old = ledger().inTenant(() ->
                        new GroupedLines(ledger().sql()).answer(new OverdueEntries(last, periods, 60, by), by, ALL));
                for (var period : periods.all()) {
                    var question = new AgeingQuestion(company, period.to(), credits, Set.of(), slice);
                    var ageing = ledger().inTenant(() -> new Ageings(ledger().sql()).answer(question, ALL));
                    var totals = ageing.totals();
                    assertThat(trend.totals().amount(period.key())).isEqualByComparingTo(totals.overdue());
                    assertThat(trend.totals().amount(OverdueEntries.receivable(period)))
                            .isEqualByComparingTo(totals.total());
                    // Brackets end at 30, 60, 90 and 120 days: what is beyond the second one.
                    assertThat(old.totals().amount(period.key()))
                            .isEqualByComparingTo(sum(totals.amounts().subList(3, 6)));
                    for (var line : trend.lines()) {
                        assertThat(line.amount(period.key()))
                                .isEqualByComparingTo(ageing.lines().stream()
                                        .filter(other -> Objects.equals(other.code(), line.code()))
                                        .map(AgeingLine::overdue)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add));
                    }
                }
            }
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void balances_of_several_days_equal_the_ageing_of_each(@ForAll("ledgers") List<Life> lives) {
        write(lives);
        var company = ledger().company();
        var days = List.of(-1, 0, 28, 57, 86, 100, 101, 144, 173, 202, 400).stream()
                .map(START::plusDays)
                .toList();
        for (var customer : Arrays.asList(null, "C2")) {
            var slice = Slice.ofCustomer(company, customer);
            var balances = ledger().inTenant(() -> new DsoQuestion(company, days.getLast(), slice)
                    .balances(days)
                    .fetch(ledger().sql()));
            assertThat(balances.getValues(Balances.DAY)).isEqualTo(days);
            for (var balance : balances) {
                var question = new AgeingQuestion(company, balance.value1(), Credits.COLUMN, Set.of(), slice);
                var ageing = ledger().inTenant(() ->
                        new Ageings(ledger().sql()).answer(question, ALL).totals());
                var unconverted = lives.stream()
                        .filter(life -> life.kind() != ItemKind.DOWN_PAYMENT_REQUEST)
                        .filter(life -> life.currency().equals("GBP"))
                        .filter(life -> customer == null || customer.equals("C" + life.customer()))
                        .flatMap(life -> life.periods().stream())
                        .filter(period -> isOpen(period, balance.value1()))
                        .count();
                assertThat(balance.value2()).isEqualByComparingTo(ageing.total());
                assertThat(balance.value3()).isEqualByComparingTo(ageing.overdue());
                assertThat(balance.value4()).isEqualTo(ageing.items());
                assertThat(balance.value5()).isEqualTo((int) unconverted);
            }
        }
    }

    @Provide
    Arbitrary<List<Life>> ledgers() {
        var amount = Arbitraries.bigDecimals()
                .between(new BigDecimal("-999.99"), new BigDecimal("9999.99"))
                .ofScale(2)
                .filter(value -> value.signum() != 0);
        var life = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(ItemKind.class),
                        Arbitraries.of("EUR", "USD", "JPY", "GBP"),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, 300),
                        amount.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(1, 60).list().ofSize(3),
                        Arbitraries.of(true, false))
                .as(Life::new);
        return life.list().ofMinSize(1).ofMaxSize(25);
    }

    /** In any order: what was recorded first need not be valid first. */
    private static void write(List<Life> lives) {
        ledger().inTenant(() -> ledger().sql()
                        .deleteFrom(ITEM_HISTORY)
                        .where(ITEM_HISTORY.TENANT_ID.eq(ledger().tenant()))
                        .execute()
                + ledger().sql()
                        .deleteFrom(ITEM)
                        .where(ITEM.TENANT_ID.eq(ledger().tenant()))
                        .execute());
        var items = new SampleItems(ledger());
        var shuffled = new ArrayList<>(lives);
        Collections.reverse(shuffled);
        var number = 0;
        for (var life : shuffled) {
            items.item(
                    life.kind(),
                    "C" + life.customer(),
                    String.valueOf(number++),
                    life.currency(),
                    life.parts().getFirst().toPlainString(),
                    START.plusDays(life.recorded()),
                    life.periods());
        }
        items.save();
    }

    private static boolean isOpen(SampleItems.Open period, LocalDate asOf) {
        var to = period.to();
        return !period.from().isAfter(asOf) && (to == null || to.isAfter(asOf));
    }

    /** Without a rate: zero, in no sum. */
    private static BigDecimal inEuro(String amount, String currency, LocalDate asOf) {
        var factor = switch (currency) {
            case "EUR" -> "1";
            case "USD" -> asOf.isBefore(DOLLAR_FALLS) ? "0.8" : "0.625";
            case "JPY" -> "0.00625";
            default -> "0";
        };
        return new BigDecimal(amount).multiply(new BigDecimal(factor)).setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static TestLedger ledger() {
        if (opened == null) {
            throw new IllegalStateException("The ledger is not open");
        }
        return opened;
    }
}
