package io.dunlin.criteria.rules;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.SearchChanges;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.rules.RuleChanges.Wish;
import io.dunlin.intake.ImportId;
import io.dunlin.intake.Imports;
import io.dunlin.jobs.Cycle;
import io.dunlin.jobs.Jobs;
import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.Assignments;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.CustomerOption;
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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Four customers: A and B in France, C in Spain, D nowhere. */
class RuleRunsTest extends RunningApplication {
    @TempDir
    private Path folder = Path.of("");

    private TenantId tenant = new TenantId(1);
    private @Nullable User user;
    private @Nullable Company company;
    private String anna = "";
    private String ben = "";
    private Browser browser = new Browser("");

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

    @Test
    void the_first_rule_that_fits_decides() {
        rule("collector", search("French", "customer.country", "FR"), anna);
        rule("collector", search("Early letters", "customer.code", "A", "C"), ben);
        rule("collector", null, anna);

        var preview = as(() -> bean(DryRun.class).of(company(), "collector"));
        assertThat(preview.customers()).isEqualTo(4);
        assertThat(preview.effects().values())
                .containsExactlyInAnyOrder(
                        new DryRun.Effect(2, 2, 2), new DryRun.Effect(2, 1, 1), new DryRun.Effect(4, 1, 1));
        assertThat(preview.moves()).containsExactly(new DryRun.Move(null, anna, 3), new DryRun.Move(null, ben, 1));
        assertThat(preview.changed())
                .extracting(DryRun.Changed::code, DryRun.Changed::after)
                .containsExactly(tuple("A", anna), tuple("B", anna), tuple("C", ben), tuple("D", anna));
        assertThat(collectors()).containsOnlyNulls();

        var run = as(() -> bean(RuleRuns.class).run(company(), "collector"));
        assertThat(collectors()).containsExactly(anna, anna, ben, anna);
        assertThat(as(() -> bean(RunHistory.class).results(run)))
                .extracting(RuleRun.Result::takes, RuleRun.Result::changes)
                .containsExactly(tuple(2, 2), tuple(1, 1), tuple(1, 1));

        // Once more, nothing changes: what is so already is not written again.
        var again = as(() -> bean(RuleRuns.class).run(company(), "collector"));
        assertThat(as(() -> bean(RunHistory.class).find(company(), again)).orElseThrow())
                .extracting(RuleRun::customers, RuleRun::changes)
                .containsExactly(4, 0);
    }

    @Test
    void a_run_is_taken_back_as_far_as_nobody_has_changed_it_since() {
        rule("collector", null, anna);
        var run = as(() -> bean(RuleRuns.class).run(company(), "collector"));
        as(() -> {
            var ben = bean(Users.class).all().stream()
                    .filter(person -> person.name().equals("Ben"))
                    .findFirst()
                    .orElseThrow();
            bean(Assignments.class).change(id("B"), new Assignments.Assignment(ben.id(), Set.of()));
            return ben;
        });

        var undo = as(() -> bean(RuleRuns.class).undo(company(), run));
        assertThat(collectors()).containsExactly(null, ben, null, null);
        assertThat(as(() -> bean(RunHistory.class).find(company(), undo))
                        .orElseThrow()
                        .changes())
                .isEqualTo(3);
        assertThatThrownBy(() -> as(() -> bean(RuleRuns.class).undo(company(), run)))
                .isInstanceOf(Rejected.class);
        assertThat(as(() -> bean(RunHistory.class).of(id("A").value())))
                .extracting(RunHistory.Change::kind, RunHistory.Change::before, RunHistory.Change::after)
                .containsExactly(tuple(RuleRun.Kind.UNDO, anna, null), tuple(RuleRun.Kind.SEQUENCE, null, anna));
    }

    @Test
    void groups_add_up_and_a_rule_may_drop_who_is_not_found_any_more() throws IOException {
        var french = group("French");
        var early = group("Early");
        var search = search("In France", "customer.country", "FR");
        as(() -> bean(RuleChanges.class).add("groups", new Wish(search, french, true, false, true)));
        rule("groups", search("A or C", "customer.code", "A", "C"), early);
        as(() -> bean(RuleRuns.class).run(company(), "groups"));
        assertThat(groupsOf("A")).containsExactlyInAnyOrder("French", "Early");
        assertThat(groupsOf("B")).containsExactly("French");
        assertThat(groupsOf("C")).containsExactly("Early");

        // The file runs the automatic rules: B has moved.
        load("B;Bordeaux;PT");
        assertThat(groupsOf("B")).isEmpty();
        assertThat(groupsOf("A")).containsExactlyInAnyOrder("French", "Early");

        var last = as(() -> bean(RunHistory.class).latest(company())).getFirst();
        assertThat(last.kind()).isEqualTo(RuleRun.Kind.AUTOMATIC);
        assertThat(last.changes()).isEqualTo(1);
        as(() -> bean(RuleRuns.class).undo(company(), last.id()));
        assertThat(groupsOf("B")).containsExactly("French");
    }

    @Test
    void a_default_is_given_to_new_customers_only() throws IOException {
        clock().pass(Duration.ofMinutes(1));
        as(() -> bean(RuleChanges.class).add("collector", new Wish(null, ben, true, true, false)));
        clock().pass(Duration.ofMinutes(1));
        load("A;Amiens;FR", "E;Évry;FR");
        assertThat(collectors()).containsExactly(null, null, null, null, ben);

        // It is known now: whoever takes the collector away has decided so.
        as(() -> {
            bean(Assignments.class).change(id("E"), new Assignments.Assignment(null, Set.of()));
            return ben;
        });
        clock().pass(Duration.ofMinutes(1));
        load("E;Évry sur Seine;FR");
        assertThat(collectors()).containsOnlyNulls();
    }

