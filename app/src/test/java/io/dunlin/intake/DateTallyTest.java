package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.intake.DateFormat.Order;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DateTallyTest {
    @Test
    void a_day_beyond_twelve_anywhere_in_the_column_makes_it_day_first() {
        assertThat(patterns("4/6/2013", "13/5/2013")).containsExactly("dd/MM/yyyy");
    }

    @Test
    void a_second_number_beyond_twelve_makes_it_month_first() {
        assertThat(patterns("4/6/2013", "1/15/2013")).containsExactly("MM/dd/yyyy");
    }

    @Test
    void a_column_that_fits_both_orders_stays_open() {
        assertThat(patterns("4/6/2013", "1/2/2013")).containsExactly("dd/MM/yyyy", "MM/dd/yyyy");
    }

    @Test
    void a_column_with_as_many_days_first_as_months_first_stays_open() {
        assertThat(patterns("13/6/2013", "1/25/2013")).containsExactly("dd/MM/yyyy", "MM/dd/yyyy");
    }

    @Test
    void one_slip_among_many_does_not_open_the_question() {
        var tally = new DateTally();
        for (var day = 13; day <= 31; day++) {
            tally.add(day + "/1/2013");
            tally.add(day + "/3/2013");
        }
        tally.add("1/31/2013");

        assertThat(tally.formats(39).stream().map(DateFormat::pattern)).containsExactly("dd/MM/yyyy");
    }

    @Test
    void years_first_and_eight_digits_need_no_decision() {
        assertThat(patterns("2013-04-06", "2013-06-04")).containsExactly("yyyy-MM-dd");
        assertThat(patterns("2013/4/6")).containsExactly("yyyy/MM/dd");
        assertThat(patterns("20130406", "20131231")).containsExactly("yyyyMMdd");
    }

    @Test
    void short_years_and_other_separators_are_seen() {
        assertThat(patterns("31.12.12")).containsExactly("dd.MM.yy");
        assertThat(patterns("12-31-2012")).containsExactly("MM-dd-yyyy");
    }

    @Test
    void times_behind_the_date_are_left_out() {
        assertThat(patterns("2013-04-06T10:15:30+02:00", "2013-04-06 00:00:00.000"))
                .containsExactly("yyyy-MM-dd");
        assertThat(new DateFormat(Order.DAY_FIRST, "/", false).read("13/05/2013 00:00:00"))
                .isEqualTo("2013-05-13");
    }

    @Test
    void numbers_texts_and_days_that_do_not_exist_are_no_dates() {
        assertThat(patterns("0000611365", "12.5", "1.234.567", "31/02/2013", "abc", "20131345"))
                .isEmpty();
    }

    @Test
    void a_few_other_values_leave_it_a_column_of_dates() {
        assertThat(patterns("13/5/2013", "14/5/2013", "n/a")).containsExactly("dd/MM/yyyy");
        assertThat(patterns("13/5/2013", "n/a", "n/a")).isEmpty();
    }

    @Property
    void what_is_written_in_a_format_is_read_back(
            @ForAll("days") LocalDate day, @ForAll Order order, @ForAll("separators") String separator) {
        var format = new DateFormat(order, separator, false);

        assertThat(format.read(day.format(DateTimeFormatter.ofPattern(format.pattern(), Locale.ROOT))))
                .isEqualTo(day);
    }

    @Property
    void the_order_is_found_as_soon_as_one_day_is_beyond_twelve(
            @ForAll("days") LocalDate first,
            @ForAll @IntRange(min = 13, max = 28) int day,
            @ForAll("dayOrMonth") Order order) {
        var format = new DateFormat(order, "/", false);
        var written = DateTimeFormatter.ofPattern(format.pattern(), Locale.ROOT);

        assertThat(patterns(first.format(written), first.withDayOfMonth(day).format(written)))
                .containsExactly(format.pattern());
    }

    @Property
    void any_text_is_read_without_a_failure(@ForAll String text) {
        new DateTally().add(text);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1990, 1, 1).toEpochDay(),
                        LocalDate.of(2099, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of("/", "-", ".");
    }

    @Provide
    Arbitrary<Order> dayOrMonth() {
        return Arbitraries.of(Order.DAY_FIRST, Order.MONTH_FIRST);
    }

    private static List<String> patterns(String... values) {
        var tally = new DateTally();
        for (var value : values) {
            tally.add(value);
        }
        return tally.formats(values.length).stream().map(DateFormat::pattern).toList();
    }
}
