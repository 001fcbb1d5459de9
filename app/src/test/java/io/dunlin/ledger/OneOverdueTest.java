package io.dunlin.ledger;

import static io.dunlin.ledger.LoadedItem.invoice;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.LoadOrder.Mode;
import io.dunlin.ledger.report.OverdueEverywhere;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.TestLedger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Everybody says the same is overdue, whatever customers are chosen.
 *
 * <ul>
 *   <li>A owes 100 and 40 overdue, has a credit of 70 dated before and one of 5 dated later, and owes 11 that is due today;
 *   <li>B owes 200 overdue, all of it set off by a payment not yet allocated;
 *   <li>C owes 3 overdue, and has paid too much of another invoice;
 *   <li>D only has a credit.
 * </ul>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneOverdueTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final LoadingLedger loading = new LoadingLedger(ledger);
    private final Groups groups = new Groups(ledger.sql());
    private long keyAccounts;
    private User anna = ledger.inTenant(() -> new Users(ledger.sql(), ledger.clock())
            .create("anna@estuaire.example", "Anna Roy", Role.COLLECTOR, false, "en"));

    @BeforeAll
    void four_customers() {
        loading.load(
                Mode.DELTA,
                "2026-11-22",
                invoice("A", "F1", "100.00", "2026-09-01", "2026-10-01"),
                invoice("A", "F2", "40.00", "2026-09-01", "2026-11-21"),
                invoice("A", "F3", "11.00", "2026-10-22", "2026-11-22"),
                invoice("A", "G1", "-70.00", "2026-10-01", "2026-10-01").kind(ItemKind.CREDIT_NOTE),
                invoice("A", "G2", "-5.00", "2026-11-20", "2026-12-20").kind(ItemKind.CREDIT_NOTE),
                invoice("B", "F4", "200.00", "2025-08-01", "2025-09-01"),
                invoice("B", "P1", "-200.00", "2025-10-01", "2025-10-01").kind(ItemKind.PAYMENT),
                invoice("C", "F5", "3.00", "2026-09-01", "2026-10-01"),
                invoice("C", "F6", "50.00", "2026-09-01", "2026-10-01").open("-8.00"),
                invoice("D", "P2", "-33.00", "2026-10-01", "2026-10-01").kind(ItemKind.PAYMENT));
        set("A", CUSTOMER.CUSTOM_3, " North ");
        set("B", CUSTOMER.CUSTOM_3, "South, far");
        set("A", CUSTOMER.COUNTRY, "FR");
        ledger.inTenant(() -> {
            groups.create("Key accounts", "blue");
            keyAccounts = groups.names().getFirst().id();
            groups.assign(customer("A"), java.util.Set.of(keyAccounts));
            groups.assign(customer("C"), java.util.Set.of(keyAccounts));
            return ledger.sql()
                    .insertInto(CUSTOMER_ASSIGNMENT)
                    .set(CUSTOMER_ASSIGNMENT.TENANT_ID, CurrentTenant.id())
                    .set(CUSTOMER_ASSIGNMENT.CUSTOMER_ID, customer("B"))
                    .set(CUSTOMER_ASSIGNMENT.COLLECTOR_ID, anna.id())
                    .execute();
        });
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void credits_hide_nothing_anywhere() {
        saysEverywhere("343", Map.of());
    }

    @Test
    void the_same_customers_are_chosen_everywhere() {
        var number = anna.id().toString();
        saysEverywhere("200", Map.of("collector", List.of(number)));
        saysEverywhere("143", Map.of("collector", List.of("-")));
        saysEverywhere("343", Map.of("collector", List.of("-", number)));
        saysEverywhere("143", Map.of("customerGroup", List.of(Long.toString(keyAccounts))));
        saysEverywhere("200", Map.of("customerGroup", List.of("-")));
        saysEverywhere("140", Map.of("field3", List.of("North")));
        saysEverywhere("340", Map.of("field3", List.of("North", "South, far")));
        saysEverywhere("3", Map.of("field3", List.of("-")));
        saysEverywhere("140", Map.of("country", List.of("FR")));
        saysEverywhere("0", Map.of("country", List.of("FR"), "collector", List.of(number)));
        saysEverywhere("0", Map.of("colleague", List.of(number)));
        saysEverywhere("0", Map.of("collector", List.of("nonsense")));
    }

    @Test
    void me_is_whoever_asks() {
        var mine = Map.of("collector", List.of("me"));
        saysEverywhere("0", mine);
        CurrentUser.callThrowing(anna, () -> {
            saysEverywhere("200", mine);
            return true;
        });
    }

    @Test
    void not_due_overdue_and_credits_are_the_receivable() {
        var fact = ledger.inTenant(() -> ledger.sql()
                .selectFrom(CUSTOMER_FACT)
                .where(CUSTOMER_FACT.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_FACT.CUSTOMER_ID.eq(customer("A")))
                .fetchSingle());

        assertThat(fact.get(CUSTOMER_FACT.NOT_DUE)).isEqualByComparingTo("11");
        assertThat(fact.get(CUSTOMER_FACT.OVERDUE)).isEqualByComparingTo("140");
        assertThat(fact.get(CUSTOMER_FACT.OVERDUE_1)).isEqualByComparingTo("40");
        assertThat(fact.get(CUSTOMER_FACT.OVERDUE_2)).isEqualByComparingTo("100");
        assertThat(fact.get(CUSTOMER_FACT.CREDITS)).isEqualByComparingTo("-75");
        assertThat(fact.get(CUSTOMER_FACT.RECEIVABLE)).isEqualByComparingTo("76");
    }

    private void saysEverywhere(String amount, Map<String, List<String>> filters) {
        var said = ledger.inTenant(
                () -> new OverdueEverywhere(ledger.sql(), ledger.company(), LocalDate.parse("2026-11-22")).of(filters));
        assertThat(said.values())
                .as(filters + ": " + said)
                .allSatisfy(one -> assertThat(one).isEqualByComparingTo(new BigDecimal(amount)));
    }

    private <T> void set(String code, Field<T> field, T value) {
        ledger.inTenant(() -> ledger.sql()
                .update(CUSTOMER)
                .set(field, value)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.CODE.eq(code))
                .execute());
    }

    private CustomerId customer(String code) {
        return ledger.inTenant(() -> ledger.sql()
                .select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.CODE.eq(code))
                .fetchSingle()
                .value1());
    }
}
