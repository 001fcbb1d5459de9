package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03",
                "2026/3",
                "2026.03",
                "202603",
                "2026M03",
                "2026-M3",
                "03/2026",
                "3-2026",
                "03.2026",
                "March 2026",
                "mar-26",
                "Mars 2026",
                "mars-26",
                "März 2026",
                "marzo 2026",
                "março 2026",
                "maart 2026",
                "MAR 2026"
            })
    void a_month_is_read_however_it_is_spelled(String text) {
        assertThat(Months.read(text)).isEqualTo(YearMonth.of(2026, 3));
    }

    @Test
    void accents_and_points_do_not_matter() {
        assertThat(Months.read("févr. 2026")).isEqualTo(YearMonth.of(2026, 2));
        assertThat(Months.read("DÉCEMBRE 2025")).isEqualTo(YearMonth.of(2025, 12));
        assertThat(Months.read("aout 2025")).isEqualTo(YearMonth.of(2025, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-13",
                "00/2026",
                "13/2026",
                "202600",
                "2026-03-01",
                "monday 2026",
                "=cmd|A1",
                "1,234.56"
            })
    void anything_else_is_no_month(String text) {
        assertThat(Months.read(text)).isNull();
    }
}
