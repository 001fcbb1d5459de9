package io.dunlin.intake.web;

import io.dunlin.intake.RowProblem;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewers;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Problems of rows as sentences in the viewer's language. */
@Component
class Words {
    private final Texts texts;
    private final Viewers viewers;

    Words(Texts texts, Viewers viewers) {
        this.texts = texts;
        this.viewers = viewers;
    }

    String reason(RowProblem problem) {
        return texts.text(language(), problem.reason(), problem.arguments().toArray());
    }

    /** Empty where the reason says what to do. */
    String remedy(RowProblem problem) {
        var key = problem.reason() + ".remedy";
        var text = texts.text(language(), key, problem.arguments().toArray());
        return text.equals(key) ? "" : text;
    }

    private Locale language() {
        return viewers.current().language();
    }
}
