package io.dunlin.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What one column of a file holds, over all its rows.
 *
 * @param header as it stands in row 1
 * @param values rows with a value
 * @param empties rows without
 * @param leadingZeros whether some value is a number with a zero in front: a code, whose text counts
 * @param dates formats that fit: none, the one, or two between which a person must choose
 * @param datesFromSiblings whether the other columns of dates in the file have decided
 * @param amounts as {@code dates}
 * @param pointSum total of the amounts read as 1,234.56
 * @param commaSum total of the amounts read as 1.234,56
 * @param distinct different values with the number of rows; empty where there are too many
 */
public record ColumnProfile(
        String header,
        long values,
        long empties,
        boolean leadingZeros,
        List<DateFormat> dates,
        boolean datesFromSiblings,
        List<AmountFormat> amounts,
        BigDecimal pointSum,
        BigDecimal commaSum,
        Map<String, Long> distinct) {
    public ColumnProfile {
        dates = List.copyOf(dates);
        amounts = List.copyOf(amounts);
    }

    public BigDecimal sum(AmountFormat format) {
        return switch (format) {
            case POINT -> pointSum;
            case COMMA -> commaSum;
        };
    }

    ColumnProfile withDates(DateFormat decided) {
        return new ColumnProfile(
                header, values, empties, leadingZeros, List.of(decided), true, amounts, pointSum, commaSum, distinct);
    }
}
