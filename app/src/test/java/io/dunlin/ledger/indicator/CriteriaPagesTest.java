package io.dunlin.ledger.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.criteria.CriteriaText;
import io.dunlin.ledger.indicator.InventedPortfolio.InventedCustomer;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.testing.Browser;
import io.dunlin.testing.RunningApplication;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Criteria in the address of the list of customers, their builder, and searches that are kept. */
class CriteriaPagesTest extends RunningApplication {
    /** Also says that there are facts of the customer: only those are in the list. */
    private static final String OWING =
            "customer.receivable.between(100,),any(customer.country.oneOf(FR),customer.city.empty())";

    private TenantId tenant = new TenantId(1);
    private String login = "";
    private List<InventedCustomer> portfolio = List.of();

    @Test
    void numbers_are_said_with_their_unit() {
        var browser = withPortfolio();
        var late = "customer.delay.between(15,30),customer.overduePercent.between(50,)";

        assertThat(browser.get("/customers?c=" + encoded(late)).body())
                .contains("Average delay is between 15 days and 30 days and Overdue share is at least 50 %");
    }

    @Test
    void list_files_and_interface_show_those_that_meet_the_criteria() {
        var browser = withPortfolio();
        var found = NaiveEvaluation.customers(portfolio, CriteriaText.read(OWING));
        assertThat(found).hasSizeBetween(2, 25);

        var page = browser.get("/customers?c=" + encoded(OWING)).body();
        assertThat(page).contains("data-row-count=\"" + found.size() + "\"");
        assertThat(page).contains("Receivable is at least 100 and (Country is FR or City is empty)");
        assertThat(page).contains("/customers/EST/" + found.getFirst() + "\"");
        assertThat(browser.get("/api/v1/customers?c=" + encoded(OWING), "Authorization", login)
                        .body())
                .contains("\"rows\":" + found.size());
        var file = browser.get("/customers/export.csv?c=" + encoded(OWING)).body();
        assertThat(found).allSatisfy(code -> assertThat(file).contains(code));
        assertThat(file.lines().filter(line -> line.contains("Customer ")).count())
                .isGreaterThanOrEqualTo(found.size());
        assertThat(file).contains("," + found.size() + " customers,");
    }

