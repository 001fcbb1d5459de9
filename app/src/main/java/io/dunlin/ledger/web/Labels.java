package io.dunlin.ledger.web;

import io.dunlin.web.Texts;
import io.dunlin.web.Viewers;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Texts in the language of whoever looks. */
@Component
class Labels {
    private final Texts texts;
    private final Viewers viewers;

    Labels(Texts texts, Viewers viewers) {
        this.texts = texts;
        this.viewers = viewers;
    }

    Locale language() {
        return viewers.current().language();
    }

    String text(String key, Object... arguments) {
        return texts.text(viewers.current().language(), key, arguments);
    }
}
