package io.dunlin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Page ENGLISH = viewer("Ann Le Goff", Locale.ENGLISH, "yyyy-MM-dd");
    private static final Page FRENCH = viewer("élodie", Locale.FRENCH, "dd/MM/yyyy");

    @Test
    void numbers_are_grouped_and_pointed_as_the_viewer_writes_them() {
        assertThat(ENGLISH.money(new BigDecimal("1234567.005"))).isEqualTo("1,234,567.01");
        assertThat(FRENCH.money(new BigDecimal("1234567.005"))).isEqualTo("1\u202f234\u202f567,01");
        assertThat(FRENCH.count(1234)).isEqualTo("1\u202f234");
        assertThat(ENGLISH.money(null)).isEmpty();
    }

    @Test
    void a_negative_number_has_a_true_minus_sign_and_zero_has_none() {
        assertThat(ENGLISH.money(new BigDecimal("-1234.5"))).isEqualTo("\u22121,234.50");
        assertThat(FRENCH.money(new BigDecimal("-0.5"))).isEqualTo("\u22120,50");
        assertThat(ENGLISH.money(new BigDecimal("-0.004"))).isEqualTo("0.00");
        assertThat(ENGLISH.number(new BigDecimal("-0.4"), 0)).isEqualTo("0");
    }

    @Test
    void dates_and_times_follow_the_viewer() {
        var day = LocalDate.of(2026, 3, 9);
        assertThat(ENGLISH.date(day)).isEqualTo("2026-03-09");
        assertThat(FRENCH.date(day)).isEqualTo("09/03/2026");
        assertThat(FRENCH.date(null)).isEmpty();
        assertThat(FRENCH.time(Instant.parse("2026-03-09T23:30:00Z"))).isEqualTo("10/03/2026 00:30");
        assertThat(viewer("", Locale.FRENCH, "d MMM yyyy").date(day)).isEqualTo("9 mars 2026");
    }

    @Test
    void a_cell_is_written_as_its_column_asks() {
        var number = new BigDecimal("1234.56");
        assertThat(ENGLISH.cell(column(Column.Kind.AMOUNT), number)).isEqualTo("1,234.56");
        assertThat(ENGLISH.cell(column(Column.Kind.DAYS), number)).isEqualTo("1,234.6");
        assertThat(ENGLISH.cell(column(Column.Kind.PERCENT), number)).isEqualTo("1,234.6");
        assertThat(ENGLISH.cell(column(Column.Kind.COUNT), number)).isEqualTo("1,235");
        assertThat(ENGLISH.cell(column(Column.Kind.TEXT), number)).isEqualTo("1234.56");
        assertThat(ENGLISH.cell(column(Column.Kind.COUNT), 1234L)).isEqualTo("1,234");
        assertThat(ENGLISH.cell(column(Column.Kind.DAYS), -3)).isEqualTo("\u22123");
        assertThat(FRENCH.cell(column(Column.Kind.DATE), LocalDate.of(2026, 1, 2)))
                .isEqualTo("02/01/2026");
        assertThat(ENGLISH.cell(column(Column.Kind.TEXT), "A & B")).isEqualTo("A & B");
        assertThat(ENGLISH.cell(column(Column.Kind.AMOUNT), null)).isEmpty();
    }

    @Test
    void an_address_takes_a_parameter_and_falls_back_to_the_first_page() {
        assertThat(at("/customers").with("sort", "name")).isEqualTo("/customers?sort=name");
        assertThat(at("/customers?q=a&sort=code&page=3").with("sort", "name")).isEqualTo("/customers?q=a&sort=name");
        assertThat(at("/customers?q=a&sort=code").with("q", "")).isEqualTo("/customers?sort=code");
        assertThat(at("/customers?page=3").with("page", "", "page", "4")).isEqualTo("/customers?page=4");
        assertThat(at("/customers?dir=asc").with("sort", "name", "dir", "desc"))
                .isEqualTo("/customers?sort=name&dir=desc");
    }

    @Test
    void whatever_stands_in_a_parameter_is_encoded_once() {
        assertThat(at("/customers").with("q", "A & B=é+1%#")).isEqualTo("/customers?q=A%20%26%20B%3D%C3%A9%2B1%25%23");
        assertThat(at("/customers?q=A%20%26%20%C3%A9+b").with("sort", "name"))
                .isEqualTo("/customers?q=A%20%26%20%C3%A9+b&sort=name");
        assertThat(at("/customers/EST/A~2F1%20%C3%A9").with("show", "all"))
                .isEqualTo("/customers/EST/A~2F1%20%C3%A9?show=all");
    }

    @Test
    void a_percent_sign_typed_into_the_address_does_no_harm() {
        assertThat(at("/customers?q=100%&page=2").with("sort", "name")).isEqualTo("/customers?q=100%25&sort=name");
    }

    @Test
    void initials_are_the_first_letters_of_two_names() {
        assertThat(ENGLISH.initials()).isEqualTo("AL");
        assertThat(FRENCH.initials()).isEqualTo("É");
        assertThat(viewer("  ", Locale.ENGLISH, "yyyy").initials()).isEmpty();
        assertThat(viewer("𝒜da 𝓑yron", Locale.ENGLISH, "yyyy").initials()).isEqualTo("𝒜𝓑");
    }

    private static Page viewer(String name, Locale language, String dateFormat) {
        return new SomeViewer(name, language, dateFormat).at("/");
    }

    private static Page at(String address) {
        return new SomeViewer("Ann", Locale.ENGLISH, "yyyy-MM-dd").at(address);
    }

    private static Column column(Column.Kind kind) {
        return new Column("any", "Any", null, kind, false);
    }
}
