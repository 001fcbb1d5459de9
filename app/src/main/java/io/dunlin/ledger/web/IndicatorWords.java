package io.dunlin.ledger.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.Subject;
import io.dunlin.ledger.CustomerColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Indicators and their values in the language of whoever looks. */
@Component
class IndicatorWords {
    private final io.dunlin.criteria.web.Labels labels;

    IndicatorWords(io.dunlin.criteria.web.Labels labels) {
        this.labels = labels;
    }

    /** A debtor’s is called so: a customer may have one of the same name. */
    String name(Indicator indicator) {
        var name = labels.name(indicator.label());
        return indicator.subject() == Subject.DEBTOR ? labels.text("ledger.customers.ofDebtor", name) : name;
    }

    /** As {@link #name}, beside items: there what is a customer's is said too. */
    String nameBesideItems(Indicator indicator) {
        return indicator.subject() == Subject.CUSTOMER
                ? labels.text("ledger.items.ofCustomer", labels.name(indicator.label()))
                : name(indicator);
    }

    /** For each column whose values are codes what these are called. */
    @Transactional(readOnly = true)
    public Map<String, Map<String, String>> names(List<CustomerColumn> columns) {
        var shown = new HashMap<String, Indicator>();
        columns.forEach(column -> {
            if (column.indicator() != null) {
                shown.put(column.key(), column.indicator());
            }
        });
        return names(shown);
    }

    /** For each of the indicators whose values are codes what these are called, by the same keys. */
    @Transactional(readOnly = true)
    public Map<String, Map<String, String>> names(Map<String, Indicator> shown) {
        var names = new HashMap<String, Map<String, String>>();
        shown.forEach((key, indicator) -> {
            if (indicator.kind().isCode()) {
                names.put(
                        key,
                        indicator.choices().get().stream()
                                .collect(toMap(
                                        Choice::value, choice -> labels.name(choice.label()), (one, two) -> one)));
            }
        });
        return names;
    }

    /** @param value a code, or several of them; what has no name stands for itself */
    static String names(Object value, Map<String, String> names) {
        var codes = value instanceof Object[] several ? Stream.of(several) : Stream.of(value);
        return codes.map(Object::toString)
                .map(code -> names.getOrDefault(code, code))
                .sorted()
                .collect(joining(", "));
    }
}
