package io.dunlin.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Numbers of a sheet as text that the later steps read as they read a text file. */
final class SheetNumbers {
    /** Spreadsheets count with 15 digits; what stands behind them is noise of the binary form. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final int MOST_ZEROS = 20;
    private static final int LARGEST_EXPONENT = 310;

    private SheetNumbers() {}

    /**
     * Days become yyyy-MM-dd, numbers digits with a point.
     *
     * @param format how the cell shows the number, such as {@code dd/mm/yyyy}; null: nothing special
     * @param from1904 whether days are counted from 1904, as old Macintosh files do
     */
    static String text(BigDecimal number, int formatId, @Nullable String format, boolean from1904) {
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
            return number.toString();
        }
        if (format != null && DateUtil.isADateFormat(formatId, format)) {
            var day = day(number.doubleValue(), from1904);
            if (day != null) {
                return day;
            }
        }
        var rounded = number.round(DIGITS).stripTrailingZeros();
        var text = rounded.toPlainString();
        if (rounded.scale() == 3) {
            // Three decimals could be taken for a group of thousands: here it is known that they are none.
            return text + "0";
        }
        var zeros = codeDigits(format);
        return rounded.scale() <= 0 && rounded.signum() >= 0
                ? "0".repeat(Math.max(0, zeros - text.length())) + text
                : text;
    }

    private static @Nullable String day(double number, boolean from1904) {
        if (number < 1 || !DateUtil.isValidExcelDate(number)) {
            return null;
        }
        var moment = DateUtil.getLocalDateTime(number, from1904, true);
        if (moment == null || moment.getYear() > 9999) {
            return null;
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toLocalDate() + " " + moment.toLocalTime();
    }

    /** A format of zeros only shows a number as a code, with zeros in front; 0 for any other. */
    private static int codeDigits(@Nullable String format) {
        return format != null && format.length() <= MOST_ZEROS && format.chars().allMatch(sign -> sign == '0')
                ? format.length()
                : 0;
    }
}