    @Test
    void a_rule_keeps_a_search_that_is_a_colleagues_own() {
        var own = as(() -> bean(SearchChanges.class)
                .save(
                        Subject.CUSTOMER,
                        "Mine alone",
                        Criteria.Test.of("customer.code", new Comparison.OneOf(List.of("A"))),
                        false));
        var rule = rule("collector", own, anna);
        user = as(() -> bean(Users.class).all().stream()
                .filter(person -> person.name().equals("Ben"))
                .findFirst()
                .orElseThrow());

        as(() -> {
            bean(RuleChanges.class).change(rule, new Wish(own, ben, true, false, false));
            return ben;
        });
        assertThat(as(() -> bean(Rules.class).get(rule)).search()).isEqualTo(own);
        assertThatThrownBy(() -> rule("collector", own, ben)).hasMessage("criteria.rules.noSuchSearch");
    }

    @Test
    void a_run_that_breaks_off_has_not_happened_and_the_next_one_changes_each_customer_once() {
        rule("collector", null, anna);
        assertThatThrownBy(() -> as(() -> {
                    bean(RuleRuns.class).run(company(), "collector");
                    throw new IllegalStateException("The machine dies");
                }))
                .hasMessage("The machine dies");
        assertThat(collectors()).containsOnlyNulls();
        assertThat(as(() -> bean(RunHistory.class).latest(company()))).isEmpty();

        as(() -> {
            bean(Cycle.class).runAfterImport(company());
            return anna;
        });
        as(() -> {
            bean(Cycle.class).runAfterImport(company());
            return anna;
        });
        assertThat(collectors()).containsOnly(anna);
        assertThat(as(() -> bean(RunHistory.class).of(id("A").value()))).hasSize(1);
    }

    @Test
    void options_and_scores_are_given_like_anything_else_and_searched_by() {
        rule("latePaymentPenalties", search("French", "customer.country", "FR"), "true");
        rule("internalScore", search("A or C", "customer.code", "A", "C"), "3");
        var penalties = as(() -> bean(RuleRuns.class).run(company(), "latePaymentPenalties"));
        var scores = as(() -> bean(RuleRuns.class).run(company(), "internalScore"));
        assertThat(options("A")).isEqualTo(new Options(Set.of(CustomerOption.LATE_PAYMENT_PENALTIES), 3));
        assertThat(options("C")).isEqualTo(new Options(Set.of(), 3));
        assertThat(options("D")).isEqualTo(Options.NONE);
        assertThat(browser.get("/customers/EST/A/history").body())
                .contains("Late-payment penalties is Yes, before: No, because the rule “French” fits.");

        var bad = as(() -> bean(SearchChanges.class)
                .save(
                        Subject.CUSTOMER,
                        "Bad ones",
                        Criteria.Test.of("customer.internalScore", new Comparison.Worse("5")),
                        true));
        var rule = rule("collector", bad, anna);
        var preview = as(() -> bean(DryRun.class).of(company(), "collector"));
        assertThat(preview.effects()).containsEntry(rule, new DryRun.Effect(2, 2, 2));

        as(() -> bean(RuleRuns.class).undo(company(), penalties));
        as(() -> bean(RuleRuns.class).undo(company(), scores));
        assertThat(options("A")).isEqualTo(Options.NONE);
    }

    private Options options(String code) {
        return as(() -> bean(CustomerOptions.class).of(id(code)));
    }

    @Test
    void a_rule_that_means_nothing_any_more_stops_its_attribute_rather_than_passing_customers_on() {
        var gone = group("Gone");
        var rule = rule("groups", null, gone);
        as(() -> {
            bean(Groups.class).remove(Long.parseLong(gone));
            return gone;
        });

        var preview = as(() -> bean(DryRun.class).of(company(), "groups"));
        assertThat(preview.broken()).containsEntry(rule, "criteria.rules.broken.value");
        assertThatThrownBy(() -> as(() -> bean(RuleRuns.class).run(company(), "groups")))
                .isInstanceOf(Rejected.class);
    }

    private void load(String... rows) throws IOException {
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

    private long rule(String attribute, @Nullable Long search, String value) {
        return as(() -> bean(RuleChanges.class).add(attribute, new Wish(search, value, true, false, false)));
    }

    private long search(String name, String indicator, String... values) {
        var criteria = Criteria.Test.of(indicator, new Comparison.OneOf(List.of(values)));
        return as(() -> bean(SearchChanges.class).save(Subject.CUSTOMER, name, criteria, true));
    }

    private String group(String name) {
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

    private List<String> groupsOf(String code) {
        return as(() -> bean(Groups.class).of(id(code)).stream()
                .map(group -> group.name())
                .toList());
    }

    /** In the order of the codes. */
    private List<@Nullable String> collectors() {
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

    private CustomerId id(String code) {
        return bean(DSLContext.class)
                .select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(tenant))
                .and(CUSTOMER.CODE.eq(code))
                .fetchSingle()
                .value1();
    }

    private String collector(String name) {
        var email = name + System.nanoTime() + "@example.org";
        newUser(tenant, Role.COLLECTOR, "en", email, name);
        return as(() -> bean(Users.class).all().stream()
                .filter(person -> person.name().equals(name))
                .map(person -> person.id().toString())
                .findFirst()
                .orElseThrow());
    }

    private Company company() {
        return Objects.requireNonNull(company);
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
