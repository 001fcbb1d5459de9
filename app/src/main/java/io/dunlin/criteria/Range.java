package io.dunlin.criteria;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** That a value lies between two bounds, each of them included. */
final class Range {
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Range() {}

    /** @param from null: no matter how little; so {@code to} how much */
    static <T> Condition of(Field<T> value, @Nullable T from, @Nullable T to) {
        var condition = DSL.noCondition();
        if (from != null) {
            condition = condition.and(value.ge(from));
        }
        return to == null ? condition : condition.and(value.le(to));
    }

    /** Whole numbers are compared as such: against a decimal one the database makes a decimal of each of a million. */
    static Condition ofNumbers(Field<?> value, @Nullable BigDecimal from, @Nullable BigDecimal to) {
        return value.getDataType().isInteger()
                ? of(value.coerce(SQLDataType.BIGINT), whole(from, RoundingMode.CEILING), whole(to, RoundingMode.FLOOR))
                : of(value.coerce(SQLDataType.NUMERIC), from, to);
    }

    /** A whole number is at least 2.5 where it is at least 3, and at most 2.5 where it is at most 2. */
    private static @Nullable Long whole(@Nullable BigDecimal bound, RoundingMode inwards) {
        return bound == null
                ? null
                : bound.max(LEAST).min(MOST).setScale(0, inwards).longValueExact();
    }
}
