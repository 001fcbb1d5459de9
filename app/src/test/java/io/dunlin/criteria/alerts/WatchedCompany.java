package io.dunlin.criteria.alerts;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.alerts.AlertNotices.AlertNotice;
import io.dunlin.criteria.alerts.AlertedCustomers.Alerted;
import io.dunlin.criteria.alerts.AlertedCustomers.Which;
import io.dunlin.intake.ImportId;
import io.dunlin.intake.Imports;
import io.dunlin.jobs.Cycle;
import io.dunlin.jobs.Jobs;
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
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Four customers: A and B in France, C in Spain, D nowhere. */
abstract class WatchedCompany extends RunningApplication {
    static final TableRequest BY_CODE = new TableRequest("", "code", false, 1, 50);

    @TempDir
    Path folder = Path.of("");

    TenantId tenant = new TenantId(1);

    @Nullable
    User user;

    @Nullable
    User ben;

    @Nullable
    Company company;

    Browser browser = new Browser("");
    String administrator = "";

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

    void load(String... rows) throws IOException {
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

    void cycle() {
        does(() -> bean(Cycle.class).runAfterImport(company()));
    }

    long alert(String name, boolean shared, Recipient... recipients) {
        return as(() -> bean(AlertChanges.class).add(company(), wish(name, shared, in("FR"), recipients)));
    }

    static AlertChanges.Wish wish(String name, boolean shared, Criteria criteria, Recipient... recipients) {
        return new AlertChanges.Wish(
                name, AlertType.COLLECTION, AlertLevel.MEDIUM, shared, criteria, List.of(recipients));
    }

    static Criteria in(String... countries) {
        return Criteria.Test.of("customer.country", new Comparison.OneOf(List.of(countries)));
    }

    Recipient mine(Frequency frequency) {
        return new Recipient(user().id(), null, frequency);
    }

    List<String> codes(long alert, Which which) {
        return customers(alert, which).stream().map(Alerted::code).toList();
    }

    List<Alerted> customers(long alert, Which which) {
        return as(() -> bean(AlertedCustomers.class).of(company(), alert, which, BY_CODE))
                .page();
    }

    List<AlertNotice> notices() {
        return as(() -> bean(AlertNotices.class).latest());
    }

    List<AlertMark> marks(String code) {
        return as(() -> bean(AlertMarks.class).of(List.of(id(code)))).getOrDefault(id(code), List.of());
    }

    long id(String code) {
        return as(() -> bean(DSLContext.class)
                .select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(tenant))
                .and(CUSTOMER.CODE.eq(code))
                .fetchSingle()
                .value1()
                .value());
    }

    LocalDate today() {
        return company().today(clock());
    }

    User user() {
        return Objects.requireNonNull(user);
    }

    User ben() {
        return Objects.requireNonNull(ben);
    }

    Company company() {
        return Objects.requireNonNull(company);
    }

    void does(Runnable work) {
        as(() -> {
            work.run();
            return true;
        });
    }

    <T> T as(Supplier<T> work) {
        var who = user;
        return CurrentTenant.call(tenant, () -> {
            Supplier<T> inTransaction =
                    () -> Objects.requireNonNull(bean(TransactionTemplate.class).execute(status -> work.get()));
            return who == null ? inTransaction.get() : CurrentUser.callThrowing(who, inTransaction::get);
        });
    }
}
