package io.dunlin.criteria.scorecards.web;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaText;
import io.dunlin.criteria.scorecards.CardChanges;
import io.dunlin.criteria.scorecards.Definition;
import io.dunlin.criteria.scorecards.Flaw;
import io.dunlin.criteria.scorecards.ScoreHistory;
import io.dunlin.criteria.scorecards.Scorecard;
import io.dunlin.criteria.scorecards.Scorecards;
import io.dunlin.criteria.scorecards.web.ScorecardsView.ClassCount;
import io.dunlin.criteria.web.Labels;
import io.dunlin.tenancy.CurrentCompany;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

/** Gathers what the list of scorecards shows. */
@Component
class ScorecardsViews {
    private final Scorecards cards;
    private final CardChanges changes;
    private final ScoreHistory history;
    private final CurrentCompany company;
    private final Labels labels;

    ScorecardsViews(
            Scorecards cards, CardChanges changes, ScoreHistory history, CurrentCompany company, Labels labels) {
        this.cards = cards;
        this.changes = changes;
        this.history = history;
        this.company = company;
        this.labels = labels;
    }

    @Transactional(readOnly = true)
    ScorecardsView now() {
        var counts = cards.counts(company.get());
        var latest = history.latest(company.get());
        var broken = changes.broken();
        return new ScorecardsView(cards.all().stream()
                .map(card -> new ScorecardsView.Row(
                        card.id(),
                        card.name(),
                        card.definition().isMatrix(),
                        card.definition().method() instanceof Definition.Points table
                                ? table.lines().size()
                                : 0,
                        card.definition().overrides().size(),
                        classes(card, counts.getOrDefault(card.id(), new HashMap<>())),
                        latest.get(card.id()),
                        reason(broken.get(card.id()))))
                .toList());
    }

    private static List<ClassCount> classes(Scorecard card, Map<@Nullable String, Integer> counts) {
        var classes = new ArrayList<ClassCount>();
        for (var grade : card.definition().grades()) {
            classes.add(count(card, grade.name(), counts.getOrDefault(grade.name(), 0)));
        }
        if (counts.containsKey(null)) {
            classes.add(count(card, null, counts.getOrDefault(null, 0)));
        }
        return classes;
    }

    private static ClassCount count(Scorecard card, @Nullable String grade, int customers) {
        var asked = Criteria.Test.of(
                card.gradeCode(), grade == null ? new Comparison.Empty() : new Comparison.OneOf(List.of(grade)));
        return new ClassCount(
                grade,
                card.tone(grade),
                customers,
                "/customers?c=" + UriUtils.encode(CriteriaText.write(asked), StandardCharsets.UTF_8));
    }

    private @Nullable String reason(@Nullable List<Flaw> flaws) {
        return flaws == null
                ? null
                : labels.text(
                        flaws.getFirst().key(), flaws.getFirst().arguments().toArray());
    }
}
