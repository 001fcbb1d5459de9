package io.dunlin.criteria.scorecards;

import io.dunlin.criteria.Indicator.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a card gives one customer, and why.
 *
 * @param name of the card
 * @param now as it was last calculated; its {@code at} is when class or points last changed
 * @param history each time that class or points changed, the latest first
 */
public record ScoreSheet(long card, String name, Reading now, List<Reading> history) {
    /** How good a class is among those of its card. */
    public enum Tone {
        BEST,
        MIDDLE,
        POOR,
        WORST,
        NONE
    }

    /**
     * One outcome, explained by the version of the card that gave it.
     *
     * @param grade null: too little is known
     * @param points from 0 to 100; null: too little is known, or the card is a matrix
     * @param override what decided, in words; null: the points or the matrix did
     * @param byPoints the class that the points alone would give; null where they give none
     * @param rows what was looked at
     * @param known how much of the weight is known, in percent; 100 in a matrix
     * @param enough how much must be, in percent
     */
    public record Reading(
            Instant at,
            int version,
            @Nullable String grade,
            Tone tone,
            @Nullable BigDecimal points,
            @Nullable Decided override,
            @Nullable String byPoints,
            boolean isMatrix,
            List<Row> rows,
            BigDecimal known,
            int enough) {}

    /**
     * An override that decided.
     *
     * @param isSearch whether the words are the name of a saved search; else its own criteria
     */
    public record Decided(String words, boolean isSearch) {}

    /**
     * A line, or an axis of a matrix.
     *
     * @param label name of the indicator, its code where it is gone
     * @param kind null where the indicator is gone
     * @param seen a number, for dates their age in days; null: unknown, or a code
     * @param code what the code is called; null: unknown, or a number
     * @param band null: unknown
     * @param weight null in a matrix
     * @param points that the band gives; null: left out, or in a matrix
     * @param share its part of the points of the card, two decimals rounded half up: rounded shares may add up to a cent more or less
     */
    public record Row(
            String label,
            @Nullable Kind kind,
            @Nullable BigDecimal seen,
            @Nullable String code,
            @Nullable Band band,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal points,
            @Nullable BigDecimal share) {
        public boolean isUnknown() {
            return band == null;
        }

        Row withShare(@Nullable BigDecimal part) {
            return new Row(label, kind, seen, code, band, weight, points, part);
        }
    }

    /**
     * A band: of numbers from one up to below another, where null is open; else of one value, or of all others.
     *
     * @param value what it is called; null: of numbers, or of all other values
     */
    public record Band(
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable String value,
            boolean isOther) {}
}
