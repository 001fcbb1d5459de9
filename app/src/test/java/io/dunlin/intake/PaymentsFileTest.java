package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaymentsFileTest {
    @Test
    void delimiter_dates_and_amounts_of_the_real_file_are_found() {
        var profile = Profiler.profile(PaymentsFile.open(), "UTF-8");

        assertThat(profile.delimiter()).isEqualTo(",");
        assertThat(profile.rows()).isEqualTo(2466);
        assertThat(profile.columns().stream().filter(column -> !column.dates().isEmpty()))
                .allSatisfy(column -> assertThat(column.dates())
                        .extracting(DateFormat::pattern)
                        .containsExactly("MM/dd/yyyy"))
                .extracting(ColumnProfile::header)
                .containsExactly("PaperlessDate", "InvoiceDate", "DueDate", "SettledDate");
        var amount = profile.columns().get(6);
        assertThat(amount.amounts()).containsExactly(AmountFormat.POINT);
        assertThat(amount.pointSum()).isEqualByComparingTo("147703.18");
        assertThat(profile.columns().get(3).leadingZeros()).isTrue();
    }
}
