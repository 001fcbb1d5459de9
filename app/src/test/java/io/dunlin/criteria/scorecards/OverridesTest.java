package io.dunlin.criteria.scorecards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.SearchChanges;
import io.dunlin.criteria.scorecards.Definition.Overriding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is tried before points and matrix. */
class OverridesTest extends ScoredCompany {
    @Test
    void overrides_come_first_and_the_sheet_says_which_one_decided() {
        var blocked = search("Blocked", "customer.blocked", "true");
        var all = search("All", "customer.code", "A", "B");
        var definition = ownScore(null);
        var card = save(
                null,
                "Own score",
                new Definition(
                        definition.grades(),
                        List.of(new Overriding(blocked, "Blocked", "D"), new Overriding(all, "All", "B")),
                        definition.method()));
        run(card);
        assertThat(scores(card)).containsExactly("B 100.00", "D 40.00", "null null");

        var now = sheet("B").now();
        assertThat(now.override()).isEqualTo(new ScoreSheet.Decided("Blocked", true));
        assertThat(now.byPoints()).isEqualTo("C");
        assertThat(browser.get("/customers/EST/B/scores").body())
                .contains("The search “Blocked” finds this customer, and so the class is D")
                .contains("2.5 to less than 5");
        assertThatThrownBy(() -> as(() -> {
                    bean(SearchChanges.class).remove(blocked);
                    return blocked;
                }))
                .hasMessage("criteria.scorecards.searchInUse");
    }

    @Test
    void an_override_may_have_criteria_of_its_own() {
        var card = save(null, "Own score", with(blocked()));
        run(card);
        assertThat(scores(card)).containsExactly("A 100.00", "D 40.00", "null null");
        assertThat(as(() -> bean(Scorecards.class).get(card)).definition()).isEqualTo(with(blocked()));
        assertThat(browser.get("/customers/EST/B/scores").body())
                .contains("This customer meets “Blocked is Yes”, and so the class is D");
        assertThat(browser.get("/settings/scorecards/" + card).body()).contains("Blocked is Yes");
    }

    @Test
    void criteria_that_ask_for_nothing_or_look_at_the_card_itself_are_refused() {
        var card = save(null, "Own score", ownScore(null));
        assertThat(flaws(card, new Criteria.All(List.of()))).containsExactly("criteria.scorecards.bad.criteria");
        assertThat(flaws(card, Criteria.Test.of("customer.gone", new Comparison.Empty())))
                .containsExactly("criteria.scorecards.bad.criteria");
        var itself = Criteria.Test.of("scorecard.%d.class".formatted(card), new Comparison.OneOf(List.of("A")));
        assertThat(flaws(card, itself)).containsExactly("criteria.scorecards.bad.circle");
    }

    @Test
    void the_builder_gives_an_override_its_criteria_while_the_rest_of_the_card_waits() {
        var card = save(null, "Own score", ownScore(null));
        browser.get("/settings/scorecards/" + card);
        var form = typed(card);
        var building = browser.post("/settings/scorecards/edit", also(form, "step", "criteria 0"))
                .body();
        assertThat(building).contains("Override 1: who is given its class?", "value=\"Own score\"");

        var empty = also(form, "override", "0", "address", "/settings/scorecards/criteria?alone=1", "0.join", "ALL");
        assertThat(browser.post("/settings/scorecards/criteria", empty).body())
                .contains("Choose at least one criterion");
        var built = browser.post(
                "/settings/scorecards/criteria",
                also(
                        empty,
                        "0-0.what",
                        "customer.blocked",
                        "0-0.what-was",
                        "customer.blocked",
                        "0-0.how",
                        "is",
                        "0-0.how-was",
                        "is",
                        "0-0.value",
                        "true"));
        assertThat(built.headers().firstValue("HX-Retarget")).contains("#card");
        assertThat(built.body()).contains("Blocked is Yes", "value=\"Own score\"");

        var json = "{\"indicator\":\"customer.blocked\",\"oneOf\":[\"true\"]}";
        assertThat(built.body()).contains(json.replace("\"", "&#34;"));
        var saved = also(
                form, "override.0.search", "", "override.0.criteria", json, "override.0.grade", "D", "step", "save");
        assertThat(browser.redirect(browser.post("/settings/scorecards/edit", saved)))
                .isEqualTo("/settings/scorecards/" + card);
        assertThat(as(() -> bean(Scorecards.class).get(card)).definition().overrides())
                .containsExactly(new Overriding(blocked(), "D"));
    }

    /** The fields of {@link #ownScore}. */
    private static String[] typed(long card) {
        return new String[] {
            "id",
            Long.toString(card),
            "kind",
            "points",
            "name",
            "Own score",
            "enough",
            "60",
            "grade.0.name",
            "A",
            "grade.0.from",
            "75",
            "grade.1.name",
            "B",
            "grade.1.from",
            "50",
            "grade.2.name",
            "C",
            "grade.2.from",
            "25",
            "grade.3.name",
            "D",
            "grade.3.from",
            "0",
            "line.0.indicator",
            "customer.internalScore",
            "line.0.was",
            "customer.internalScore",
            "line.0.codes",
            "false",
            "line.0.weight",
            "1",
            "line.0.band.0",
            "2.5",
            "line.0.band.1",
            "5",
            "line.0.points.0",
            "0",
            "line.0.points.1",
            "40",
            "line.0.points.2",
            "100",
            "line.0.missing",
            ""
        };
    }

    private static String[] also(String[] form, String... fields) {
        return Stream.concat(Stream.of(form), Stream.of(fields)).toArray(String[]::new);
    }

    private List<String> flaws(long card, Criteria criteria) {
        return as(() -> bean(CardChanges.class).flaws(card, "Own score", with(criteria))).stream()
                .map(Flaw::key)
                .toList();
    }

    private static Definition with(Criteria criteria) {
        var definition = ownScore(null);
        return new Definition(definition.grades(), List.of(new Overriding(criteria, "D")), definition.method());
    }

    private static Criteria blocked() {
        return Criteria.Test.of("customer.blocked", new Comparison.OneOf(List.of("true")));
    }
}
