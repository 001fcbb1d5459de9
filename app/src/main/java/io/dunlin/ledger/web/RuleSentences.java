package io.dunlin.ledger.web;

import static java.util.stream.Collectors.toMap;

import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.rules.Assignable;
import io.dunlin.criteria.rules.Assignables;
import io.dunlin.criteria.rules.RuleRun;
import io.dunlin.criteria.rules.RunHistory;
import io.dunlin.ledger.CustomerId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in a sentence what each rule has changed for a customer, and why. */
@Component
public class RuleSentences {
    private final RunHistory history;
    private final Assignables assignables;
    private final io.dunlin.criteria.web.Labels labels;

    RuleSentences(RunHistory history, Assignables assignables, io.dunlin.criteria.web.Labels labels) {
        this.history = history;
        this.assignables = assignables;
        this.labels = labels;
    }

    /**
     * One change.
     *
     * @param attribute key of the name of what was given
     * @param before null: none
     * @param after null: none any more
     * @param rule null: the one for everybody; or who gave it by hand
     */
    public record Sentence(
            Instant at,
            long run,
            String key,
            String attribute,
            @Nullable String before,
            @Nullable String after,
            @Nullable String rule) {}

    /** The latest first. */
    List<Sentence> of(CustomerId customer) {
        var names = new HashMap<String, Map<String, String>>();
        return history.of(customer.value()).stream()
                .map(change -> {
                    var assignable = assignables.get(change.attribute());
                    var values = names.computeIfAbsent(change.attribute(), code -> values(assignable));
                    return new Sentence(
                            change.at(),
                            change.run(),
                            "ledger.history.rule." + kind(change, assignable),
                            assignable.textKey(),
                            name(change.before(), values),
                            name(change.after(), values),
                            change.kind() == RuleRun.Kind.HAND ? change.user() : change.rule());
                })
                .toList();
    }

    private static String kind(RunHistory.Change change, Assignable assignable) {
        if (change.kind() == RuleRun.Kind.UNDO) {
            return "undone";
        }
        var what = !assignable.isCumulative() ? "set" : change.after() == null ? "taken" : "added";
        return change.kind() == RuleRun.Kind.HAND ? "hand." + what : what;
    }

    private Map<String, String> values(Assignable assignable) {
        return assignable.choices().stream().collect(toMap(Choice::value, choice -> labels.name(choice.label())));
    }

    /** A value that is gone is called by itself. */
    private static @Nullable String name(@Nullable String value, Map<String, String> values) {
        return value == null ? null : values.getOrDefault(value, value);
    }
}
