package io.dunlin.criteria.scorecards.web;

import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.scorecards.ScoreSheet.Band;
import io.dunlin.criteria.scorecards.ScoreSheet.Row;
import io.dunlin.criteria.scorecards.ScoreSheet.Tone;
import io.dunlin.web.Page;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Values and bands in words.
 *
 * @param currency of the company, for amounts
 */
public record SheetWords(Page page, String currency) {
    /** What was seen, with its unit. */
    public String value(Row row) {
        if (row.code() != null) {
            return row.code();
        }
        return row.seen() == null ? page.text("criteria.scorecards.unknown") : number(row.seen(), row.kind());
    }

    /** The band that it fell into. */
    public String band(Row row) {
        var band = row.band();
        if (band == null) {
            return page.text(row.points() == null ? "criteria.scorecards.leftOut" : "criteria.scorecards.unknown");
        }
        return band.isOther()
                ? page.text("criteria.scorecards.band.other")
                : band.value() != null ? band.value() : range(band, row.kind());
    }

    /** Of a flag: never by its colour alone, the class stands in it. */
    public static String tone(Tone tone) {
        return switch (tone) {
            case BEST -> "good";
            case MIDDLE -> "accent";
            case POOR -> "warn";
            case WORST -> "bad";
            case NONE -> "line";
        };
    }

    /** The class, or that there is none. */
    public String grade(@Nullable String grade) {
        return grade == null ? page.text("criteria.scorecards.noClass") : grade;
    }

    private String range(Band band, @Nullable Kind kind) {
        if (band.from() == null) {
            return band.to() == null
                    ? page.text("criteria.scorecards.band.any")
                    : page.text("criteria.scorecards.band.below", number(band.to(), kind));
        }
        return band.to() == null
                ? page.text("criteria.scorecards.band.above", number(band.from(), kind))
                : page.text("criteria.scorecards.band.between", number(band.from(), null), number(band.to(), kind));
    }

    private String number(BigDecimal number, @Nullable Kind kind) {
        var plain = page.number(number, Math.max(0, number.stripTrailingZeros().scale()));
        return switch (kind) {
            case null -> plain;
            case AMOUNT -> plain + "\u00a0" + currency;
            case PERCENT -> plain + "\u00a0%";
            case DAYS -> plain + "\u00a0" + page.text("criteria.unit.days");
            case DATE -> page.text("criteria.scorecards.daysAgo", plain);
            case COUNT, SCORE, RISK, TEXT, GRADE, FLAG, CHOICE, SEVERAL -> plain;
        };
    }
}
