package io.dunlin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dunlin.kernel.Rejected;
import io.dunlin.testing.TestLedger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeRatesTest {
    @Test
    void the_central_banks_file_is_read_with_its_gaps_and_commas() {
        var file = read("""
                Date,USD,JPY,CYP,
                2024-05-03,1.0743,164.30,N/A,
                2024-05-02,1.0698,,N/A,
                """);
        assertThat(file.problems()).isEmpty();
        assertThat(file.rates())
                .extracting(
                        ExchangeRates.Rate::currency,
                        rate -> rate.on().toString(),
                        rate -> rate.perEuro().stripTrailingZeros().toPlainString())
                .containsExactly(
                        tuple("USD", "2024-05-03", "1.0743"),
                        tuple("JPY", "2024-05-03", "164.3"),
                        tuple("USD", "2024-05-02", "1.0698"));
    }

    @Test
    void what_cannot_be_used_is_named_and_the_rest_is_used() {
        var file = read("""
                Date,USD,Dollar,USD,EUR
                03/05/2024,1.07,1,1,1
                2024-05-02,"1,07",1,1,1
                2024-05-01,-1,1,1,1
                2024-04-30,1.06
                2024-04-30,1.05
                """);
        assertThat(file.rates()).hasSize(1);
        assertThat(file.unusable()).isEqualTo(7);
        assertThat(file.problems())
                .extracting(RateFile.Problem::line, RateFile.Problem::column, RateFile.Problem::value)
                .containsExactly(
                        tuple(1L, "Dollar", "Dollar"),
                        tuple(1L, "USD", "USD"),
                        tuple(1L, "EUR", "EUR"),
                        tuple(2L, "Date", "03/05/2024"),
                        tuple(3L, "USD", "1,07"),
                        tuple(4L, "USD", "-1"),
                        tuple(6L, "Date", "2024-04-30"));
    }

    @Test
    void another_file_is_refused() {
        assertThatThrownBy(() -> read("customer;amount\n1;2\n")).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> read("\u0000\u0001PK")).isInstanceOf(Rejected.class);
    }

    @Test
    void rates_are_added_and_replaced_in_one_statement_and_the_same_ones_change_nothing() {
        try (var ledger = new TestLedger("2026-11-22")) {
            var rates = new ExchangeRates(ledger.sql());
            var first = List.of(
                    rate("USD", "2024-05-03", "1.0743"),
                    rate("USD", "2024-05-02", "1.0698"),
                    rate("GBP", "2024-05-03", "0.85"));
            assertThat(ledger.inTenant(() -> rates.save(first))).isEqualTo(3);
            assertThat(ledger.inTenant(() -> rates.save(first))).isZero();
            assertThat(ledger.inTenant(() -> rates.save(List.of(rate("USD", "2024-05-03", "1.08")))))
                    .isEqualTo(1);
            assertThat(ledger.inTenant(rates::latest))
                    .extracting(
                            latest -> latest.rate().currency(),
                            ExchangeRates.Latest::days,
                            latest ->
                                    latest.rate().perEuro().stripTrailingZeros().toPlainString())
                    .containsExactly(tuple("GBP", 1, "0.85"), tuple("USD", 2, "1.08"));
        }
    }

    private static ExchangeRates.Rate rate(String currency, String day, String perEuro) {
        return new ExchangeRates.Rate(currency, LocalDate.parse(day), new BigDecimal(perEuro));
    }

    private static RateFile read(String text) {
        try {
            return RateFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
