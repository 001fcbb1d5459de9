package io.dunlin.criteria.rules;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.SearchChanges;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.rules.RuleChanges.Wish;
import io.dunlin.intake.ImportId;
import io.dunlin.intake.Imports;
import io.dunlin.jobs.Jobs;
import io.dunlin.ledger.Assignments;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.CustomerOptions;
import io.dunlin.ledger.CustomerOptions.Options;
import io.dunlin.ledger.Groups;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Four customers: A and B in France, C in Spain, D nowhere. */
abstract class RuledCompany extends RunningApplication {
    @TempDir
    Path folder = Path.of("");

    TenantId tenant = new TenantId(1);

    @Nullable
    User user;

    @Nullable
    Company company;

    String anna = "";
    String ben = "";
    Browser browser = new Browser("");

    @BeforeEach
    void four_customers() throws IOException {
        var subscriber = newTenant();
        tenant = subscriber.tenant();
        user = as(() -> bean(Users.class).all().getFirst());
        company = as(() -> bean(Companies.class).all().getFirst());
        anna = collector("Anna");
        ben = collector("Ben");
        browser = signedIn(subscriber.administrator());
        load("A;Amiens;FR", "B;Bordeaux;FR", "C;Córdoba;ES", "D;Delft;");
    }

    Options options(String code) {
        return as(() -> bean(CustomerOptions.class).of(id(code)));
    }

    void load(String... rows) throws IOException {
        var file = folder.resolve("customers.csv");
        Files.writeString(file, "code;name;country\n" + String.join("\n", rows) + "\n");
        browser.get("/imports/new");
        var mapping = browser.redirect(browser.upload("/imports", file, "subject", "CUSTOMERS"));
        var link = browser.redirect(
                browser.post(mapping, Browser.form(browser.get(mapping).body())));
        var order =
                as(() -> bean(Imports.class).get(new ImportId(Long.parseLong(link.substring("/imports/".length())))));
        var job = Objects.requireNonNull(order.job());
        Wait.until(
                "the file is in, and the rules have run",
                () -> !as(() -> bean(Jobs.class).get(job)).isActive());
    }

    long rule(String attribute, @Nullable Long search, String value) {
        return as(() -> bean(RuleChanges.class).add(attribute, new Wish(search, value, true, false, false)));
    }

    long search(String name, String indicator, String... values) {
        var criteria = Criteria.Test.of(indicator, new Comparison.OneOf(List.of(values)));
        return as(() -> bean(SearchChanges.class).save(Subject.CUSTOMER, name, criteria, true));
    }

    String group(String name) {
        as(() -> {
            bean(Groups.class).create(name, "#336699");
            return name;
        });
        return as(() -> bean(Groups.class).names().stream()
                .filter(group -> group.name().equals(name))
                .map(group -> Long.toString(group.id()))
                .findFirst()
                .orElseThrow());
    }

    List<String> groupsOf(String code) {
        return as(() -> bean(Groups.class).of(id(code)).stream()
                .map(group -> group.name())
                .toList());
    }

    /** In the order of the codes. */
    List<@Nullable String> collectors() {
        return as(() -> bean(DSLContext.class)
                .select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(tenant))
                .orderBy(CUSTOMER.CODE)
                .fetch(CUSTOMER.ID)
                .stream()
                .map(id -> bean(Assignments.class).of(id).collector())
                .<@Nullable String>map(collector -> collector == null ? null : collector.toString())
                .toList());
    }

    CustomerId id(String code) {
        return bean(DSLContext.class)
                .select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(tenant))
                .and(CUSTOMER.CODE.eq(code))
                .fetchSingle()
                .value1();
    }

    String collector(String name) {
        var email = name + System.nanoTime() + "@example.org";
        newUser(tenant, Role.COLLECTOR, "en", email, name);
        return as(() -> bean(Users.class).all().stream()
                .filter(person -> person.name().equals(name))
                .map(person -> person.id().toString())
                .findFirst()
                .orElseThrow());
    }

    Company company() {
        return Objects.requireNonNull(company);
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
