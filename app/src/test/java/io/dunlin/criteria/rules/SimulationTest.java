package io.dunlin.criteria.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dunlin.criteria.CriteriaText;
import io.dunlin.criteria.SearchChanges;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.rules.RuleChanges.Wish;
import io.dunlin.intake.ImportId;
import io.dunlin.intake.ImportOrders;
import io.dunlin.intake.Imports;
import io.dunlin.intake.Intake;
import io.dunlin.jobs.Jobs;
import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.Groups;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.Browser;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** PAID owed money half a year ago and has paid since; LATE owes since last month; ALWAYS has owed all along. */
class SimulationTest extends RunningApplication {
    private static final String ITEM_HEAD =
            "customer code;customer name;invoice number;issue date;due date;original amount;open amount;"
                    + "payment date;currency\n";

    @TempDir
    private Path folder = Path.of("");

    private TenantId tenant = new TenantId(1);
    private @Nullable User user;
    private @Nullable Company company;
    private Browser browser = new Browser("");
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void three_customers() throws IOException {
        var subscriber = newTenant();
        tenant = subscriber.tenant();
        user = as(() -> bean(Users.class).all().getFirst());
        company = as(() -> bean(Companies.class).all().getFirst());
        today = company().today(bean(Clock.class));
        browser = signedIn(subscriber.administrator());
        load(
                item("PAID", "1", 300, 250, "0", today.minusDays(60).toString()),
                item("LATE", "2", 60, 30, "500.00", ""),
                item("ALWAYS", "3", 400, 350, "500.00", ""));
    }

    @Test
    void rules_are_asked_of_a_past_day_beside_today() {
        var dunned = group("Dunned");
        rule("Overdue", "customer.overdue.between(100,)", dunned);

        var outcome = on(today.minusDays(180));
        assertThat(outcome.effects().values()).containsExactly(new Simulation.Effect(2, 2, 2, 2));
        assertThat(outcome.differing()).isEqualTo(2);
        assertThat(outcome.changed())
                .extracting(Simulation.Changed::code, Simulation.Changed::then, Simulation.Changed::now)
                .containsExactly(tuple("LATE", null, dunned), tuple("PAID", dunned, null));
        assertThat(outcome.moves())
                .containsExactly(new Simulation.Move(null, dunned, 1), new Simulation.Move(dunned, null, 1));
    }

    @Test
    void items_are_those_of_the_day_with_what_was_open_of_them_then() {
        var old = group("Old items");
        rule("Old", "has.item(item.daysOverdue.between(60,),item.openAmount.between(1,))", old);

        assertThat(on(today.minusDays(100)).effects().values()).containsExactly(new Simulation.Effect(2, 2, 1, 1));
        assertThat(on(today.minusDays(1)).differing()).isZero();
    }

    @Test
    void figures_of_debtors_are_those_of_the_day_over_the_companies_they_buy_from() {
        var branch = as(() -> bean(Companies.class)
                .get(bean(Companies.class)
                        .create("BRANCH", "Branch", Currency.getInstance("EUR"), ZoneId.of("Europe/Paris"))));
        bring(branch, io.dunlin.intake.Subject.ITEMS, ITEM_HEAD + item("TWIN", "4", 400, 350, "500.00", ""));
        var oneFirm = "customer code;customer name;legal id;country\n%s;%s;552 100 554;FR\n";
        bring(company(), io.dunlin.intake.Subject.CUSTOMERS, oneFirm.formatted("PAID", "Paid"));
        bring(branch, io.dunlin.intake.Subject.CUSTOMERS, oneFirm.formatted("TWIN", "Twin"));
        rule("Owes much in all", "debtor.overdue.between(600,)", group("Dunned"));

        assertThat(on(today.minusDays(180)).changed())
                .extracting(Simulation.Changed::code)
                .as("500.00 here and 500.00 at the branch then, only the latter today")
                .containsExactly("PAID");
    }

    @Test
    void nothing_is_changed_and_tomorrow_is_refused() {
        var dunned = group("Dunned");
        rule("Overdue", "customer.overdue.between(100,)", dunned);
        on(today.minusDays(180));

        assertThat(as(() -> bean(RunHistory.class).latest(company()))).isEmpty();
        assertThatThrownBy(() -> on(today)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> on(today.minusYears(3))).isInstanceOf(Rejected.class);
    }

    @Test
    void the_page_shows_both_days_and_says_what_is_wrong_with_a_day() {
        rule("Overdue", "customer.overdue.between(100,)", group("Dunned"));

        var page = browser.get("/settings/rules/groups/past?on=" + today.minusDays(180))
                .body();
        assertThat(page).contains("LATE").contains("PAID").contains("then none, today Dunned");
        assertThat(browser.get("/settings/rules/groups/past?on=yesterday").body())
                .contains("“yesterday” is not a date");
        assertThat(browser.get("/settings/rules/groups/past?on=" + today.plusDays(1))
                        .body())
                .contains("Choose a day before today");
        assertThat(browser.get("/settings/rules/groups").body()).contains("/settings/rules/groups/past");
    }

    private Simulation.Outcome on(LocalDate day) {
        return as(() -> bean(Simulation.class).of(company(), "groups", day));
    }

    private void rule(String name, String criteria, String group) {
        var search =
                as(() -> bean(SearchChanges.class).save(Subject.CUSTOMER, name, CriteriaText.read(criteria), true));
        as(() -> bean(RuleChanges.class).add("groups", new Wish(search, group, false, false, false)));
    }

    private String group(String name) {
        as(() -> {
            bean(Groups.class).create(name, "#336699");
            return name;
        });
        return as(() -> Long.toString(bean(Groups.class).names().getFirst().id()));
    }

    private String item(String customer, String number, int issued, int due, String open, String paid) {
        return "%s;%s;%s;%s;%s;500.00;%s;%s;EUR"
                .formatted(customer, customer, number, today.minusDays(issued), today.minusDays(due), open, paid);
    }

    private void load(String... rows) throws IOException {
        var file = folder.resolve("items.csv");
        Files.writeString(file, ITEM_HEAD + String.join("\n", rows) + "\n");
        browser.get("/imports/new");
        var mapping = browser.redirect(browser.upload("/imports", file, "subject", "ITEMS"));
        var link = browser.redirect(
                browser.post(mapping, Browser.form(browser.get(mapping).body())));
        var order =
                as(() -> bean(Imports.class).get(new ImportId(Long.parseLong(link.substring("/imports/".length())))));
        var job = Objects.requireNonNull(order.job());
        Wait.until("the file is in", () -> !as(() -> bean(Jobs.class).get(job)).isActive());
    }

    private void bring(Company into, io.dunlin.intake.Subject subject, String text) {
        CurrentTenant.run(tenant, () -> {
            var content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            var id = bean(Intake.class).receive(subject, "branch.csv", content, into, null);
            bean(ImportOrders.class).start(id, bean(Imports.class).mapping(id), today);
        });
        Wait.until("the file is in", () -> as(() -> bean(Jobs.class).active().isEmpty()));
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
