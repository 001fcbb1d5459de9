package io.dunlin.intake;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers what one column holds, value by value, in constant memory. */
final class ColumnTally {
    private static final int MOST_DISTINCT = 60;
    private static final int LONGEST_DISTINCT = 60;

    private final String header;
    private final DateTally dates = new DateTally();
    private final AmountTally amounts = new AmountTally();
    private final Map<String, Long> distinct = new LinkedHashMap<>();
    private boolean many;
    private boolean leadingZeros;
    private long values;
    private long empties;

    ColumnTally(String header) {
        this.header = header;
    }

    void add(String value) {
        if (value.isEmpty()) {
            empties++;
            return;
        }
        values++;
        dates.add(value);
        amounts.add(value);
        if (!leadingZeros && value.length() > 1 && value.charAt(0) == '0' && Character.isDigit(value.charAt(1))) {
            leadingZeros = true;
        }
        if (!many) {
            many = value.length() > LONGEST_DISTINCT;
            distinct.merge(value, 1L, Long::sum);
            many |= distinct.size() > MOST_DISTINCT;
            if (many) {
                distinct.clear();
            }
        }
    }

    boolean isAlwaysFilled() {
        return values > 0 && empties == 0;
    }

    long amounts() {
        return amounts.amounts();
    }

    BigDecimal sum(AmountFormat format) {
        return amounts.sum(format);
    }

    ColumnProfile profile() {
        return new ColumnProfile(
                header,
                values,
                empties,
                leadingZeros,
                dates.formats(values),
                false,
                amounts.formats(values),
                amounts.sum(AmountFormat.POINT),
                amounts.sum(AmountFormat.COMMA),
                new LinkedHashMap<>(distinct));
    }
}
