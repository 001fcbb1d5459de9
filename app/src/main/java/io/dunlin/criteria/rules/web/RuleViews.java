package io.dunlin.criteria.rules.web;

import static java.util.stream.Collectors.toMap;

import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.SavedSearches;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.rules.Assignable;
import io.dunlin.criteria.rules.Assignables;
import io.dunlin.criteria.rules.DryRun;
import io.dunlin.criteria.rules.Rules;
import io.dunlin.criteria.web.CriteriaWords;
import io.dunlin.criteria.web.Labels;
import io.dunlin.tenancy.CurrentCompany;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what the page of an attribute shows. */
@Component
class RuleViews {
    private final Assignables assignables;
    private final Rules rules;
    private final DryRun dryRun;
    private final SavedSearches searches;
    private final CriteriaWords words;
    private final CurrentCompany company;
    private final Labels labels;

    RuleViews(
            Assignables assignables,
            Rules rules,
            DryRun dryRun,
            SavedSearches searches,
            CriteriaWords words,
            CurrentCompany company,
            Labels labels) {
        this.assignables = assignables;
        this.rules = rules;
        this.dryRun = dryRun;
        this.searches = searches;
        this.words = words;
        this.company = company;
        this.labels = labels;
    }

    /** @param asked whether to say what the rules would do */
    RulesView of(String attribute, boolean asked) {
        var assignable = assignables.get(attribute);
        var choices = choices(assignable);
        var some = rules.of(assignable);
        var preview = asked ? dryRun.of(company.get(), attribute) : null;
        var sentences = words.now();
        return new RulesView(
                attribute,
                labels.text(assignable.textKey()),
                assignable.isCumulative(),
                tabs(),
                some.stream()
                        .map(rule -> new RulesView.Row(
                                rule,
                                some.indexOf(rule) + 1,
                                sentences.of(rule.criteria()),
                                preview == null ? null : preview.broken().get(rule.id()),
                                preview == null ? null : preview.effects().get(rule.id())))
                        .toList(),
                choices,
                searches.of(Subject.CUSTOMER),
                preview,
                choices.stream().collect(toMap(Choice::value, Choice::label)));
    }

    List<RulesView.Tab> tabs() {
        var counts = rules.counts();
        return assignables.all().stream()
                .map(one ->
                        new RulesView.Tab(one.code(), labels.text(one.textKey()), counts.getOrDefault(one.code(), 0)))
                .toList();
    }

    private List<Choice> choices(Assignable assignable) {
        return assignable.choices().stream()
                .map(choice -> new Choice(choice.value(), labels.name(choice.label())))
                .toList();
    }
}
