package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.Alert.ALERT;
import static io.dunlin.criteria.tables.AlertMatch.ALERT_MATCH;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaJson;
import io.dunlin.criteria.alerts.AlertNotices.AlertNotice;
import io.dunlin.criteria.alerts.AlertedCustomers.Alerted;
import io.dunlin.criteria.alerts.AlertedCustomers.Which;
import io.dunlin.intake.ImportId;
import io.dunlin.intake.Imports;
import io.dunlin.jobs.Cycle;
import io.dunlin.jobs.Jobs;
import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.Browser;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import io.dunlin.web.TableRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Four customers: A and B in France, C in Spain, D nowhere. */
class AlertsTest extends RunningApplication {
    private static final TableRequest BY_CODE = new TableRequest("", "code", false, 1, 50);

    @TempDir
    private Path folder = Path.of("");

    private TenantId tenant = new TenantId(1);
    private @Nullable User user;
    private @Nullable User ben;
    private @Nullable Company company;
    private Browser browser = new Browser("");
    private String administrator = "";

    @BeforeEach
    void four_customers() throws IOException {
        var subscriber = newTenant();
        tenant = subscriber.tenant();
        user = as(() -> bean(Users.class).all().getFirst());
        newUser(tenant, Role.COLLECTOR, "en", "ben" + System.nanoTime() + "@example.org", "Ben");
        ben = as(() -> bean(Users.class).all().stream()
                .filter(person -> person.name().equals("Ben"))
                .findFirst()
                .orElseThrow());
        company = as(() -> bean(Companies.class).all().getFirst());
        administrator = subscriber.administrator();
        load("A;Amiens;FR", "B;Bordeaux;FR", "C;Córdoba;ES", "D;Delft;");
    }

    @Test
    void only_those_who_come_are_news_and_of_each_one_people_are_told_once() throws IOException {
        var french = alert("French", true, mine(Frequency.AT_ONCE));
        assertThat(codes(french, Which.CURRENT)).containsExactly("A", "B");
        assertThat(notices()).isEmpty();

        load("C;Cannes;FR");
        assertThat(codes(french, Which.CURRENT)).containsExactly("A", "B", "C");
        assertThat(codes(french, Which.FRESH)).containsExactly("C");
        assertThat(notices())
                .extracting(AlertNotice::name, AlertNotice::customers, AlertNotice::isRead)
                .containsExactly(tuple("French", 1, false));

        cycle();
        cycle();
        assertThat(codes(french, Which.CURRENT)).containsExactly("A", "B", "C");
        assertThat(notices()).hasSize(1);

        assertThat(as(() -> bean(AlertNotices.class).unread())).isEqualTo(1);
        as(() -> bean(AlertNotices.class).read(notices().getFirst().id()));
        assertThat(as(() -> bean(AlertNotices.class).unread())).isZero();
    }

    @Test
    void since_stays_for_those_who_still_meet_it_and_those_who_do_not_go() throws IOException {
        var first = today();
        var french = alert("French", true);
        clock().pass(Duration.ofDays(3));
        load("B;Barcelona;ES", "C;Cannes;FR");
        assertThat(customers(french, Which.CURRENT))
                .extracting(Alerted::code, Alerted::since, Alerted::isFresh)
                .containsExactly(tuple("A", first, false), tuple("C", first.plusDays(3), true));

        clock().pass(Duration.ofDays(2));
        load("B;Bordeaux;FR");
        assertThat(customers(french, Which.CURRENT))
                .extracting(Alerted::code, Alerted::since, Alerted::isFresh)
                .containsExactly(
                        tuple("A", first, false),
                        tuple("B", first.plusDays(5), true),
                        tuple("C", first.plusDays(3), false));
    }

    @Test
    void a_daily_notice_comes_with_the_first_cycle_of_the_next_day() throws IOException {
        alert("French", true, mine(Frequency.DAILY));
        load("C;Cannes;FR");
        load("D;Dijon;FR");
        assertThat(notices()).isEmpty();

        clock().pass(Duration.ofDays(1));
        cycle();
        assertThat(notices()).extracting(AlertNotice::customers).containsExactly(2);
        load("E;Évry;FR");
        assertThat(notices()).hasSize(1);
        clock().pass(Duration.ofDays(1));
        cycle();
        assertThat(notices()).extracting(AlertNotice::customers).containsExactly(1, 2);
    }

