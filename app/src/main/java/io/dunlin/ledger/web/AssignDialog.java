package io.dunlin.ledger.web;

import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.rules.GivenByHand;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The question before customers are given a value.
 *
 * @param attributes what can be given, by its code and name
 * @param isCumulative whether several values can be had, so that one can be taken away
 * @param values of the attribute, by their codes and names
 * @param effect null: there is no value to give
 * @param form of the selection, passed on
 */
public record AssignDialog(
        List<Choice> attributes,
        String attribute,
        boolean isCumulative,
        boolean isTaking,
        List<Choice> values,
        String value,
        GivenByHand.@Nullable Effect effect,
        Map<String, String> form) {
    public int changes() {
        return effect == null ? 0 : effect.changes();
    }

    public String passedOn(String field) {
        return form.getOrDefault(field, "");
    }
}
