package io.dunlin.intake;

import static io.dunlin.intake.AmountFormat.COMMA;
import static io.dunlin.intake.AmountFormat.POINT;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class AmountTallyTest {
    @Test
    void the_last_sign_shows_which_one_separates_the_decimals() {
        assertThat(formats("1,234.56")).containsExactly(POINT);
        assertThat(formats("1.234,56")).containsExactly(COMMA);
        assertThat(formats("1 234,56", "12")).containsExactly(COMMA);
        assertThat(formats("1'234.56")).containsExactly(POINT);
        assertThat(formats("1.234.567")).containsExactly(COMMA);
    }

    @Test
    void one_sign_before_three_digits_only_leaves_the_question_open() {
        assertThat(formats("1.234", "12")).containsExactly(POINT, COMMA);
        assertThat(formats("1,234")).containsExactly(POINT, COMMA);
    }

    @Test
    void one_value_that_can_be_read_one_way_only_decides_for_the_others() {
        assertThat(formats("1.234", "1.5")).containsExactly(POINT);
        assertThat(formats("1.234", "0.500")).containsExactly(POINT);
        assertThat(formats("1.234", "12,50")).containsExactly(COMMA);
    }

    @Test
    void whole_numbers_need_no_decision() {
        assertThat(formats("12", "-1500")).containsExactly(POINT);
    }

    @Test
    void minus_signs_stand_before_behind_or_around() {
        assertThat(List.of("-1.5", "1.5-", "(1.5)", "\u22121.5", "- 1.5", "\u20ac -1.5", "-1.5 \u20ac", "-$1.50"))
                .allSatisfy(text -> assertThat(POINT.read(text)).isEqualByComparingTo("-1.5"));
    }

    @Test
    void the_side_of_the_account_stands_behind_and_currencies_at_either_end() {
        assertThat(List.of(
                        "1.50 CR",
                        "1.50CR",
                        "1.50 Cr.",
                        "EUR 1.50 CR",
                        "1.50 H",
                        "-1.50 EUR",
                        "EUR-1.50",
                        "(1.50) USD"))
                .allSatisfy(text -> assertThat(POINT.read(text)).isEqualByComparingTo("-1.5"));
        assertThat(List.of("1,50 DR", "1,50 S", "EUR 1,50", "1,50 EUR", "1,50 D"))
                .allSatisfy(text -> assertThat(COMMA.read(text)).isEqualByComparingTo("1.5"));
        assertThat(List.of("12D", "FAC 12", "12 ABC", "C12", "12 CR 3"))
                .allSatisfy(text -> assertThat(POINT.read(text)).isNull());
    }

    @Test
    void powers_of_ten_are_worked_out_within_reason() {
        assertThat(POINT.read("1.5E+03")).isEqualByComparingTo("1500");
        assertThat(COMMA.read("-1,5e3")).isEqualByComparingTo("-1500");
        assertThat(POINT.read("1E-2")).isEqualByComparingTo("0.01");
        assertThat(List.of("1E999", "1E", "E5", "1E5E5", "1.2.3E4", "1E1.5", "1E+"))
                .allSatisfy(text -> assertThat(POINT.read(text)).isNull());
    }

    @Test
    void groups_are_set_apart_by_all_kinds_of_spaces_and_apostrophes() {
        assertThat(List.of("1\u202f234,56", "1\u00a0234,56", "1 234,56", "1'234,56", "1\u2019234,56", "1.234,56"))
                .allSatisfy(text -> assertThat(COMMA.read(text)).isEqualByComparingTo("1234.56"));
    }

    @Test
    void groups_must_have_three_digits() {
        assertThat(POINT.read("1,23")).isNull();
        assertThat(POINT.read("12,3456.00")).isNull();
        assertThat(POINT.read("1234,567.00")).isNull();
        assertThat(COMMA.read("0.123")).isNull();
    }

    @Test
    void texts_and_dates_are_no_amounts() {
        assertThat(formats("abc", "1/2/2013", "12a", "--1", "", "-", "(", "1-2", "€"))
                .isEmpty();
    }

    @Test
    void decimals_beyond_the_fourth_are_rounded_half_up() {
        assertThat(POINT.read("13.300000000000001")).isEqualByComparingTo("13.3");
        assertThat(POINT.read("0.00005")).isEqualByComparingTo("0.0001");
    }

    @Test
    void numbers_too_large_for_the_ledger_are_no_amounts() {
        assertThat(POINT.read("99999999999999.9999")).isEqualByComparingTo("99999999999999.9999");
        assertThat(POINT.read("100000000000000")).isNull();
    }

    @Test
    void both_readings_are_summed() {
        var tally = new AmountTally();
        tally.add("1.234");
        tally.add("2.000");

        assertThat(tally.sum(POINT)).isEqualByComparingTo("3.234");
        assertThat(tally.sum(COMMA)).isEqualByComparingTo("3234");
    }

    @Property
    void what_is_written_with_groups_is_read_back(
            @ForAll @BigRange(min = "-99999999999", max = "99999999999") @Scale(2) BigDecimal amount) {
        assertThat(POINT.read(written(amount, '.', ','))).isEqualByComparingTo(amount);
        assertThat(COMMA.read(written(amount, ',', '.'))).isEqualByComparingTo(amount);
        assertThat(COMMA.read(written(amount, ',', '\u202f'))).isEqualByComparingTo(amount);
    }

    @Property
    void any_text_is_read_without_a_failure(@ForAll String text) {
        new AmountTally().add(text);
    }

    private static String written(BigDecimal amount, char decimal, char group) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(decimal);
        symbols.setGroupingSeparator(group);
        symbols.setMinusSign('-');
        return new DecimalFormat("#,##0.00", symbols).format(amount);
    }

    private static List<AmountFormat> formats(String... values) {
        var tally = new AmountTally();
        for (var value : values) {
            tally.add(value);
        }
        return tally.formats(values.length);
    }
}
