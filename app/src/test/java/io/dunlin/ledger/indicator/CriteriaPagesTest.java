package io.dunlin.ledger.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.criteria.CriteriaText;
import io.dunlin.tenancy.Role;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Criteria in the address of the list of customers, and searches that are kept. */
class CriteriaPagesTest extends CriteriaPages {
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
}
