package io.dunlin.ledger.outside.web;

import io.dunlin.criteria.outside.OutsideIndicator;
import io.dunlin.ledger.outside.PastedLines;
import io.dunlin.web.Viewers;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import org.springframework.stereotype.Component;

/** How whoever looks writes numbers and days. */
@Component
class WrittenValues {
    private final Viewers viewers;

    WrittenValues(Viewers viewers) {
        this.viewers = viewers;
    }

    PastedLines lines(OutsideIndicator indicator) {
        var viewer = viewers.current();
        return new PastedLines(
                indicator,
                DecimalStyle.of(viewer.language()).getDecimalSeparator() == ',',
                DateTimeFormatter.ofPattern(viewer.dateFormat(), viewer.language()));
    }
}
