package io.dunlin.ledger;

import static io.dunlin.ledger.LoadedItem.invoice;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.LoadOrder.Mode;
import io.dunlin.ledger.indicator.LedgerCriteria;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PaymentProfilesTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final LoadingLedger loading = new LoadingLedger(ledger);
    private final PaymentProfiles profiles = new PaymentProfiles(ledger.sql());
    private final ProfileChanges changes = new ProfileChanges(
            ledger.sql(), new AuditTrail(ledger.sql(), ledger.clock(), new CurrentUser(), JsonMapper.shared()));

    @AfterEach
    void close() {
        ledger.close();
    }

    @BeforeEach
    void load() {
        loading.load(
                Mode.DELTA,
                "2026-11-22",
                // 4 days late on average, and nothing overdue.
                paid("GOOD", "1", 4),
                paid("GOOD", "2", 4),
                paid("GOOD", "3", 4),
                // Two payments are too few.
                paid("NEW", "4", 50),
                paid("NEW", "5", 50),
                // Was prompt and has stopped paying: 3 × 100 at 0 days, 300 for 83 days: 41.50 on average.
                paid("STOPPED", "6", 0),
                paid("STOPPED", "7", 0),
                paid("STOPPED", "8", 0),
                invoice("STOPPED", "9", "300.00", "2026-08-01", "2026-08-31"),
                // Never paid: 100, 83 days, 3 times.
                invoice("NEVER", "10", "100.00", "2026-08-01", "2026-08-31"),
                invoice("NEVER", "11", "100.00", "2026-08-01", "2026-08-31"),
                invoice("NEVER", "12", "100.00", "2026-08-01", "2026-08-31"),
                // Not due, a credit, and no invoice: none of them counts.
                invoice("IDLE", "13", "100.00", "2026-11-01", "2026-12-31"),
                invoice("IDLE", "14", "-50.00", "2026-08-01", "2026-08-31").kind(ItemKind.CREDIT_NOTE),
                invoice("IDLE", "15", "50.00", "2026-08-01", "2026-08-31").kind(ItemKind.ADJUSTMENT));
    }

    @Test
    void a_customer_who_stops_paying_does_not_keep_a_good_profile() {
        var usual = ProfileRules.usual();

        assertThat(usual.countsUnpaid()).isTrue();
        assertThat(delay("STOPPED", usual)).isEqualByComparingTo("41.50");
        assertThat(code("STOPPED", usual)).isEqualTo("slow");
        assertThat(code("GOOD", usual)).isEqualTo("good");
        assertThat(code("NEVER", usual)).isEqualTo("bad");
    }

    @Test
    void paid_invoices_alone_judge_where_the_tenant_wants_it() {
        var paidOnly = new ProfileRules(PaymentProfile.presets(), 3, false);

        assertThat(delay("STOPPED", paidOnly)).isEqualByComparingTo("0");
        assertThat(code("STOPPED", paidOnly)).isEqualTo("veryGood");
        assertThat(code("NEVER", paidOnly)).isNull();
        assertThat(factOf("STOPPED", CUSTOMER_FACT.AVERAGE_DELAY)).isEqualByComparingTo("0");
    }

    @Test
    void fewer_invoices_than_the_minimum_are_no_history() {
        assertThat(code("NEW", ProfileRules.usual())).isNull();
        assertThat(code("NEW", new ProfileRules(PaymentProfile.presets(), 2, true)))
                .isEqualTo("slow");
        assertThat(code("IDLE", new ProfileRules(PaymentProfile.presets(), 1, true)))
                .isNull();
    }

    @Test
    void java_and_sql_agree_on_every_customer() {
        var random = new Random(20261122);
        var items = new ArrayList<LoadedItem>();
        for (var number = 100; number < 600; number++) {
            var item = invoice(
                    "R" + random.nextInt(60),
                    "N" + number,
                    random.nextInt(1, 90_000) / 100.0 + "0",
                    "2026-06-01",
                    ledger.company()
                            .today(ledger.clock())
                            .minusDays(random.nextInt(0, 170))
                            .toString());
            items.add(random.nextInt(3) == 0 ? item : item.paid("2026-11-" + random.nextInt(10, 22)));
        }
        loading.load(Mode.DELTA, "2026-11-22", items);

        for (var rules : List.of(ProfileRules.usual(), new ProfileRules(PaymentProfile.presets(), 1, false))) {
            assertThat(ledger.inTenant(() -> {
                        var delay = DelayColumns.ofFacts();
                        return ledger.sql()
                                .select(
                                        rules.code(rules.delay(delay)).as("code"),
                                        rules.delay(delay).as("delay"))
                                .select(delay.all())
                                .from(CUSTOMER_FACT)
                                .where(CUSTOMER_FACT.TENANT_ID.eq(CurrentTenant.id()))
                                .fetch(row -> {
                                    var inJava = rules.delay(delay.read(row));
                                    var inSql = row.get("delay", BigDecimal.class);
                                    return (inJava == null ? inSql == null : inJava.compareTo(inSql) == 0)
                                            && rules.profileOf(inJava)
                                                    .map(PaymentProfile::code)
                                                    .equals(java.util.Optional.ofNullable(
                                                            row.get("code", String.class)));
                                });
                    }))
                    .hasSizeGreaterThan(50)
                    .containsOnly(true);
        }
    }

    @Test
    void the_tenants_own_profiles_take_the_place_of_the_presets() {
        var own = List.of(
                new PaymentProfile("good", "Prompt", "", "blue", band(null, "30"), false),
                new PaymentProfile("", "Late", "Ring them", "red", band("30", null), false));

        save(new ProfileRules(own, 2, false));

        var now = ledger.inTenant(profiles::now);
        assertThat(now.fewestInvoices()).isEqualTo(2);
        assertThat(now.countsUnpaid()).isFalse();
        assertThat(now.profiles()).extracting(PaymentProfile::code).containsExactly("good", "p1");
        assertThat(now.profiles().getLast().comment()).isEqualTo("Ring them");
        assertThat(ledger.inTenant(() -> profiles.customers(loading.company(), now)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("good", 2L, "p1", 1L, "", 2L));
        assertThat(ledger.as(ledger.newTenant("Other"), profiles::now)).isEqualTo(ProfileRules.usual());
    }

    @Test
    void the_code_of_a_removed_profile_is_not_given_again() {
        save(new ProfileRules(List.of(profile("", "One", null, "5"), profile("", "Two", "5", null)), 3, true));
        save(new ProfileRules(List.of(profile("p1", "One", null, null)), 3, true));
        save(new ProfileRules(List.of(profile("p1", "One", null, "5"), profile("", "Three", "5", null)), 3, true));

        assertThat(ledger.inTenant(profiles::now).profiles())
                .extracting(PaymentProfile::code)
                .containsExactly("p1", "p3");
    }

    @Test
    void presets_that_nobody_changed_stay_presets() {
        save(new ProfileRules(PaymentProfile.presets(), 5, true));

        var now = ledger.inTenant(profiles::now);
        assertThat(now.profiles()).isEqualTo(PaymentProfile.presets());
        assertThat(now.fewestInvoices()).isEqualTo(5);
    }

    @Test
    void a_gap_is_refused_and_nothing_is_saved() {
        var gap = new ProfileRules(List.of(profile("", "One", null, "10"), profile("", "Two", "11", null)), 4, true);

        assertThatThrownBy(() -> save(gap))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.key()).isEqualTo("ledger.profiles.gap.between"));
        assertThat(ledger.inTenant(profiles::now)).isEqualTo(ProfileRules.usual());
    }

    @Test
    void two_of_one_name_and_an_empty_band_are_refused() {
        assertThatThrownBy(() -> save(new ProfileRules(
                        List.of(profile("", "One", null, "10"), profile("", "one ", "10", null)), 4, true)))
                .hasMessage("ledger.profiles.nameTwice");
        assertThatThrownBy(() -> save(new ProfileRules(List.of(profile("", "One", "10", "5")), 4, true)))
                .hasMessage("ledger.profiles.empty");
        assertThatThrownBy(() -> save(new ProfileRules(PaymentProfile.presets(), 0, true)))
                .hasMessage("ledger.profiles.fewest.bad");
    }

    @Test
    void customers_are_searched_by_their_profile_and_by_how_good_it_is() {
        assertThat(found("customer.paymentProfile.oneOf(slow,bad)")).containsExactly("NEVER", "STOPPED");
        assertThat(found("customer.paymentProfile.worseThan(good)")).containsExactly("NEVER", "STOPPED");
        assertThat(found("customer.paymentProfile.betterThan(average)")).containsExactly("GOOD");
        assertThat(found("customer.paymentProfile.empty()")).containsExactly("IDLE", "NEW");
    }

    private List<String> found(String criteria) {
        return ledger.inTenant(() -> LedgerCriteria.customers(ledger.sql(), ledger.clock())
                .list(
                        loading.company(),
                        new CustomerFilter("", false, false, null, CustomerChoice.ALL).meeting(criteria),
                        TableRequest.of(null, "code", "asc", null))
                .lines()
                .stream()
                .map(CustomerLine::code)
                .toList());
    }

    private void save(ProfileRules rules) {
        ledger.inTenant(() -> {
            changes.save(rules);
            return true;
        });
    }

    private @Nullable String code(String customer, ProfileRules rules) {
        return factOf(customer, rules.code(rules.delay(DelayColumns.ofFacts())));
    }

    private @Nullable BigDecimal delay(String customer, ProfileRules rules) {
        return factOf(customer, rules.delay(DelayColumns.ofFacts()));
    }

    private <T> @Nullable T factOf(String customer, org.jooq.Field<T> what) {
        return ledger.inTenant(() -> ledger.sql()
                .select(what)
                .from(CUSTOMER_FACT)
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(CUSTOMER_FACT.TENANT_ID), CUSTOMER.ID.eq(CUSTOMER_FACT.CUSTOMER_ID))
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.CODE.eq(customer))
                .fetchSingle()
                .value1());
    }

    private static LoadedItem paid(String customer, String number, int daysLate) {
        var due = java.time.LocalDate.parse("2026-09-15");
        return invoice(customer, number, "100.00", "2026-08-15", due.toString())
                .paid(due.plusDays(daysLate).toString());
    }

    private static PaymentProfile profile(String code, String name, @Nullable String above, @Nullable String upTo) {
        return new PaymentProfile(code, name, "", "green", band(above, upTo), false);
    }

    private static DayBand band(@Nullable String above, @Nullable String upTo) {
        return new DayBand(
                above == null ? null : new BigDecimal(above),
                false,
                upTo == null ? null : new BigDecimal(upTo),
                upTo != null);
    }
}
