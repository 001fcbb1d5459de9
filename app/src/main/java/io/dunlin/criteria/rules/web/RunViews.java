package io.dunlin.criteria.rules.web;

import static java.util.stream.Collectors.toMap;

import io.dunlin.criteria.rules.Assignables;
import io.dunlin.criteria.rules.RuleRun;
import io.dunlin.criteria.rules.RunHistory;
import io.dunlin.criteria.web.Labels;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what the page of a run shows: what its rules did, and to whom. */
@Component
class RunViews {
    private final Assignables assignables;
    private final RunHistory history;
    private final Labels labels;

    RunViews(Assignables assignables, RunHistory history, Labels labels) {
        this.assignables = assignables;
        this.history = history;
        this.labels = labels;
    }

    RunView of(RuleRun run) {
        var values = new HashMap<String, Map<String, String>>();
        for (var assignable : assignables.all()) {
            values.put(
                    assignable.code(),
                    assignable.choices().stream()
                            .collect(toMap(choice -> choice.value(), choice -> labels.name(choice.label()))));
        }
        return new RunView(run, history.results(run.id()), history.changed(run.id()), names(), values);
    }

    Map<String, String> names() {
        return assignables.all().stream().collect(toMap(one -> one.code(), one -> labels.text(one.textKey())));
    }
}
