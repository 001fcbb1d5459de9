package io.dunlin.ledger.report;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import org.jooq.Field;

/** Shares and averages with two decimals, half up; null where there is nothing to divide by. */
final class Ratios {
    private Ratios() {}

    static Field<BigDecimal> percent(Field<BigDecimal> part, Field<BigDecimal> whole) {
        return of(part.mul(inline(100)), whole);
    }

    static Field<BigDecimal> of(Field<BigDecimal> part, Field<BigDecimal> whole) {
        return when(whole.gt(inline(BigDecimal.ZERO)), round(part.div(whole), 2));
    }
}
