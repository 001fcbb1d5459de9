package io.dunlin.criteria.outside;

import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.SubjectTables;

/** The outside indicators of a tenant, without a Spring context. */
public final class OutsideFactsOf {
    private OutsideFactsOf() {}

    public static IndicatorSource tenant(OutsideIndicators indicators, SubjectTables tables) {
        return new OutsideFacts(indicators, tables);
    }
}
