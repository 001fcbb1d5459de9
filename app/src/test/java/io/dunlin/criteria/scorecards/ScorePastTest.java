package io.dunlin.criteria.scorecards;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Comparison.Changed;
import io.dunlin.criteria.Comparison.Crossed;
import io.dunlin.criteria.Comparison.Moved;
import io.dunlin.criteria.Comparison.Way;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.rules.RuleChanges;
import io.dunlin.criteria.rules.RuleChanges.Wish;
import io.dunlin.criteria.rules.Simulation;
import io.dunlin.ledger.Groups;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten days ago A had class A with 100 points; today it has C with 40. Nothing became of B and C. */
class ScorePastTest extends ScoredCompany {
    private long card;

    @BeforeEach
    void a_worsened_ten_days_later() {
        card = save(null, "Risk", ownScore(null));
        run(card);
        clock().pass(Duration.ofDays(10));
        setScore("A", 4);
        run(card);
    }

    @Test
    void criteria_ask_what_became_of_a_class() {
        assertThat(found("class", new Moved(Way.WORSENED, BigDecimal.TWO, 5))).isEqualTo(1);
        assertThat(found("class", new Moved(Way.WORSENED, new BigDecimal("3"), 5)))
                .isZero();
        assertThat(found("class", new Crossed(Way.WORSENED, "B", 5))).isEqualTo(1);
        assertThat(found("class", new Crossed(Way.WORSENED, "C", 5))).isZero();
        assertThat(found("class", new Moved(Way.IMPROVED, BigDecimal.ONE, 5))).isZero();
    }

    @Test
    void criteria_ask_what_became_of_points() {
        assertThat(found("points", new Moved(Way.WORSENED, new BigDecimal("60"), 5)))
                .isEqualTo(1);
        assertThat(found("points", new Moved(Way.WORSENED, new BigDecimal("60.01"), 5)))
                .isZero();
        assertThat(found("points", new Changed(5))).isEqualTo(1);
    }

    @Test
    void what_was_before_the_first_score_is_unknown() {
        assertThat(found("class", new Moved(Way.WORSENED, BigDecimal.ONE, 20))).isZero();
    }

    @Test
    void rules_of_a_past_day_go_by_the_scores_of_then() {
        var group = as(() -> {
            bean(Groups.class).create("Best", "#336699");
            return bean(Groups.class).names().getFirst().id();
        });
        var search = search("Class A", CardIndicators.code(card, "class"), "A");
        as(() -> bean(RuleChanges.class).add("groups", new Wish(search, Long.toString(group), false, false, false)));

        var outcome = as(() -> bean(Simulation.class)
                .of(company(), "groups", company().today(clock()).minusDays(5)));
        assertThat(outcome.effects().values()).containsExactly(new Simulation.Effect(1, 1, 0, 0));
        assertThat(outcome.changed()).extracting(Simulation.Changed::code).containsExactly("A");
    }

    private int found(String what, Comparison comparison) {
        return found(Criteria.Test.of(CardIndicators.code(card, what), comparison));
    }
}
