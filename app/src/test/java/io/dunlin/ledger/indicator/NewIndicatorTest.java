package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.SearchChanges;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.alerts.AlertChanges;
import io.dunlin.criteria.alerts.AlertLevel;
import io.dunlin.criteria.alerts.AlertType;
import io.dunlin.criteria.rules.DryRun;
import io.dunlin.criteria.rules.RuleChanges;
import io.dunlin.intake.ImportId;
import io.dunlin.intake.Imports;
import io.dunlin.jobs.Jobs;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.Browser;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** One declaration of a module that nobody knows, and no other edit: its indicator is wherever indicators are. */
@Import(NewIndicatorTest.Surprise.class)
class NewIndicatorTest extends RunningApplication {
    private static final String LABEL = "Letters of the name";
    private static final String OF_ITEMS = "Digits of the number";
    private static final String LONG_NAMES = "c=test.letters.between(7,)";

    static class Surprise implements IndicatorSource {
        @Override
        public List<Indicator> indicators() {
            return List.of(
                    Indicator.of(
                            "test.letters",
                            Subject.CUSTOMER,
                            Indicator.Kind.COUNT,
                            "identity",
                            LABEL,
                            scope -> DSL.length(scope.of(CUSTOMER.NAME))),
                    Indicator.of(
                            "test.digits",
                            Subject.ITEM,
                            Indicator.Kind.COUNT,
                            "identity",
                            OF_ITEMS,
                            scope -> DSL.length(scope.of(ITEM.NUMBER))));
        }
    }

    @TempDir
    private Path folder = Path.of("");

    private TenantId tenant = new TenantId(1);
    private @Nullable User user;
    private String administrator = "";
    private Browser browser = new Browser("");

    @BeforeEach
    void three_customers() throws IOException {
        var subscriber = newTenant();
        tenant = subscriber.tenant();
        user = as(() -> bean(Users.class).all().getFirst());
        administrator = subscriber.administrator();
        browser = signedIn(administrator);
        upload("CUSTOMERS", "code;name\nA;Amiens\nB;Bordeaux\nC;Castelnaudary\n");
    }

    private void upload(String subject, String rows) throws IOException {
        var file = Files.writeString(folder.resolve(subject + ".csv"), rows);
        browser.get("/imports/new");
        var mapping = browser.redirect(browser.upload("/imports", file, "subject", subject));
        var link = browser.redirect(
                browser.post(mapping, Browser.form(browser.get(mapping).body())));
        var number = new ImportId(Long.parseLong(link.substring("/imports/".length())));
        var job =
                Objects.requireNonNull(as(() -> bean(Imports.class).get(number)).job());
        Wait.until("the file is in", () -> !as(() -> bean(Jobs.class).get(job)).isActive());
    }

    @Test
    void the_builder_offers_it_and_a_search_finds_by_it() {
        assertThat(browser.get("/customers?build=1").body()).contains(LABEL);
        assertThat(browser.get("/customers?" + LONG_NAMES).body())
                .contains("Bordeaux", "Castelnaudary", LABEL)
                .doesNotContain("Amiens");
    }

    @Test
    void the_list_has_it_as_a_column_that_sorts_and_goes_into_files() {
        assertThat(browser.get("/customers").body()).contains(LABEL);
        var list = browser.get("/customers?columns=code,test.letters&sort=test.letters&dir=desc")
                .body();
        assertThat(list).contains(">13<");
        assertThat(list.indexOf(">13<")).isLessThan(list.indexOf(">6<"));
        assertThat(browser.get("/customers/export.csv?columns=code,test.letters&sort=test.letters&dir=desc")
                        .body())
                .contains(LABEL)
                .containsSubsequence("C,13", "B,8", "A,6");
    }

    @Test
    void of_an_item_it_is_in_the_search_over_items_its_columns_files_and_interface() throws IOException {
        upload("ITEMS", "customer_code;number;issue_date;amount\nA;F1;2026-01-05;10\nB;F-2000;2026-01-05;20\n");

        assertThat(browser.get("/criteria?subject=item&address=/items").body()).contains(OF_ITEMS, LABEL);
        assertThat(browser.get("/items?c=test.digits.between(3,)&columns=number,test.digits,test.letters")
                        .body())
                .contains("F-2000", OF_ITEMS, LABEL + " (customer)", ">6<", ">8<")
                .doesNotContain(">F1<");
        assertThat(browser.get("/items/export.csv?columns=number,test.digits&sort=test.digits&dir=desc")
                        .body())
                .contains(OF_ITEMS)
                .containsSubsequence("F-2000,6", "F1,2");
        assertThat(program("/api/v1/items?columns=test.digits&c=test.letters.between(7,)"))
                .contains("\"test.digits\":6", "\"rows\":1")
                .doesNotContain("\"F1\"");
    }

    @Test
    void programs_get_it() {
        assertThat(program("/api/v1/indicators")).contains("\"test.letters\"", LABEL);
        assertThat(program("/api/v1/customers?columns=test.letters&" + LONG_NAMES))
                .contains("\"test.letters\":8", "\"test.letters\":13")
                .doesNotContain("\"test.letters\":6");
    }

    @Test
    void rules_go_by_it() {
        var search = as(() -> bean(SearchChanges.class)
                .save(
                        Subject.CUSTOMER,
                        "Long names",
                        Criteria.Test.of("test.letters", new Comparison.Between(new BigDecimal(7), null)),
                        true));
        as(() -> bean(RuleChanges.class).add("internalScore", new RuleChanges.Wish(search, "5", true, false, false)));

        var company = as(() -> bean(Companies.class).all().getFirst());
        assertThat(as(() -> bean(DryRun.class).of(company, "internalScore")).changed())
                .extracting(DryRun.Changed::code)
                .containsExactly("B", "C");
    }

    private String program(String path) {
        var login = "%s:%s".formatted(administrator, PASSWORD).getBytes(StandardCharsets.UTF_8);
        return browser.get(path, "Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
                .body();
    }

    @Test
    void alerts_watch_it() {
        var company = as(() -> bean(Companies.class).all().getFirst());
        var alert = as(() -> bean(AlertChanges.class)
                .add(
                        company,
                        new AlertChanges.Wish(
                                "Long names",
                                AlertType.BOTH,
                                AlertLevel.MEDIUM,
                                true,
                                Criteria.Test.of("test.letters", new Comparison.Between(new BigDecimal(7), null)),
                                List.of())));

        assertThat(browser.get("/alerts/" + alert).body())
                .contains("Bordeaux", "Castelnaudary")
                .doesNotContain("Amiens");
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
