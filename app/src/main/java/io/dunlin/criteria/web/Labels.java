package io.dunlin.criteria.web;

import io.dunlin.criteria.BadCriteria;
import io.dunlin.web.Page;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Texts in the language of whoever looks. */
@Component("criteriaLabels")
public class Labels {
    private final Texts texts;
    private final Viewers viewers;

    public Labels(Texts texts, Viewers viewers) {
        this.texts = texts;
        this.viewers = viewers;
    }

    public Locale language() {
        return viewers.current().language();
    }

    public String text(String key, Object... arguments) {
        return texts.text(viewers.current().language(), key, arguments);
    }

    /** The text of a key, or the name itself: what a tenant has named is no pattern. */
    public String name(String keyOrName) {
        return texts.byLanguage().values().stream().anyMatch(known -> known.containsKey(keyOrName))
                ? text(keyOrName)
                : keyOrName;
    }

    String number(BigDecimal number) {
        return page().number(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    String date(LocalDate date) {
        return page().date(date);
    }

    /** How texts, numbers and days are written for whoever looks. */
    public Page page() {
        return new Page(viewers.current(), texts, "", "", List.of());
    }

    /** Why a row cannot be used, with the name of its indicator for the place. */
    String refusal(BadCriteria bad, String place) {
        var arguments = bad.arguments().toArray();
        arguments[0] = place;
        return text(bad.key(), arguments);
    }
}