    @Test
    void what_is_ticked_over_pages_is_what_meets_the_criteria() {
        var browser = withPortfolio();
        var found = NaiveEvaluation.customers(portfolio, CriteriaText.read(OWING));

        var file = browser.post("/customers/selected.csv", "all", "1", "query", "?c=" + encoded(OWING));
        assertThat(file.body()).contains("," + found.size() + " customers,");
        assertThat(browser.post("/customers/selected.csv", "all", "1", "query", "?c=nonsense")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void criteria_that_mean_nothing_are_a_notice_and_show_nobody() {
        var browser = withPortfolio();

        var page = browser.get("/customers?c=customer.city.tastesLike(a)");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("These criteria cannot be used.", "The part at #", "data-row-count=\"0\"");
        assertThat(browser.get("/customers?c=search(99999)").body())
                .contains("The search search(99999) does not exist");
        assertThat(browser.get("/customers?build=1&c=%28%28%25%00").statusCode())
                .isEqualTo(200);

        var answer = browser.get("/api/v1/customers?c=bureau.score.betterThan(3)", "Authorization", login);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("bureau.score");
    }

    @Test
    void the_builder_begins_with_a_row_and_counts_as_it_is_filled() {
        var browser = withPortfolio();

        assertThat(browser.redirect(browser.get("/criteria"))).isEqualTo("/customers?build=1");
        var begun = browser.get("/criteria?address=" + encoded("/customers?sort=name"))
                .body();
        assertThat(begun)
                .contains("40 of 40 customers match", "One criterion is not filled in yet", "name=\"0-0.what\"");
        assertThat(begun)
                .contains("<optgroup label=\"Balances\">", "<optgroup label=\"Debtor · Identity\">")
                .doesNotContain("criteria.");

        var chosen = browser.post(
                        "/criteria",
                        "address",
                        "/customers",
                        "0.join",
                        "ALL",
                        "0-0.what",
                        "customer.country",
                        "0-0.how",
                        "",
                        "0-0.value",
                        "")
                .body();
        assertThat(chosen).contains("value=\"oneOf\" selected", "type=\"checkbox\" id=\"criteria-0-0-value-FR\"");

        var counted = browser.post(
                        "/criteria/count",
                        "address",
                        "/customers",
                        "0.join",
                        "ALL",
                        "0-0.what",
                        "customer.country",
                        "0-0.how",
                        "oneOf",
                        "0-0.what-was",
                        "customer.country",
                        "0-0.how-was",
                        "oneOf",
                        "0-0.value",
                        "FR",
                        "0-0.value",
                        "DE")
                .body();
        var known = NaiveEvaluation.customers(portfolio, CriteriaText.read("customer.country.oneOf(FR,DE)"));
        assertThat(counted).contains(known.size() + " of 40 customers match").containsPattern("found in [\\d,]+ ms");
    }

    @Test
    void the_builder_shows_what_an_address_asks_for() {
        var browser = withPortfolio();
        var asked = "customer.city.oneOf(Lyon),!customer.country.oneOf(FR)?,customer.blocked.oneOf(false),"
                + "!customer.overdue.more(50,customer.receivable),customer.lastPayment.longerAgo(9000)?";

        var page = browser.get("/criteria?address=" + encoded("/customers?c=" + asked))
                .body();
        assertThat(page)
                .contains("value=\"is\" selected", "name=\"0-0.value\" value=\"Lyon\"")
                .contains("value=\"!oneOf\" selected", "name=\"0-1.value\" value=\"FR\" checked")
                .contains("name=\"0-1.unknown\" value=\"1\" checked", "name=\"0-2.value\" value=\"false\" checked")
                .contains("value=\"atMost\" selected", "value=\"customer.receivable\" selected")
                .contains("name=\"0-4.value\" value=\"9000\"");
        var meeting = NaiveEvaluation.customers(portfolio, CriteriaText.read(asked));
        assertThat(page).contains(meeting.size() + " of 40 customers match");
    }

    @Test
    void steps_add_groups_and_take_them_away() {
        var browser = withPortfolio();
        String[] form = {
            "address",
            "/customers",
            "0.join",
            "ALL",
            "0-0.what",
            "customer.city",
            "0-0.how",
            "contains",
            "0-0.what-was",
            "customer.city",
            "0-0.how-was",
            "contains",
            "0-0.value",
            "ly"
        };

        assertThat(browser.post("/criteria", with(form, "step", "item 0")).body())
                .contains("name=\"0-1.join\" value=\"HAS_ITEM\"", "<optgroup label=\"Amounts\">", "value=\"ly\"");
        assertThat(browser.post("/criteria", with(form, "step", "join 0 NONE")).body())
                .contains("name=\"0.join\" value=\"NONE\"");
        assertThat(browser.post("/criteria", with(form, "step", "remove 0-0")).body())
                .doesNotContain("0-0.what");
        assertThat(browser.post("/criteria", with(form, "step", "clear 0")).body())
                .doesNotContain("value=\"ly\"");
    }

    @Test
    void nonsense_from_outside_is_a_sentence() {
        var browser = withPortfolio();
        String[] form = {
            "address",
            "/customers",
            "0.join",
            "🦆",
            "0-0.what",
            "nothing.here",
            "0-0.how",
            "!!",
            "0-0.value",
            "x",
            "0-1.join",
            "ALL",
            "0-1-0.what",
            "customer.overdue",
            "0-1-0.how",
            "between",
            "0-1-0.how-was",
            "between",
            "0-1-0.what-was",
            "customer.overdue",
            "0-1-0.value",
            "lots",
            "0-1-0.value",
            "",
            "0-2.what",
            "customer.name",
            "0-2.how",
            "contains",
            "0-2.what-was",
            "customer.name",
            "0-2.how-was",
            "contains",
            "0-2.value",
            "\0' or 1=1 --"
        };

        for (var path : List.of("/criteria", "/criteria/count", "/criteria/search")) {
            for (var step : List.of(
                    "", "row 0-7-7", "remove 0", "remove 0-99", "join 0-1 x y z", "\0", "row " + "0-1".repeat(99))) {
                var answer = browser.post(path, with(form, "step", step));
                assertThat(answer.statusCode()).as(path + " " + step).isEqualTo(200);
                assertThat(answer.body()).contains("At Overdue: “lots” is not a number");
            }
        }
        var crooked = list("C1");
        crooked[1] = "/customers?q=a\r\nX: y&sort=%&c=\"<";
        assertThat(search(browser.post("/criteria/search", crooked)))
                .isEqualTo("/customers?q=a%0D%0AX%3A%20y&sort=%25&c=customer.code.oneOf%28C1%29");
        assertThat(browser.post("/criteria", "address", "//evil.example/customers")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/criteria?address=/customers%3Fc%3Dnot(").body())
                .contains("The part at #5");
    }

    @Test
    void a_search_leads_to_the_list_and_a_long_list_of_codes_too() {
        var browser = withPortfolio();
        var codes = IntStream.range(0, 5_000).mapToObj(number -> "C" + number).collect(Collectors.joining("\n"));

        var few = search(browser.post("/criteria/search", list("C1\tC2\r\n; C30")));
        assertThat(few).isEqualTo("/customers?sort=code&c=customer.code.oneOf%28C1%2CC2%2CC30%29");
        var many = search(browser.post("/criteria/search", list(codes)));
        assertThat(many).matches("/customers\\?sort=code&c=search%28\\d+%29");
        var facts = NaiveEvaluation.customers(portfolio, CriteriaText.read("!customer.receivable.empty()"));
        assertThat(browser.get(many).body()).contains("data-row-count=\"" + facts.size() + "\"");
        assertThat(browser.get("/criteria?address=" + encoded(many)).body())
                .contains("5,000 values", "40 of 40 customers match");
    }

    @Test
    void a_search_is_saved_opened_renamed_and_taken_away() {
        var browser = withPortfolio();
        var colleague = seen(signedIn(newUser(tenant, Role.COLLECTOR)));

        var saved = search(browser.post("/criteria/searches", with(list("C1"), "name", "Key <b>accounts</b>")));
        var id = saved.replaceAll(".*search%28(\\d+)%29", "$1");
        var builder = "/criteria?address=" + encoded(saved);
        assertThat(browser.get(builder).body())
                .contains("Key &lt;b>accounts&lt;/b>", "value=\"C1\"")
                .doesNotContain("<b>accounts");
        assertThat(browser.post("/criteria/searches", with(list("C1"), "name", "Key <b>accounts</b>"))
                        .body())
                .contains("You already have a search called");
        assertThat(colleague.get(saved).body()).contains("no longer shared with you");
        assertThat(colleague
                        .post("/criteria/searches/" + id + "/remove", list("C1"))
                        .statusCode())
                .isEqualTo(404);

        var renamed = browser.post(
                "/criteria/searches/" + id + "/rename", with(list("C1"), "name", "Mine", "shared", "true"));
        assertThat(renamed.body()).contains("Mine");
        assertThat(colleague.get(builder).body())
                .contains("Mine", "value=\"C1\"")
                .doesNotContain("/criteria/searches/" + id);
        var replaced = browser.post("/criteria/searches/" + id + "/overwrite", list("C2"));
        assertThat(search(replaced)).isEqualTo(saved);
        assertThat(colleague.get(builder).body()).contains("value=\"C2\"");
        assertThat(browser.post("/criteria/searches/" + id + "/remove", list("C2"))
                        .body())
                .doesNotContain("Mine");
    }

    private Browser withPortfolio() {
        var subscriber = newTenant();
        tenant = subscriber.tenant();
        var password = subscriber.administrator() + ":" + PASSWORD;
        login = "Basic " + Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8));
        CurrentTenant.run(
                tenant,
                () -> new TransactionTemplate(bean(PlatformTransactionManager.class))
                        .executeWithoutResult(status -> portfolio = InventedPortfolio.in(
                                bean(DSLContext.class),
                                bean(Companies.class).all().getFirst())));
        return seen(signedIn(subscriber.administrator()));
    }

    /** With the token of a page of this session. */
    private static Browser seen(Browser browser) {
        browser.get("/customers");
        return browser;
    }

    /** The form of a list of codes. */
    private static String[] list(String codes) {
        return new String[] {
            "address",
            "/customers?sort=code&page=3&build=1",
            "0.join",
            "ALL",
            "0-0.what",
            "customer.code",
            "0-0.what-was",
            "customer.code",
            "0-0.how",
            "oneOf",
            "0-0.how-was",
            "oneOf",
            "0-0.value",
            codes
        };
    }

    private static String[] with(String[] form, String... further) {
        return Stream.concat(Arrays.stream(form), Arrays.stream(further)).toArray(String[]::new);
    }

    private static String search(HttpResponse<String> answer) {
        return answer.headers().firstValue("HX-Redirect").orElse(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
