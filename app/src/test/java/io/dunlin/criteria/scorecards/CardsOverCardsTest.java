package io.dunlin.criteria.scorecards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.SearchChanges;
import io.dunlin.criteria.rules.RuleChanges;
import io.dunlin.criteria.scorecards.Definition.Axis;
import io.dunlin.criteria.scorecards.Definition.Grade;
import io.dunlin.criteria.scorecards.Definition.Line;
import io.dunlin.criteria.scorecards.Definition.Matrix;
import io.dunlin.criteria.scorecards.Definition.Overriding;
import io.dunlin.criteria.scorecards.Definition.Points;
import io.dunlin.criteria.scorecards.ScorePreview.Behind;
import io.dunlin.criteria.scorecards.ScorePreview.Changed;
import io.dunlin.jobs.Cycle;
import io.dunlin.kernel.Rejected;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cards, searches and rules that look at cards. */
class CardsOverCardsTest extends ScoredCompany {
    @Test
    void a_card_uses_another_ones_class_and_rules_find_both_as_soon_as_they_are_there() {
        var base = save(null, "Own score", ownScore(null));
        var matrix = save(
                null,
                "Above",
                new Definition(
                        List.of(new Grade("Go", null), new Grade("Stop", null)),
                        List.of(),
                        new Matrix(
                                new Axis("scorecard.%d.class".formatted(base), new Bands.Values(List.of("A"))),
                                new Axis("customer.blocked", new Bands.Values(List.of("true"))),
                                List.of(List.of("Stop", "Go"), List.of("Stop", "Stop")))));
        var search = search("Go", "scorecard.%d.class".formatted(matrix), "Go");
        as(() -> bean(RuleChanges.class).add("internalScore", new RuleChanges.Wish(search, "7", true, false, false)));

        // One cycle: the base, then what looks at it, then the rules that look at that.
        as(() -> {
            bean(Cycle.class).runAfterImport(company());
            return search;
        });
        assertThat(scores(matrix)).containsExactly("Go null", "Stop null", "null null");
        assertThat(ownScoreOf("A")).isEqualTo((short) 7);
        assertThat(ownScoreOf("B")).isEqualTo((short) 4);
        assertThat(found(Criteria.Test.of("scorecard.%d.points".formatted(base), new Comparison.Better("50"))))
                .isEqualTo(1);
        assertThat(found(Criteria.Test.of("scorecard.%d.class".formatted(base), new Comparison.Worse("B"))))
                .isEqualTo(1);
        assertThatThrownBy(() -> as(() -> {
                    bean(CardChanges.class).remove(base);
                    return base;
                }))
                .hasMessage("criteria.scorecards.inUse");
    }

    @Test
    void a_circle_is_refused_with_its_names_and_one_made_by_a_search_stops_only_its_own_cards() {
        var first = save(null, "First", ownScore(null));
        var second = save(null, "Second", over("scorecard.%d.class".formatted(first)));
        assertThat(as(() ->
                        bean(CardChanges.class).flaws(first, "First", over("scorecard.%d.class".formatted(second)))))
                .extracting(Flaw::key, flaw -> flaw.arguments().getFirst())
                .containsExactly(tuple("criteria.scorecards.bad.circle", "First → Second → First"));
        assertThatThrownBy(() -> save(first, "First", over("scorecard.%d.points".formatted(first))))
                .isInstanceOf(Rejected.class)
                .hasMessage("criteria.scorecards.bad.circle");

        // A search that a card goes by is changed behind its back.
        var search = search("Sly", "customer.code", "A");
        var definition = ownScore(null);
        save(
                first,
                "First",
                new Definition(definition.grades(), List.of(new Overriding(search, "Sly", "D")), definition.method()));
        var apart = save(null, "Apart", ownScore(null));
        as(() -> {
            bean(SearchChanges.class)
                    .overwrite(
                            search,
                            Criteria.Test.of(
                                    "scorecard.%d.class".formatted(second), new Comparison.OneOf(List.of("D"))));
            bean(ScoreRuns.class).runAll(company());
            return search;
        });
        assertThat(scores(apart)).hasSize(3);
        assertThat(scores(first)).isEmpty();
        assertThat(as(() -> bean(CardChanges.class).broken())).containsOnlyKeys(first, second);
        assertThat(browser.get("/settings/scorecards").body())
                .contains("Until it is mended, its scores stay as they are.");
    }

    @Test
    void a_dry_run_says_whose_class_would_change_in_the_cards_behind_it() {
        var base = save(null, "Own score", ownScore(null));
        var above = save(null, "Above", over("scorecard.%d.class".formatted(base)));
        var top = save(null, "Top", over("scorecard.%d.class".formatted(above)));
        save(null, "Apart", ownScore(null));
        as(() -> bean(ScoreRuns.class).runAll(company()));
        assertThat(scores(above)).containsExactly("A 100.00", "D 0.00", "null null");

        // Whoever had 40 points has 80: B goes from C to A.
        var line = new Line(
                new Axis("customer.internalScore", new Bands.Ranges(numbers("2.5", "5"))),
                BigDecimal.ONE,
                numbers("0", "80", "100"),
                null);
        var changed = new Definition(grades(), List.of(), new Points(List.of(line), 60));
        var preview = as(() -> bean(ScorePreview.class).of(company(), base, changed));
        assertThat(preview.outcome().changed())
                .extracting(Changed::code, Changed::before, Changed::after)
                .containsExactly(tuple("B", "C", "A"));
        assertThat(preview.behind())
                .extracting(
                        Behind::name,
                        behind -> behind.outcome().changes(),
                        behind -> behind.outcome().changed())
                .containsExactly(
                        tuple("Above", 1, List.of(new Changed("B", "Customer B", "D", "A", new BigDecimal("100.00")))),
                        tuple("Top", 1, List.of(new Changed("B", "Customer B", "D", "A", new BigDecimal("100.00")))));

        // Nothing has happened; saved, the same comes out.
        assertThat(scores(above)).containsExactly("A 100.00", "D 0.00", "null null");
        save(base, "Own score", changed);
        as(() -> bean(ScoreRuns.class).runAll(company()));
        assertThat(scores(top)).containsExactly("A 100.00", "A 100.00", "null null");
    }
}
