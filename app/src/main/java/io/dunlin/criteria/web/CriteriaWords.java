package io.dunlin.criteria.web;

import static java.util.stream.Collectors.joining;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.Criteria.All;
import io.dunlin.criteria.Criteria.Any;
import io.dunlin.criteria.Criteria.Has;
import io.dunlin.criteria.Criteria.Not;
import io.dunlin.criteria.Criteria.Test;
import io.dunlin.criteria.Indicator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Criteria as a sentence in the language of whoever reads it. */
@Component
public class CriteriaWords {
    private final Catalogue catalogue;
    private final Labels labels;

    public CriteriaWords(Catalogue catalogue, Labels labels) {
        this.catalogue = catalogue;
        this.labels = labels;
    }

    /** For several sentences of one page: what indicators and values are called is looked up once. */
    public Sentences now() {
        return new Sentences(catalogue.now(), labels);
    }

    public static final class Sentences {
        private static final int MOST_VALUES = 4;

        private final Catalogue.Entries entries;
        private final Labels labels;
        private final Map<String, Map<String, String>> values = new HashMap<>();

        private Sentences(Catalogue.Entries entries, Labels labels) {
            this.entries = entries;
            this.labels = labels;
        }

        /** Empty for criteria that ask for nothing. */
        public String of(Criteria criteria) {
            return switch (criteria) {
                case All(var of) -> joined(of, "criteria.between.ALL");
                case Any(var of) ->
                    of.isEmpty() ? labels.text("criteria.words.never") : joined(of, "criteria.between.ANY");
                case Not(var of) -> labels.text("criteria.words.not", of(of));
                case Has has ->
                    of(has.that()).isEmpty()
                            ? labels.text("criteria.join." + (has.none() ? "HAS_NO_ITEM" : "HAS_ITEM"))
                            : labels.text(has.none() ? "criteria.words.hasNone" : "criteria.words.has", of(has.that()));
                case Test test -> test(test);
            };
        }

        private String joined(List<Criteria> parts, String between) {
            var word = " " + labels.text(between) + " ";
            return parts.stream()
                    .map(part -> part instanceof All || part instanceof Any ? "(" + of(part) + ")" : of(part))
                    .collect(joining(word));
        }

        private String test(Test test) {
            var indicator = entries.find(test.indicator());
            var name = indicator
                    .map(known -> labels.name(known.label()))
                    .orElseGet(() -> labels.text("criteria.row.gone", test.indicator()));
            var said = new ComparisonWords(
                            labels,
                            indicator.map(Indicator::kind).orElse(null),
                            this::name,
                            value -> value(indicator.orElse(null), value))
                    .of(test.comparison(), test.negated());
            var unknown = test.orUnknown() ? " " + labels.text("criteria.orUnknown") : "";
            return name + " " + said + unknown;
        }

        private String name(String indicator) {
            return entries.find(indicator)
                    .map(known -> labels.name(known.label()))
                    .orElse(indicator);
        }

        /** What a code stands for. */
        private String value(@Nullable Indicator indicator, String value) {
            if (indicator == null || !indicator.kind().isCode()) {
                return value;
            }
            return values.computeIfAbsent(indicator.code(), code -> {
                        var names = new HashMap<String, String>();
                        indicator
                                .choices()
                                .get()
                                .forEach(choice -> names.put(choice.value(), labels.name(choice.label())));
                        return names;
                    })
                    .getOrDefault(value, value);
        }

        static String list(List<String> some, Labels labels) {
            var shown = some.stream().limit(MOST_VALUES).collect(joining(", "));
            return some.size() <= MOST_VALUES
                    ? shown
                    : labels.text("criteria.words.more", shown, some.size() - MOST_VALUES);
        }
    }
}
