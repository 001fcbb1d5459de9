package io.dunlin.criteria.web;

import io.dunlin.criteria.Draft.Row;
import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import java.util.List;

/** What is typed or chosen after a comparison. */
public enum Input {
    NOTHING,
    TEXT,
    /** One a line, as pasted from a spreadsheet. */
    LIST,
    /** Any of the offered values. */
    CHOICES,
    /** Two numbers, either of which may be left open. */
    NUMBERS,
    DATES,
    /** A number of days. */
    DAYS,
    /** A share in percent, and of what. */
    SHARE,
    NUMBER,
    /** One of the offered grades. */
    GRADE;

    static Input of(Indicator indicator, String how) {
        return switch (new Row("", how, List.of(), false).word()) {
            case "empty" -> NOTHING;
            case "oneOf" -> indicator.kind() == Kind.TEXT ? LIST : CHOICES;
            case "between" -> NUMBERS;
            case "days" -> DATES;
            case "inLast", "inNext", "longerAgo" -> DAYS;
            case "less", "atMost", "atLeast", "more" -> SHARE;
            case "betterThan", "worseThan" -> indicator.kind() == Kind.GRADE ? GRADE : NUMBER;
            default -> TEXT;
        };
    }
}
