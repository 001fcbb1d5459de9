package io.dunlin.criteria.outside;

import io.dunlin.criteria.Indicator.Kind;
import java.util.List;
import java.util.Set;

/**
 * An indicator whose values a source outside tells us, such as the score of a bureau.
 *
 * @param code of the indicator; never changes
 * @param source whose word it is
 * @param offered of a grade from worst to best, of a choice in the order in which they are offered; else empty
 */
public record OutsideIndicator(long id, String code, String name, String source, Kind kind, List<String> offered) {
    /** Those that a source can tell one value of. */
    public static final Set<Kind> KINDS = Set.of(
            Kind.SCORE,
            Kind.RISK,
            Kind.GRADE,
            Kind.AMOUNT,
            Kind.COUNT,
            Kind.DAYS,
            Kind.PERCENT,
            Kind.DATE,
            Kind.FLAG,
            Kind.CHOICE,
            Kind.TEXT);

    public OutsideIndicator {
        offered = List.copyOf(offered);
    }
}
