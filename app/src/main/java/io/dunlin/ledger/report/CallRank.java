package io.dunlin.ledger.report;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import org.jooq.Field;

/**
 * In which order overdue customers are called: the overdue amount, times one and
 *
 * <ul>
 *   <li>up to one more for the age of the oldest overdue item, reached at {@link #OLD} days,
 *   <li>up to one more for being later than this customer usually pays, reached at {@link #WORSE} days,
 *   <li>half more for those who owe {@link #LARGE} percent or more of all that is overdue.
 * </ul>
 */
final class CallRank {
    /** Days. */
    static final int OLD = 90;

    /** Days. */
    static final int WORSE = 30;

    /** Percent. */
    static final int LARGE = 5;

    static final BigDecimal LARGE_BONUS = new BigDecimal("0.5");

    private CallRank() {}

    /** @param usual null: nothing was paid, so nothing is known to be worse than usual */
    static Field<BigDecimal> score(
            Field<BigDecimal> overdue,
            Field<BigDecimal> oldest,
            Field<BigDecimal> late,
            Field<BigDecimal> usual,
            Field<BigDecimal> share) {
        var nothing = inline(BigDecimal.ZERO);
        var worse = coalesce(greatest(late.minus(greatest(usual, nothing)), nothing), nothing);
        // GREATEST leaves nulls out: without a usual delay the difference has to become null by itself.
        var known = when(usual.isNotNull(), worse).otherwise(nothing);
        return overdue.mul(inline(BigDecimal.ONE)
                .plus(upTo(oldest, OLD))
                .plus(upTo(known, WORSE))
                .plus(when(share.ge(inline(new BigDecimal(LARGE))), inline(LARGE_BONUS))
                        .otherwise(nothing)));
    }

    /** As in {@link #score}: 0 to 1. */
    static BigDecimal part(BigDecimal days, int full) {
        return days.max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(full))
                .divide(BigDecimal.valueOf(full), 4, java.math.RoundingMode.HALF_UP);
    }

    private static Field<BigDecimal> upTo(Field<BigDecimal> days, int full) {
        return least(days, inline(new BigDecimal(full))).div(inline(new BigDecimal(full)));
    }
}