    @Test
    void who_has_a_role_is_told_and_whoever_is_meant_twice_once() throws IOException {
        alert(
                "French",
                true,
                new Recipient(null, Role.COLLECTOR, Frequency.AT_ONCE),
                new Recipient(ben().id(), null, Frequency.DAILY));
        load("C;Cannes;FR");
        clock().pass(Duration.ofDays(1));
        cycle();
        assertThat(notices()).isEmpty();
        user = ben;
        assertThat(notices()).hasSize(1);
    }

    @Test
    void a_snoozed_customer_is_not_told_of_until_its_day_comes() throws IOException {
        var french = alert("French", true, mine(Frequency.AT_ONCE));
        var end = today().plusDays(3);
        does(() -> bean(Snoozes.class).snooze(company(), french, id("A"), end, "Promised to pay"));
        assertThat(codes(french, Which.CURRENT)).containsExactly("B");
        assertThat(customers(french, Which.SNOOZED))
                .extracting(Alerted::code, Alerted::snooze)
                .containsExactly(tuple("A", new AlertedCustomers.Snooze(end, "Promised to pay", user().name())));
        assertThat(marks("A")).isEmpty();

        // It goes and comes back meanwhile: nobody is told.
        load("A;Antwerp;BE");
        load("A;Amiens;FR");
        clock().pass(Duration.ofDays(2));
        cycle();
        assertThat(notices()).isEmpty();

        clock().pass(Duration.ofDays(1));
        cycle();
        cycle();
        assertThat(notices()).extracting(AlertNotice::customers).containsExactly(1);
        assertThat(codes(french, Which.CURRENT)).containsExactly("A", "B");
        assertThat(marks("A")).extracting(AlertMark::name).containsExactly("French");
    }

    @Test
    void whoever_ends_a_snooze_needs_no_notice() {
        var french = alert("French", true, mine(Frequency.AT_ONCE));
        does(() -> bean(Snoozes.class).snooze(company(), french, id("A"), today().plusDays(3), "Promised to pay"));
        does(() -> bean(Snoozes.class).end(company(), french, id("A")));
        cycle();
        assertThat(codes(french, Which.CURRENT)).containsExactly("A", "B");
        assertThat(notices()).isEmpty();
    }

