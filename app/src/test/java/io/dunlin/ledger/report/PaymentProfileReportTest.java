package io.dunlin.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.CustomerChoice;
import io.dunlin.ledger.Facts;
import io.dunlin.ledger.ItemKind;
import io.dunlin.ledger.PaymentProfiles;
import io.dunlin.ledger.ProfileRules;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaymentProfileReportTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final SampleItems items = new SampleItems(ledger);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_profile_is_that_of_the_invoices_paid_in_the_six_months_before_each_day() {
        // In August 5 days late; of these payments none is left in the window on 28 February.
        paid("C1", "2026-08-05", "2026-08-10", 3);
        paid("C1", "2026-10-01", "2026-11-10", 3);

        var answer = ask(5, paidOnly(3), Slice.CUSTOMER_CODE);

        var line = answer.lines().getFirst();
        assertThat(customers(answer.totals(), 2, "2026-08")).isEqualByComparingTo("1");
        assertThat(customers(answer.totals(), 0, "2026-07")).isEqualByComparingTo("1");
        // 3 × 100 × 5 and 3 × 100 × 40 days over 600.
        assertThat(line.figure(ProfileEntries.DELAY)).isEqualByComparingTo("22.5");
        assertThat(line.figure(ProfileEntries.RANK)).isEqualByComparingTo("3");
        assertThat(line.figure(ProfileEntries.RANK_BEFORE)).isNull();
        var later =
                ask("2027-02-28", 1, paidOnly(3), Slice.CUSTOMER_CODE).lines().getFirst();
        assertThat(later.figure(ProfileEntries.DELAY)).isEqualByComparingTo("40");
        assertThat(later.figure(ProfileEntries.RANK)).isEqualByComparingTo("4");
    }

    @Test
    void what_is_overdue_counts_as_if_it_were_paid_on_the_day() {
        paid("C1", "2026-08-05", "2026-08-05", 3);
        items.invoice("C1", "U", "300", "2026-08-01", "2026-09-23", null);

        var counted = ask(3, new ProfileRules(presets(), 3, true), Slice.CUSTOMER_CODE);

        // Not overdue on 30 August; 7 days on 30 September: 300 × 7 over 600; 60 days on 22 November.
        assertThat(rankOn("2026-09", counted)).isEqualTo(2);
        assertThat(rankOn("2026-11", counted)).isEqualTo(3);
        assertThat(counted.lines().getFirst().figure(ProfileEntries.DELAY)).isEqualByComparingTo("30");
        assertThat(rankOn("2026-11", ask(3, paidOnly(3), Slice.CUSTOMER_CODE))).isEqualTo(1);
    }

    @Test
    void too_few_invoices_are_no_history() {
        paid("C1", "2026-08-05", "2026-08-05", 2);

        assertThat(rankOn("2026-11", ask(1, paidOnly(3), Slice.CUSTOMER_CODE))).isZero();
        assertThat(rankOn("2026-11", ask(1, paidOnly(2), Slice.CUSTOMER_CODE))).isEqualTo(1);
    }

    @Test
    void every_customer_counts_once_on_every_day_and_so_does_what_it_owes() {
        paid("C1", "2026-08-05", "2026-08-05", 3);
        paid("C2", "2026-08-05", "2026-10-20", 4);
        items.invoice("C3", "O", "70", "2026-11-01", "2026-12-01", null);
        items.item(ItemKind.CREDIT_NOTE, "C3", "CN", "EUR", "-20", "2026-11-01", "2026-11-01", null);
        items.invoice("C2", "P", "30", "2026-10-01", "2026-11-01", null);
        items.invoice("C4", "old", "10", "2024-01-01", "2024-02-01", "2024-03-01");

        var answer = ask(12, paidOnly(3), Slice.CUSTOMER_CODE);

        assertThat(answer.count()).isEqualTo(4);
        assertThat(answer.totals().amount(ProfileEntries.CUSTOMERS)).isEqualByComparingTo("4");
        for (var period :
                Periods.upTo(day("2026-11-22"), Periods.Step.MONTH, 12).all()) {
            var customers = BigDecimal.ZERO;
            for (var rank = 0; rank <= 5; rank++) {
                customers = customers.add(customers(answer.totals(), rank, period.key()));
            }
            assertThat(customers).isEqualByComparingTo("4");
        }
        assertThat(answer.totals().amount("amount-0-2026-11")).isEqualByComparingTo("50");
        assertThat(answer.totals().amount("amount-5-2026-11")).isEqualByComparingTo("30");
        assertThat(answer.totals().amount(ProfileEntries.RECEIVABLE)).isEqualByComparingTo("80");
        assertThat(answer.lines()).extracting(GroupedLine::code).containsExactly("C3", "C2", "C1", "C4");
    }

    @Test
    void other_currencies_weigh_at_the_rate_of_each_day() {
        items.rate("USD", "2026-01-01", "1.25");
        items.item(ItemKind.INVOICE, "C1", "1", "USD", "100.01", "2026-07-01", "2026-08-01", "2026-08-11");
        items.invoice("C1", "2", "80.01", "2026-07-01", "2026-08-01", "2026-08-01");

        assertThat(ask(1, paidOnly(2), Slice.CUSTOMER_CODE).lines().getFirst().figure(ProfileEntries.DELAY))
                .isEqualByComparingTo("5");
    }

    @Test
    void lines_of_several_customers_add_up_their_profiles() {
        paid("C1", "2026-08-05", "2026-08-05", 3);
        paid("C2", "2026-08-05", "2026-08-09", 3);
        items.invoice("C3", "O", "70", "2026-11-01", "2026-12-01", null);
        items.save();
        items.group("North", "C1", "C2", "C3");

        var line = ask(1, paidOnly(3), CustomerChoice.GROUP).lines().getFirst();

        assertThat(line.customers()).isEqualTo(3);
        assertThat(line.amount("customers-veryGood")).isEqualByComparingTo("1");
        assertThat(line.amount("customers-good")).isEqualByComparingTo("1");
        assertThat(line.amount("customers-none")).isEqualByComparingTo("1");
        assertThat(line.amount("amount-none")).isEqualByComparingTo("70");
        assertThat(line.figure(ProfileEntries.DELAY)).isEqualByComparingTo("2");
    }

    @Test
    void on_the_present_day_the_report_says_what_the_flags_say() {
        items.rate("USD", "2026-01-01", "1.25");
        var random = new Random(20261122);
        for (var number = 0; number < 400; number++) {
            var due = day("2026-04-01").plusDays(random.nextInt(230));
            var settled = due.plusDays(random.nextInt(-4, 90));
            var amount = BigDecimal.valueOf(random.nextInt(1, 90_000), 2).toPlainString();
            var customer = "C" + random.nextInt(60);
            var isPartlyPaid = random.nextInt(5) == 0;
            var paidOn = settled.isBefore(day("2026-11-22")) ? settled : null;
            if (isPartlyPaid) {
                items.item(
                        ItemKind.INVOICE,
                        customer,
                        "N" + number,
                        "EUR",
                        amount,
                        due.minusDays(30),
                        List.of(
                                new SampleItems.Open(due.minusDays(30), due.minusDays(5), due, amount),
                                new SampleItems.Open(due.minusDays(5), paidOn, due, "0.50")));
            } else {
                items.item(
                        number % 11 == 0 ? ItemKind.ADJUSTMENT : ItemKind.INVOICE,
                        customer,
                        "N" + number,
                        number % 7 == 0 ? "USD" : "EUR",
                        amount,
                        due.minusDays(30).toString(),
                        due.toString(),
                        paidOn == null ? null : paidOn.toString());
            }
        }
        items.save();
        ledger.inTenant(() -> {
            new Facts(ledger.sql(), ledger.clock()).rebuild(ledger.company());
            return true;
        });

        for (var rules : List.of(ProfileRules.usual(), paidOnly(2))) {
            var totals = ask(1, rules, Slice.CUSTOMER_CODE).totals();
            var now = ledger.inTenant(() -> new PaymentProfiles(ledger.sql()).customers(ledger.company(), rules));

            assertThat(now).hasSizeGreaterThan(2);
            for (var rank = 1; rank <= 5; rank++) {
                var code = rules.profiles().get(rank - 1).code();
                assertThat(customers(totals, rank, "2026-11").longValueExact())
                        .as(code)
                        .isEqualTo(now.getOrDefault(code, 0L));
            }
            assertThat(customers(totals, 0, "2026-11").longValueExact()).isEqualTo(now.getOrDefault("", 0L));
        }
    }

    private int rankOn(String period, GroupedLine.Answer answer) {
        for (var rank = 0; rank <= 5; rank++) {
            if (customers(answer.totals(), rank, period).signum() > 0) {
                return rank;
            }
        }
        throw new AssertionError("No customer");
    }

    private static BigDecimal customers(GroupedLine line, int rank, String period) {
        return line.amount("customers-" + rank + "-" + period);
    }

    private void paid(String customer, String due, String settled, int times) {
        for (var time = 0; time < times; time++) {
            items.invoice(customer, customer + settled + time, "100", "2026-07-01", due, settled);
        }
    }

    private GroupedLine.Answer ask(int months, ProfileRules rules, String groupBy) {
        return ask("2026-11-22", months, rules, groupBy);
    }

    private GroupedLine.Answer ask(String day, int months, ProfileRules rules, String groupBy) {
        items.save();
        var by = new GroupBy(groupBy, List.of());
        var entries = new ProfileEntries(
                ledger.company(),
                Periods.upTo(day(day), Periods.Step.MONTH, months),
                rules,
                Slice.all(ledger.company()),
                by);
        return ledger.inTenant(
                () -> new GroupedLines(ledger.sql()).answer(entries, by, TableRequest.of(null, null, null, null)));
    }

    private ProfileRules paidOnly(int fewest) {
        return new ProfileRules(presets(), fewest, false);
    }

    private List<io.dunlin.ledger.PaymentProfile> presets() {
        return ledger.inTenant(() -> new PaymentProfiles(ledger.sql()).now()).profiles();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
