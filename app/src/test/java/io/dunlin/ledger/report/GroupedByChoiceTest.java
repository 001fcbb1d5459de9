package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.CustomerChoice;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A line that stands for several customers says what the report about these customers says.
 *
 * <ul>
 *   <li>A (France, field 2 North) and B (France) are Anna's, C (Spain) is nobody's, D has no country;
 *   <li>A and C are key accounts, C is strategic as well.
 * </ul>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupedByChoiceTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final TableRequest ALL = new TableRequest("", "", false, 1, 1000);

    private final TestLedger ledger = new TestLedger("2026-11-22");

    @BeforeAll
    void four_customers() {
        var items = new SampleItems(ledger);
        items.invoice("A", "A1", "1000", "2026-08-13", "2026-09-12", null);
        items.invoice("A", "A2", "300", "2026-10-13", "2026-11-12", "2026-11-01");
        items.invoice("B", "B1", "500", "2026-09-13", "2026-12-13", null);
        items.invoice("C", "C1", "70", "2026-06-25", "2026-07-25", null);
        items.invoice("C", "C2", "900", "2026-11-01", "2026-12-01", null);
        items.invoice("D", "D1", "20", "2026-10-18", "2026-11-17", null);
        items.save();
        items.group("Key accounts", "A", "C");
        items.group("Strategic", "C");
        set("A", "FR", "North");
        set("B", "FR", " ");
        set("C", "ES", null);
        ledger.inTenant(() -> {
            var anna = new Users(ledger.sql(), ledger.clock())
                    .create("anna@estuaire.example", "Anna Roy", Role.COLLECTOR, false, "en");
            return ledger.sql()
                    .insertInto(
                            CUSTOMER_ASSIGNMENT,
                            CUSTOMER_ASSIGNMENT.TENANT_ID,
                            CUSTOMER_ASSIGNMENT.CUSTOMER_ID,
                            CUSTOMER_ASSIGNMENT.COLLECTOR_ID)
                    .select(org.jooq
                            .impl
                            .DSL
                            .select(
                                    CUSTOMER.TENANT_ID,
                                    CUSTOMER.ID,
                                    org.jooq.impl.DSL.val(anna.id(), CUSTOMER_ASSIGNMENT.COLLECTOR_ID))
                            .from(CUSTOMER)
                            .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                            .and(CUSTOMER.CODE.in("A", "B")))
                    .execute();
        });
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void collectors_countries_and_fields_part_the_customers() {
        assertThat(ageing("collector").lines())
                .extracting(AgeingLine::name, AgeingLine::customers)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Anna Roy", 2L),
                        org.assertj.core.groups.Tuple.tuple(null, 2L));
        assertThat(ageing("country").lines()).extracting(AgeingLine::code).containsExactly("FR", "ES", null);
        assertThat(ageing("field2").lines()).extracting(AgeingLine::code).containsExactly("North", null);
        assertThat(ageing("country").totals().customers()).isEqualTo(4);
        assertThat(ageing("country").totals().total()).isEqualByComparingTo("2490");
    }

    @Test
    void a_customer_of_two_groups_counts_in_both_and_once_in_the_total() {
        var ageing = ageing("customerGroup");

        assertThat(ageing.lines())
                .extracting(AgeingLine::name, line -> line.total().intValueExact())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Key accounts", 1970),
                        org.assertj.core.groups.Tuple.tuple("Strategic", 970),
                        org.assertj.core.groups.Tuple.tuple(null, 520));
        assertThat(ageing.totals().total()).isEqualByComparingTo("2490");
        assertThat(ageing.totals().customers()).isEqualTo(4);
    }

    @Test
    void each_line_says_what_the_report_about_its_customers_says() {
        for (var by : List.of("collector", "country", "field2", "customerGroup")) {
            for (var line : ageing(by).lines()) {
                var alone = ledger.inTenant(() -> new Ageings(ledger.sql())
                        .answer(
                                new AgeingQuestion(
                                        ledger.company(), TODAY, Credits.COLUMN, Set.of(), only(by, line.code())),
                                ALL));
                assertThat(line.overdue()).isEqualByComparingTo(alone.totals().overdue());
                assertThat(line.total()).isEqualByComparingTo(alone.totals().total());
                assertThat(line.customers()).isEqualTo(alone.customers());
            }
            var dso = ledger.inTenant(() -> new DsoByCustomer(ledger.sql())
                    .answer(
                            new DsoQuestion(
                                    ledger.company(), TODAY, Slice.all(ledger.company()), new GroupBy(by, List.of())),
                            ALL));
            assertThat(dso.count()).isEqualTo(dso.lines().size()).isPositive();
            for (var line : dso.lines()) {
                var question = new DsoQuestion(ledger.company(), TODAY, only(by, line.code()));
                var alone = ledger.inTenant(() -> new DsoHistory(ledger.sql()).answer(question, List.of()))
                        .now();
                assertThat(line.days()).as(by + " " + line.code()).isEqualByComparingTo(alone.days());
                assertThat(line.overdueDays()).as(by + " " + line.code()).isEqualByComparingTo(alone.overdueDays());
                assertThat(line.receivable()).isEqualByComparingTo(alone.receivable());
            }
        }
    }

    private AgeingLine.Answer ageing(String by) {
        var question = new AgeingQuestion(
                ledger.company(),
                TODAY,
                Credits.COLUMN,
                Set.of(),
                Slice.all(ledger.company()),
                new GroupBy(by, List.of()));
        return ledger.inTenant(() -> new Ageings(ledger.sql()).answer(question, ALL));
    }

    private Slice only(String name, @org.jspecify.annotations.Nullable String code) {
        return new Slice(
                ledger.company(), null, null, CustomerChoice.of(Map.of(name, List.of(code == null ? "-" : code))));
    }

    private void set(String code, String country, @org.jspecify.annotations.Nullable String field) {
        ledger.inTenant(() -> ledger.sql()
                .update(CUSTOMER)
                .set(CUSTOMER.COUNTRY, country)
                .set(CUSTOMER.CUSTOM_2, field)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.CODE.eq(code))
                .execute());
    }
}
