package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.Score.SCORE;
import static io.dunlin.criteria.tables.ScoreChange.SCORE_CHANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.scorecards.Definition.Axis;
import io.dunlin.criteria.scorecards.Definition.Line;
import io.dunlin.criteria.scorecards.Definition.Overriding;
import io.dunlin.criteria.scorecards.Definition.Points;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What a run gives, and what of it is kept. */
class ScoreRunsTest extends ScoredCompany {
    @Test
    void history_grows_only_where_class_or_points_change() {
        var card = save(null, "Own score", ownScore(null));
        assertThat(run(card)).isEqualTo(new ScoreRuns.Outcome(3, 3));
        assertThat(scores(card)).containsExactly("A 100.00", "C 40.00", "null null");
        assertThat(run(card)).isEqualTo(new ScoreRuns.Outcome(3, 0));

        // Another value in the same band: what was seen is told, but it is no change.
        setScore("A", 10);
        assertThat(run(card).changes()).isZero();
        assertThat(seen(card, "A")).isEqualTo("10");
        setScore("B", 9);
        assertThat(run(card).changes()).isEqualTo(1);
        assertThat(historySize(card)).isEqualTo(4);
        assertThat(sheet("B").history())
                .extracting(ScoreSheet.Reading::grade, ScoreSheet.Reading::points)
                .containsExactly(tuple("A", new BigDecimal("100.00")), tuple("C", new BigDecimal("40.00")));
        assertThat(browser.get("/customers/EST/B/scores").body())
                .contains("History (2)", "First score:", "40.00 of 100 points");
    }

    @Test
    void what_is_missing_is_left_out_or_given_points_as_the_line_says() {
        var leftOut = save(null, "Left out", ownScore(null));
        var given = save(null, "Given", ownScore("30"));
        run(leftOut);
        run(given);
        assertThat(scores(leftOut)).endsWith("null null");
        assertThat(scores(given)).endsWith("C 30.00");
        assertThat(browser.get("/customers/EST/C/scores").body())
                .contains("Too little is known: 0 % of the weight, and at least 60 % have to be.");
    }

    @Test
    void another_tenant_sees_neither_cards_nor_scores() {
        var card = save(null, "Own score", ownScore(null));
        run(card);
        var other = newTenant();
        CurrentTenant.run(
                other.tenant(),
                () -> bean(TransactionTemplate.class).executeWithoutResult(status -> {
                    assertThat(bean(Scorecards.class).all()).isEmpty();
                    assertThat(bean(Catalogue.class).now().find("scorecard.%d.class".formatted(card)))
                            .isEmpty();
                    assertThat(bean(DSLContext.class).fetchCount(SCORE)).isZero();
                    assertThat(bean(DSLContext.class).fetchCount(SCORE_CHANGE)).isZero();
                }));
        assertThat(signedIn(other.administrator())
                        .get("/settings/scorecards/" + card)
                        .statusCode())
                .isEqualTo(404);
        assertThat(signedIn(newUser(tenant, Role.COLLECTOR))
                        .get("/settings/scorecards")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void every_flaw_is_named_with_its_place() {
        var line = new Line(
                new Axis("customer.internalScore", new Bands.Ranges(numbers("50", "25"))),
                new BigDecimal("-1"),
                numbers("10", "20", "101"),
                null);
        var definition = new Definition(
                List.of(grade("A", "50"), grade("B", "60"), grade("C", "1")),
                List.of(new Overriding(4711, "Gone", "Z")),
                new Points(List.of(line), 0));
        assertThat(as(() -> bean(CardChanges.class).flaws(null, " ", definition)))
                .extracting(Flaw::place)
                .containsExactlyInAnyOrder(
                        "name",
                        "grade.1.from",
                        "grade.2.from",
                        "override.0.grade",
                        "override.0.search",
                        "line.0.band.1",
                        "line.0.weight",
                        "line.0.points.2",
                        "enough");
    }
}
