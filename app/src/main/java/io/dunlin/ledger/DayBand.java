package io.dunlin.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days. Days are told apart to the hundredth, as average delays are: what lies between 10 and 10.01 is nowhere.
 *
 * @param lowest in days, negative: early; null: no bound
 * @param holdsLowest whether it is part of the band; of no meaning without a bound
 * @param highest null: no bound
 */
public record DayBand(
        @Nullable BigDecimal lowest,
        boolean holdsLowest,
        @Nullable BigDecimal highest,
        boolean holdsHighest) {
    static final long EVERYTHING_BELOW = Long.MIN_VALUE;
    static final long EVERYTHING_ABOVE = Long.MAX_VALUE;

    /** The first hundredth of a day that it holds. */
    long first() {
        return lowest == null ? EVERYTHING_BELOW : hundredths(lowest) + (holdsLowest ? 0 : 1);
    }

    /** The last one; before {@link #first} where it holds nothing. */
    long last() {
        return highest == null ? EVERYTHING_ABOVE : hundredths(highest) - (holdsHighest ? 0 : 1);
    }

    boolean isEmpty() {
        return first() > last();
    }

    boolean holds(BigDecimal days) {
        var place = hundredths(days);
        return first() <= place && place <= last();
    }

    /** Half up, away from zero. */
    private static long hundredths(BigDecimal days) {
        return days.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
