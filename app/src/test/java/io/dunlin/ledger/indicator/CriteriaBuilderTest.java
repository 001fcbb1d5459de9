package io.dunlin.ledger.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.criteria.CriteriaText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The builder of criteria: what it shows, counts and refuses. */
class CriteriaBuilderTest extends CriteriaPages {
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
}
