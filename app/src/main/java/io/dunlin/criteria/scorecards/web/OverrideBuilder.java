package io.dunlin.criteria.scorecards.web;

import static java.util.stream.Collectors.toMap;

import io.dunlin.criteria.BadCriteria;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaJson;
import io.dunlin.criteria.web.Builder;
import io.dunlin.criteria.web.BuilderView;
import io.dunlin.criteria.web.Labels;
import io.dunlin.criteria.web.ListAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Lets the criteria of an override be built; what else is typed of the card waits in hidden fields of the same form. */
@Component
class OverrideBuilder {
    /** In the form of the builder: which override its criteria are for. */
    private static final String AT = "override";
    /** The fields of the builder begin with a digit, those of a card never do. */
    private static final String OF_CARD = "(id|kind|name|enough)|(grade|override|line|rows|columns|cell)\\..+";

    private final Builder builder;
    private final Labels labels;

    OverrideBuilder(Builder builder, Labels labels) {
        this.builder = builder;
        this.labels = labels;
    }

    /** @param at its place among the overrides from 0; behind the last one: a further one */
    OverrideView opened(MultiValueMap<String, String> form, int at) {
        var place = Math.clamp(at, 0, new CardForm(form).read().overrides().size());
        var address = ListAddress.of(CardPage.CRITERIA + "?" + ListAddress.ALONE + "=1");
        var stored = form.getFirst(field(place));
        return new OverrideView(form.getFirst("name"), place, card(form), builder.opened(address, read(stored)));
    }

    /** What was built, or why it cannot be used. */
    sealed interface Built {
        /** @param form that of the card, with the criteria in it */
        record Done(MultiValueMap<String, String> form) implements Built {}

        record Refused(BuilderView builder) implements Built {}
    }

    Built built(MultiValueMap<String, String> form) {
        var read = builder.read(form);
        if (!read.bad().isEmpty()) {
            return new Built.Refused(builder.after(form, ""));
        }
        if (read.criteria().equals(new Criteria.All(List.of()))) {
            return new Built.Refused(builder.refused(form, labels.text("criteria.scorecards.override.nothing")));
        }
        var card = new LinkedMultiValueMap<>(card(form));
        var at = form.getFirst(AT);
        var place = at != null && at.matches("\\d{1,2}") ? Integer.parseInt(at) : 0;
        card.set(field(place), CriteriaJson.write(read.criteria()));
        card.set("override.%d.search".formatted(place), "");
        return new Built.Done(card);
    }

    private static Map<String, List<String>> card(MultiValueMap<String, String> form) {
        return form.entrySet().stream()
                .filter(field -> field.getKey().matches(OF_CARD))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static Criteria read(@Nullable String json) {
        try {
            return json == null ? new Criteria.All(List.of()) : CriteriaJson.read(json);
        } catch (BadCriteria none) {
            return new Criteria.All(List.of());
        }
    }

    private static String field(int place) {
        return "override.%d.criteria".formatted(place);
    }
}
