package io.dunlin.ledger;

import static io.dunlin.ledger.tables.ExchangeRate.EXCHANGE_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.testing.TestLedger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CurrencyFactorsTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");

    @BeforeAll
    void publish_rates() {
        rate("USD", "2026-01-02", "1.25");
        rate("USD", "2026-03-02", "1.60");
        rate("JPY", "2026-01-02", "160");
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void the_latest_rate_up_to_the_date_counts() {
        assertThat(converted(ledger.company(), "100", "USD", "2026-03-01")).isEqualByComparingTo("80.00");
        assertThat(converted(ledger.company(), "100", "USD", "2026-03-02")).isEqualByComparingTo("62.50");
    }

    @Test
    void the_own_currency_is_taken_as_it_is() {
        assertThat(converted(ledger.company(), "100.01", "EUR", "2026-03-01")).isEqualByComparingTo("100.01");
        assertThat(converted(companyIn("CHF"), "7.15", "CHF", "2026-03-01")).isEqualByComparingTo("7.15");
    }

    @Test
    void two_foreign_currencies_meet_over_the_euro_and_round_half_up() {
        assertThat(converted(companyIn("JPY"), "0.04", "USD", "2026-02-01")).isEqualByComparingTo("5");
        assertThat(converted(ledger.company(), "2.00", "JPY", "2026-02-01")).isEqualByComparingTo("0.01");
        assertThat(converted(ledger.company(), "0.80", "JPY", "2026-02-01")).isEqualByComparingTo("0.01");
        assertThat(converted(ledger.company(), "-0.80", "JPY", "2026-02-01")).isEqualByComparingTo("-0.01");
    }

    @Test
    void without_a_rate_up_to_the_date_there_is_no_amount() {
        assertThat(converted(ledger.company(), "100", "USD", "2026-01-01")).isNull();
        assertThat(converted(ledger.company(), "100", "GBP", "2026-03-01")).isNull();
    }

    private @Nullable BigDecimal converted(Company company, String amount, String currency, String date) {
        return ledger.inTenant(() -> ledger.sql()
                .select(CurrencyFactors.inCompanyCurrency(val(new BigDecimal(amount)), company))
                .from(CurrencyFactors.asOf(company, LocalDate.parse(date)))
                .where(CurrencyFactors.CURRENCY.eq(currency))
                .fetchSingle()
                .value1());
    }

    private Company companyIn(String currency) {
        return ledger.inTenant(() -> {
            var companies = new Companies(ledger.sql(), ledger.clock());
            return companies
                    .find(currency)
                    .orElseGet(() -> companies.get(companies.create(
                            currency, currency, Currency.getInstance(currency), ZoneId.of("Europe/Paris"))));
        });
    }

    private void rate(String currency, String date, String perEuro) {
        ledger.inTenant(() -> ledger.sql()
                .insertInto(EXCHANGE_RATE)
                .set(EXCHANGE_RATE.TENANT_ID, ledger.tenant())
                .set(EXCHANGE_RATE.CURRENCY, currency)
                .set(EXCHANGE_RATE.RATE_DATE, LocalDate.parse(date))
                .set(EXCHANGE_RATE.PER_EURO, new BigDecimal(perEuro))
                .execute());
    }
}
