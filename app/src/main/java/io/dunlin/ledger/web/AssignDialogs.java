package io.dunlin.ledger.web;

import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.rules.Assignables;
import io.dunlin.criteria.rules.GivenByHand.Effect;
import io.dunlin.criteria.rules.GivenByHand.Wish;
import io.dunlin.criteria.rules.RuleRun;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the dialog of an assignment offers. */
@Component
class AssignDialogs {
    private final Assignables assignables;
    private final io.dunlin.criteria.web.Labels labels;

    AssignDialogs(Assignables assignables, io.dunlin.criteria.web.Labels labels) {
        this.assignables = assignables;
        this.labels = labels;
    }

    /** Of what was chosen in it so far; the first of everything where nothing was. */
    @Transactional(readOnly = true)
    public AssignDialog of(Map<String, String> form, Function<Wish, Effect> preview) {
        var all = assignables.all();
        var asked = form.getOrDefault("attribute", "");
        var chosen =
                all.stream().filter(one -> one.code().equals(asked)).findFirst().orElse(all.getFirst());
        var values = chosen.choices().stream().map(this::named).toList();
        var taking = chosen.isCumulative() && form.getOrDefault("change", "").equals("take");
        var value = values.stream()
                .map(Choice::value)
                .filter(one -> one.equals(form.getOrDefault("value", "")))
                .findFirst()
                .or(() -> values.stream().map(Choice::value).findFirst())
                .orElse("");
        return new AssignDialog(
                all.stream()
                        .map(one -> new Choice(one.code(), labels.text(one.textKey())))
                        .toList(),
                chosen.code(),
                chosen.isCumulative(),
                taking,
                values,
                value,
                values.isEmpty() ? null : preview.apply(new Wish(chosen.code(), value, taking)),
                form);
    }

    /** What a run was about. */
    String name(RuleRun run) {
        return run.attribute() == null
                ? ""
                : labels.text(assignables.get(run.attribute()).textKey());
    }

    private Choice named(Choice choice) {
        return new Choice(choice.value(), labels.name(choice.label()));
    }
}
