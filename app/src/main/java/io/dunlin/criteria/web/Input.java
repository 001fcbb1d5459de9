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
    GRADE,
    /** By how much, within how many days. */
    STEP,
    /** Beyond what, within how many days. */
    CROSSING,
    /** Beyond which of the offered grades, within how many days. */
    GRADE_CROSSING;

    static Input of(Indicator indicator, String how) {
        return switch (new Row("", how, List.of(), false).word()) {
            case "empty" -> NOTHING;
            case "oneOf" -> indicator.kind() == Kind.TEXT ? LIST : CHOICES;
            case "between" -> NUMBERS;
            case "days" -> DATES;
            case "inLast", "inNext", "longerAgo", "changed" -> DAYS;
            case "less", "atMost", "atLeast", "more" -> SHARE;
            case "betterThan", "worseThan" -> indicator.kind() == Kind.GRADE ? GRADE : NUMBER;
            case "rose", "fell", "improved", "worsened" -> STEP;
            case "roseAbove", "fellBelow", "becameBetterThan", "becameWorseThan" ->
                indicator.kind() == Kind.GRADE ? GRADE_CROSSING : CROSSING;
            default -> TEXT;
        };
    }
}