    @Test
    void a_snooze_needs_a_reason_a_coming_day_and_a_customer_of_the_alert() {
        var french = alert("French", true);
        var snoozes = bean(Snoozes.class);
        assertThatThrownBy(() -> does(() -> snoozes.snooze(company(), french, id("A"), today().plusDays(1), " ")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> does(() -> snoozes.snooze(company(), french, id("A"), today(), "Why")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> does(() -> snoozes.snooze(company(), french, id("C"), today().plusDays(1), "Why")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_private_alert_is_nobody_elses() throws IOException {
        var own = alert("French", false, new Recipient(ben().id(), null, Frequency.AT_ONCE));
        load("C;Cannes;FR");
        assertThat(marks("A")).hasSize(1);

        user = ben;
        assertThat(as(() -> bean(Alerts.class).visible())).isEmpty();
        assertThat(marks("A")).isEmpty();
        assertThat(notices()).isEmpty();
        assertThatThrownBy(() -> as(() -> bean(Alerts.class).get(own))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        does(() -> bean(Snoozes.class).snooze(company(), own, id("A"), today().plusDays(1), "Why")))
                .isInstanceOf(NotFound.class);
        assertThat(signedIn(ben().email()).get("/alerts/" + own).statusCode()).isEqualTo(404);
        assertThat(browser.get("/alerts/" + own).statusCode()).isEqualTo(200);
    }

    @Test
    void a_shared_alert_is_seen_by_all_and_changed_by_its_owner_and_administrators() {
        user = ben;
        var bens = alert("French", true);
        var shared = as(() -> bean(Alerts.class).get(bens));
        user = as(() -> bean(Users.class).all().stream()
                .filter(person -> person.role() == Role.ADMINISTRATOR)
                .findFirst()
                .orElseThrow());
        assertThat(as(() -> bean(Alerts.class).get(bens)).mayChange()).isTrue();
        var admins = alert("Mine", true);
        does(() -> bean(AlertChanges.class).change(company(), bens, wish("Still French", true, shared.criteria())));
        assertThat(as(() -> bean(Alerts.class).get(bens)).owner()).isEqualTo("Ben");
        user = ben;
        assertThatThrownBy(() -> does(() -> bean(AlertChanges.class).remove(admins)))
                .isInstanceOf(NotFound.class);
        assertThat(as(() -> bean(Alerts.class).get(admins)).mayChange()).isFalse();
    }

    @Test
    void whom_other_criteria_find_is_no_news() throws IOException {
        var alert = alert("French", true, mine(Frequency.AT_ONCE));
        does(() -> bean(AlertChanges.class)
                .change(
                        company(),
                        alert,
                        new AlertChanges.Wish(
                                "Iberian",
                                AlertType.RISK,
                                AlertLevel.CRITICAL,
                                true,
                                in("ES", "PT"),
                                List.of(mine(Frequency.AT_ONCE)))));
        cycle();
        assertThat(codes(alert, Which.CURRENT)).containsExactly("C");
        assertThat(notices()).isEmpty();
        load("D;Dão;PT");
        assertThat(notices()).extracting(AlertNotice::customers).containsExactly(1);
    }

    @Test
    void an_alert_whose_indicator_has_gone_says_so_and_stops_no_other() throws IOException {
        var broken = alert("Broken", true);
        var french = alert("French", true);
        does(() -> bean(DSLContext.class)
                .update(ALERT)
                .set(
                        ALERT.CRITERIA,
                        JSONB.valueOf(CriteriaJson.write(
                                Criteria.Test.of("customer.gone", new Comparison.OneOf(List.of("FR"))))))
                .where(ALERT.TENANT_ID.eq(tenant))
                .and(ALERT.ID.eq(broken))
                .execute());
        load("C;Cannes;FR");
        assertThat(codes(french, Which.CURRENT)).containsExactly("A", "B", "C");
        assertThat(codes(broken, Which.CURRENT)).containsExactly("A", "B");
        assertThat(browser.get("/alerts").body()).contains("Cannot be worked out");
        assertThat(browser.get("/alerts/" + broken).body()).contains("Cannot be worked out");
        assertThat(browser.get("/alerts/" + french).body()).doesNotContain("Cannot be worked out");
    }

    @Test
    void each_tenant_has_its_own() {
        var french = alert("French", true);
        var other = newTenant();
        var theirs = signedIn(other.administrator());
        assertThat(theirs.get("/alerts/" + french).statusCode()).isEqualTo(404);
        // Whatever a statement forgets to say: row security hides the others.
        Integer found = CurrentTenant.call(
                other.tenant(),
                () -> bean(TransactionTemplate.class)
                        .execute(status -> bean(DSLContext.class).fetchCount(ALERT_MATCH)));
        assertThat(found).isZero();
    }

    @Test
    void every_ready_made_alert_can_be_taken_once() {
        for (var ready : ReadyAlert.values()) {
            assertThat(browser.redirect(browser.post("/alerts/gallery/" + ready.name())))
                    .matches("/alerts/\\d+");
        }
        cycle();
        assertThat(as(() -> bean(Alerts.class).visible())).hasSize(ReadyAlert.values().length);
        var page = browser.get("/alerts").body();
        assertThat(Arrays.stream(ReadyAlert.values()))
                .allSatisfy(ready -> assertThat(page).doesNotContain(ready.nameKey()));
        assertThat(browser.post("/alerts/gallery/OLD").statusCode()).isNotEqualTo(302);
    }

    @Test
    void with_an_alert_goes_all_that_it_found() {
        var french = alert("French", true, mine(Frequency.AT_ONCE));
        does(() -> bean(Snoozes.class).snooze(company(), french, id("A"), today().plusDays(1), "Why"));
        does(() -> bean(AlertChanges.class).remove(french));
        assertThat(as(() -> bean(DSLContext.class).fetchCount(ALERT_MATCH, ALERT_MATCH.TENANT_ID.eq(tenant))))
                .isZero();
        assertThat(as(() -> bean(Alerts.class).visible())).isEmpty();
    }

    @Test
    void the_customer_file_shows_the_alerts_that_the_customer_is_in() {
        alert("French people", true);
        assertThat(browser.get("/customers/EST/A").body()).contains("French people");
        assertThat(browser.get("/customers/EST/C").body()).doesNotContain("French people");
    }

    private void load(String... rows) throws IOException {
        clock().pass(Duration.ofMinutes(1));
        var file = folder.resolve("customers.csv");
        Files.writeString(file, "code;name;country\n" + String.join("\n", rows) + "\n");
        // Days may have passed, and the session with them.
        browser = signedIn(administrator);
        browser.get("/imports/new");
        var mapping = browser.redirect(browser.upload("/imports", file, "subject", "CUSTOMERS"));
        var link = browser.redirect(
                browser.post(mapping, Browser.form(browser.get(mapping).body())));
        var order =
                as(() -> bean(Imports.class).get(new ImportId(Long.parseLong(link.substring("/imports/".length())))));
        var job = Objects.requireNonNull(order.job());
        Wait.until(
                "the file is in, and the alerts have been refreshed",
                () -> !as(() -> bean(Jobs.class).get(job)).isActive());
    }

    private void cycle() {
        does(() -> bean(Cycle.class).runAfterImport(company()));
    }

    private long alert(String name, boolean shared, Recipient... recipients) {
        return as(() -> bean(AlertChanges.class).add(company(), wish(name, shared, in("FR"), recipients)));
    }

    private static AlertChanges.Wish wish(String name, boolean shared, Criteria criteria, Recipient... recipients) {
        return new AlertChanges.Wish(
                name, AlertType.COLLECTION, AlertLevel.MEDIUM, shared, criteria, List.of(recipients));
    }

    private static Criteria in(String... countries) {
        return Criteria.Test.of("customer.country", new Comparison.OneOf(List.of(countries)));
    }

    private Recipient mine(Frequency frequency) {
        return new Recipient(user().id(), null, frequency);
    }

    private List<String> codes(long alert, Which which) {
        return customers(alert, which).stream().map(Alerted::code).toList();
    }

    private List<Alerted> customers(long alert, Which which) {
        return as(() -> bean(AlertedCustomers.class).of(company(), alert, which, BY_CODE))
                .page();
    }

    private List<AlertNotice> notices() {
        return as(() -> bean(AlertNotices.class).latest());
    }

    private List<AlertMark> marks(String code) {
        return as(() -> bean(AlertMarks.class).of(List.of(id(code)))).getOrDefault(id(code), List.of());
    }

    private long id(String code) {
        return as(() -> bean(DSLContext.class)
                .select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(tenant))
                .and(CUSTOMER.CODE.eq(code))
                .fetchSingle()
                .value1()
                .value());
    }

    private LocalDate today() {
        return company().today(clock());
    }

    private User user() {
        return Objects.requireNonNull(user);
    }

    private User ben() {
        return Objects.requireNonNull(ben);
    }

    private Company company() {
        return Objects.requireNonNull(company);
    }

    private void does(Runnable work) {
        as(() -> {
            work.run();
            return true;
        });
    }

    private <T> T as(Supplier<T> work) {
        var who = user;
        return CurrentTenant.call(tenant, () -> {
            Supplier<T> inTransaction =
                    () -> Objects.requireNonNull(bean(TransactionTemplate.class).execute(status -> work.get()));
            return who == null ? inTransaction.get() : CurrentUser.callThrowing(who, inTransaction::get);
        });
    }
}
