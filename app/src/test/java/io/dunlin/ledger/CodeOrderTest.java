package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Subject;
import io.dunlin.ledger.indicator.LedgerCriteria;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Columns whose values are codes sort by what the codes mean. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodeOrderTest {
    private static final Indicator.Value CITY = new Indicator.Value.One(scope -> scope.of(CUSTOMER.CITY));

    private final TestLedger ledger = new TestLedger("2026-11-22");

    @BeforeAll
    void customers_with_letters_for_cities() {
        var portfolio = new SamplePortfolio(ledger);
        for (var city : List.of("A", "B", "C", "Z", "")) {
            var customer = portfolio.customer(city.isEmpty() ? "none" : city, "Customer " + city);
            portfolio.facts(customer, "0", "0", "");
            if (!city.isEmpty()) {
                ledger.inTenant(() -> ledger.sql()
                        .update(CUSTOMER)
                        .set(CUSTOMER.CITY, city)
                        .where(CUSTOMER.TENANT_ID.eq(ledger.tenant()))
                        .and(CUSTOMER.ID.eq(customer))
                        .execute());
            }
        }
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void grades_sort_from_worst_to_best_and_back_and_the_unknown_stand_last() {
        var grade = new Indicator(
                "customer.rated", Subject.CUSTOMER, Kind.GRADE, "scores", "Rated", CITY, List.of("C", "A", "B"));

        assertThat(sorted(grade, Locale.ENGLISH, null)).containsExactly("C", "A", "B", "Z", "none");
        assertThat(sorted(grade, Locale.ENGLISH, "desc")).containsExactly("Z", "B", "A", "C", "none");
    }

    @Test
    void choices_sort_by_the_name_that_the_reader_sees() {
        var choice = new Indicator(
                        "customer.chosen", Subject.CUSTOMER, Kind.CHOICE, "scores", "Chosen", CITY, List.of())
                .withChoices(() -> List.of(
                        new Choice("A", "ledger.kind.INVOICE"),
                        new Choice("B", "ledger.kind.DRAFT"),
                        new Choice("C", "ledger.kind.PAYMENT")));

        // Draft, Invoice, Unallocated payment.
        assertThat(sorted(choice, Locale.ENGLISH, null)).containsExactly("B", "A", "C", "Z", "none");
        // Facture, Paiement non affecté, Traite.
        assertThat(sorted(choice, Locale.FRENCH, null)).containsExactly("A", "C", "B", "Z", "none");
    }

    private List<String> sorted(Indicator indicator, Locale language, @Nullable String direction) {
        var catalogue = LedgerCriteria.catalogue(ledger.sql(), ledger.clock(), () -> List.of(indicator));
        var customers = new Customers(
                ledger.sql(),
                LedgerCriteria.matches(ledger.sql(), ledger.clock()),
                LedgerCriteria.columns(catalogue, language));
        var key = indicator.code().substring("customer.".length());
        return ledger
                .inTenant(() ->
                        customers.list(ledger.company(), CustomerFilter.NONE, TableRequest.of("", key, direction, 1)))
                .lines()
                .stream()
                .map(CustomerLine::code)
                .toList();
    }
}
