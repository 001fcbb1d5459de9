package io.dunlin.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CountBackTest {
    private final Map<YearMonth, BigDecimal> sales = new TreeMap<>();

    @Test
    void two_whole_months_and_a_part_of_july_make_75_2_days() {
        sold("2025-09", "100000");
        sold("2025-08", "80000");
        sold("2025-07", "70000");

        var dso = days("212000", "2025-09-30");

        assertThat(dso.days()).isEqualByComparingTo("75.1714");
        assertThat(dso.beyondHistory()).isFalse();
        assertThat(dso.steps())
                .containsExactly(
                        new CountBack.Step(
                                YearMonth.parse("2025-09"),
                                30,
                                new BigDecimal("100000"),
                                days("30.0000"),
                                amount("112000")),
                        new CountBack.Step(
                                YearMonth.parse("2025-08"),
                                31,
                                new BigDecimal("80000"),
                                days("31.0000"),
                                amount("32000")),
                        new CountBack.Step(
                                YearMonth.parse("2025-07"), 31, new BigDecimal("70000"), days("14.1714"), amount("0")));
    }

    @Test
    void a_first_quarter_makes_76_7_days() {
        sold("2025-03", "900000");
        sold("2025-02", "800000");
        sold("2025-01", "700000");

        assertThat(days("2100000", "2025-03-31").days()).isEqualByComparingTo("76.7143");
    }

    @Test
    void the_current_month_counts_the_days_elapsed() {
        sold("2025-03", "300");
        sold("2025-02", "280");

        assertThat(days("300", "2025-03-10").days()).isEqualByComparingTo("10");
        assertThat(days("150", "2025-03-10").days()).isEqualByComparingTo("5");
        assertThat(days("440", "2025-03-10").days()).isEqualByComparingTo("24");
    }

    @Test
    void a_month_without_sales_counts_its_days_and_uses_up_nothing() {
        sold("2025-03", "0");
        sold("2025-02", "-50");
        sold("2024-12", "310");

        assertThat(days("100", "2025-03-31").days()).isEqualByComparingTo("100");
    }

    @Test
    void where_history_runs_out_the_figure_is_a_lower_bound() {
        sold("2025-03", "100");
        sold("2025-02", "100");

        var dso = days("201", "2025-03-31");

        assertThat(dso.days()).isEqualByComparingTo("59");
        assertThat(dso.beyondHistory()).isTrue();
        assertThat(dso.steps().getLast().remaining()).isEqualByComparingTo("1");
        assertThat(CountBack.of(BigDecimal.ONE, LocalDate.parse("2025-03-31"), Map.of()))
                .isEqualTo(new CountBack(days("0.0000"), true, java.util.List.of()));
    }

    @Test
    void nothing_receivable_is_no_day() {
        sold("2025-03", "100");

        assertThat(days("0", "2025-03-31").days()).isEqualByComparingTo("0");
        assertThat(days("-5", "2025-03-31").days()).isEqualByComparingTo("0");
        assertThat(days("-5", "2025-03-31").beyondHistory()).isFalse();
    }

    private void sold(String month, String amount) {
        sales.put(YearMonth.parse(month), new BigDecimal(amount));
    }

    private CountBack days(String receivable, String asOf) {
        return CountBack.of(new BigDecimal(receivable), LocalDate.parse(asOf), sales);
    }

    private static BigDecimal days(String days) {
        return new BigDecimal(days);
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }
}
