package io.dunlin.ledger.outside.web;

import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.outside.OutsideIndicator;
import io.dunlin.web.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Values of outside indicators in words.
 *
 * @param currency of the company, for amounts
 */
public record OutsideWords(Page page, String currency) {
    /** As a person reads it, with its unit. */
    public String value(OutsideIndicator indicator, @Nullable String value) {
        if (value == null) {
            return page.text("ledger.outside.unknown");
        }
        return switch (indicator.kind()) {
            case AMOUNT -> page.money(new BigDecimal(value)) + " " + currency;
            case DAYS -> page.text("ledger.file.days", number(value));
            case PERCENT -> page.text("ledger.outside.percent", number(value));
            case SCORE, RISK, COUNT -> number(value);
            case DATE -> page.date(LocalDate.parse(value));
            case FLAG -> page.text("ledger.outside.flag." + value);
            case GRADE, CHOICE, TEXT, SEVERAL -> value;
        };
    }

    public String kind(Kind kind) {
        return page.text("ledger.outside.kind." + kind.name());
    }

    private String number(String value) {
        var number = new BigDecimal(value);
        return page.number(number, Math.max(0, number.stripTrailingZeros().scale()));
    }
}
