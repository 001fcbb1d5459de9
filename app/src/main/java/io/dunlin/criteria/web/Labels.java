package io.dunlin.criteria.web;

import io.dunlin.criteria.BadCriteria;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewers;
import org.springframework.stereotype.Component;

/** Texts in the language of whoever looks. */
@Component("criteriaLabels")
class Labels {
    private final Texts texts;
    private final Viewers viewers;

    Labels(Texts texts, Viewers viewers) {
        this.texts = texts;
        this.viewers = viewers;
    }

    String text(String key, Object... arguments) {
        return texts.text(viewers.current().language(), key, arguments);
    }

    /** The text of a key, or the name itself: what a tenant has named is no pattern. */
    String name(String keyOrName) {
        return texts.byLanguage().values().stream().anyMatch(known -> known.containsKey(keyOrName))
                ? text(keyOrName)
                : keyOrName;
    }

    /** Why a row cannot be used, with the name of its indicator for the place. */
    String refusal(BadCriteria bad, String place) {
        var arguments = bad.arguments().toArray();
        arguments[0] = place;
        return text(bad.key(), arguments);
    }
}
