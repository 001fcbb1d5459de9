package io.dunlin.intake;

import java.math.BigDecimal;
import java.util.List;

/** Which amounts a whole column can hold, and what they add up to in each reading, in constant memory. */
final class AmountTally {
    private final Sum point = new Sum();
    private final Sum comma = new Sum();
    private long pointOnly;
    private long commaOnly;
    private long either;
    private long same;

    /** False where the text is no amount at all. */
    boolean add(String text) {
        var asPoint = AmountFormat.POINT.scaled(text);
        var asComma = AmountFormat.COMMA.scaled(text);
        if (asPoint == AmountFormat.NONE && asComma == AmountFormat.NONE) {
            return false;
        }
        if (asPoint == asComma) {
            same++;
        } else if (asComma == AmountFormat.NONE) {
            pointOnly++;
        } else if (asPoint == AmountFormat.NONE) {
            commaOnly++;
        } else {
            either++;
        }
        if (asPoint != AmountFormat.NONE) {
            point.add(asPoint);
        }
        if (asComma != AmountFormat.NONE) {
            comma.add(asComma);
        }
        return true;
    }

    long amounts() {
        return pointOnly + commaOnly + either + same;
    }

    /** None: no column of amounts. One: decided by the values. Two: both readings fit and differ, a person must say. */
    List<AmountFormat> formats(long values) {
        if (amounts() * 2 < values || amounts() == 0) {
            return List.of();
        }
        return Evidence.decide(pointOnly, commaOnly, either, AmountFormat.POINT, AmountFormat.COMMA);
    }

    BigDecimal sum(AmountFormat format) {
        return switch (format) {
            case POINT -> point.total();
            case COMMA -> comma.total();
        };
    }

    /** Adds in a {@code long} and only now and then in a {@link BigDecimal}: a column has millions of values. */
    private static final class Sum {
        private long recent;
        private BigDecimal before = BigDecimal.ZERO;

        void add(long scaled) {
            recent += scaled;
            if (recent > Long.MAX_VALUE / 4 || recent < Long.MIN_VALUE / 4) {
                before = total();
                recent = 0;
            }
        }

        BigDecimal total() {
            return before.add(BigDecimal.valueOf(recent, AmountFormat.SCALE));
        }
    }
}
